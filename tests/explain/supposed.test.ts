/** "What if they allow?": a verdict that rests on what nobody can see says so, and never shows a policy that is not there. */
import { describe, expect, it } from 'vitest';
import { setLayerSupposed, setLayerUnknown } from '../../src/case/edits';
import { LAYERS, type Layer, type Policies, type Scenario } from '../../src/case/scenario';
import { evaluate } from '../../src/engine/evaluate';
import { explain } from '../../src/explain/headline';
import { flowLabel } from '../../src/explain/drawing/label';
import { flowSpec } from '../../src/explain/drawing/flow-spec';
import { requestPath } from '../../src/explain/path';
import { plain } from '../../src/explain/rich';
import { stepWords } from '../../src/explain/steps';
import { mermaidFlow } from '../../src/export/mermaid';
import { markdownReport } from '../../src/export/report';
import { decodeLink, encodeLink } from '../../src/formats/link';

const allow = {
  name: 'P',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
};

const ask = (policies: Policies): Scenario => ({
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/ann',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
  },
  policies,
});

const words = (scenario: Scenario): string => {
  const { lead, sentence } = explain(scenario, evaluate(scenario));
  return `${lead} ${plain(sentence)}`;
};

describe('a layer that is supposed to allow', () => {
  const unseen = ask({ scp: 'unknown', identity: [allow] });
  const supposed = setLayerSupposed(unseen, 'scp');

  it('turns an open verdict into one with a condition, first in the sentence', () => {
    expect(evaluate(unseen).decision).toBe('Undetermined');
    expect(evaluate(supposed).decision).toBe('Allowed');
    expect(words(supposed)).toBe(
      'Allowed, if the SCPs allow it. Of what can be seen, the identity policies allow s3:GetObject, and nothing denies it',
    );
    expect(explain(supposed, evaluate(supposed)).supposed).toEqual(['scp']);
  });

  it('is no policy: nothing of it is listed, and it is taken back with one edit', () => {
    expect(supposed.policies.scp).toEqual({ supposed: 'allows' });
    expect(setLayerUnknown(supposed, 'scp')).toEqual(unseen);
    expect(JSON.stringify(evaluate(supposed).steps)).not.toContain('FullAWSAccess');
  });

  it('is drawn as supposed at its step', () => {
    const evaluation = evaluate(supposed);
    const step = evaluation.steps.find(({ id }) => id === 'scp')!;
    expect(step.outcome).toEqual({ kind: 'supposed' });
    expect(stepWords(step, evaluation, supposed)).toMatchObject({ tone: 'unknown', word: 'Supposed' });
  });

  it('is a gate of its own in the picture, and the verdict at its end says what it rests on', () => {
    const evaluation = evaluate(supposed);
    expect(requestPath(evaluation).steps.get('scp')).toMatchObject({ gate: 'supposed', after: 'allowed' });
    const spec = flowSpec(supposed, evaluation);
    expect(spec.gates.find(({ id }) => id === 'scp')!.bars).toEqual([{ state: 'supposed', tone: 'unknown' }]);
    expect(spec.verdict).toEqual({ tone: 'allow', word: 'Allowed', detail: 'if the SCPs allow it' });
    expect(flowLabel(spec)).toContain('SCPs: Supposed, to allow');
    expect(flowLabel(spec)).toMatch(/Allowed, if the SCPs allow it\.$/);
    expect(mermaidFlow(supposed, evaluation)).toContain('Allowed, if the SCPs allow it');
  });

  it('travels in the link and stands in the report', async () => {
    expect(await decodeLink(await encodeLink(supposed))).toEqual(supposed);
    const report = markdownReport(supposed, evaluate(supposed));
    expect(report).toContain('Allowed, if the SCPs allow it.');
    expect(report).toContain('only supposed to allow: SCPs');
    expect(report).not.toContain('FullAWSAccess');
  });

  it('changes nothing of a denial by what is seen', () => {
    const denied = setLayerSupposed(ask({ scp: 'unknown' }), 'scp');
    expect(evaluate(denied).decision).toBe('ImplicitlyDenied');
    expect(words(denied)).toMatch(/^Denied\. /);
  });

  it.each(LAYERS.filter((layer) => layer !== 'session'))(
    '%s: lets through what is allowed when nothing of it is there',
    (layer: Layer) => {
      const others: Policies = layer === 'identity' || layer === 'resource' ? {} : { identity: [allow] };
      const scenario = setLayerSupposed(ask(others), layer);
      expect(evaluate(scenario).decision).toBe('Allowed');
      if (layer !== 'rcp') expect(words(scenario)).toMatch(/^Allowed, if /);
    },
  );
});

describe('a request that is not whole', () => {
  const all = (statement: object): Policies => ({
    identity: [{ name: 'P', document: { Version: '2012-10-17', Statement: [statement] } }],
  });
  it.each<[string, Policies]>([
    ['a Deny for every resource', all({ Effect: 'Deny', Action: '*', Resource: '*' })],
    ['no trust policy', {}],
  ])('stops nowhere in the picture: %s', (_, policies) => {
    const given = ask(policies);
    const action = policies.identity ? 's3:GetObject' : 'sts:AssumeRoleWithWebIdentity';
    const unfinished = { ...given, request: { ...given.request, action, resource: '' } };
    const evaluation = evaluate(unfinished);
    expect(evaluation.decision).toBe('Undetermined');
    const path = requestPath(evaluation);
    expect([...path.steps.values()].filter(({ halts, gate }) => halts || gate === 'shut')).toEqual([]);
    expect(path.end).toBe('maybe');
    for (const step of evaluation.steps)
      expect(stepWords(step, evaluation, unfinished).detail).not.toBe('stops here');
  });
});
