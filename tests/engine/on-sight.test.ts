/** Of an evaluation the verdict is there at once, the rest on first sight: whoever copies it has all of it all the same. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import { plainEvaluation } from '../../src/engine/plain';
import { allow, deny, mine } from './build';

const ALL = [
  'context',
  'crossAccount',
  'decidedBy',
  'decision',
  'dependsOn',
  'keysRead',
  'missing',
  'principal',
  'problems',
  'resourceAccount',
  'steps',
];

const asked = mine([
  allow({ Action: 'sqs:Send*' }),
  deny({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } } }),
]);

describe('what an evaluation shows on first sight', () => {
  it('is its own, by whatever it is copied', () => {
    const evaluation = evaluate(asked);
    expect(Object.keys(evaluation).sort()).toEqual(ALL);
    const copy = { ...evaluate(asked) };
    expect(copy.decidedBy).toEqual([{ layer: 'identity', policy: 'Mine', statement: 0 }]);
    expect(copy.keysRead).toEqual(['aws:PrincipalTag/team']);
    const steps = structuredClone(plainEvaluation(evaluation)).steps;
    expect(steps.map(({ id }) => id)).toEqual(evaluation.steps.map(({ id }) => id));
    expect(steps.at(-2)).toMatchObject({ id: 'identity', outcome: { kind: 'allows' } });
    const written = JSON.parse(JSON.stringify(evaluate(asked))) as unknown;
    expect(written).toEqual(JSON.parse(JSON.stringify(plainEvaluation(evaluation))));
  });

  it('is of its own request, whatever was asked of the same policies since', () => {
    const first = evaluate(asked);
    const denied = evaluate({ ...asked, request: { ...asked.request, action: 'sqs:DeleteQueue' } });
    expect(denied.missing).toEqual(['identity']);
    expect(first.missing).toEqual([]);
    expect(first.steps.at(-2)!.levels[0]!.policies[0]!.statements[0]).toMatchObject({
      truth: 'yes',
      decided: true,
    });
    expect(denied.steps.at(-2)!.levels[0]!.policies[0]!.statements[0]).toMatchObject({ truth: 'no' });
  });

  it('is worked out once', () => {
    const evaluation = evaluate(asked);
    expect(evaluation.steps).toBe(evaluation.steps);
    expect(evaluation.decidedBy).toBe(evaluation.decidedBy);
    expect(evaluation.context).toBe(evaluation.context);
  });
});
