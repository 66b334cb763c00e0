import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Policies, Scenario } from '../../src/case/scenario';
import { sweep } from '../../src/reasoning/sweep';
import { applyChange, changesFor } from '../../src/explain/changes';
import type { Change } from '../../src/explain/changes';
import { planPrices, priceOf } from '../../src/explain/changes/price';
import type { Price } from '../../src/explain/changes/price';
import { priceWords } from '../../src/explain/changes/price-words';
import { markdown } from '../../src/explain/rich';
import { createCatalog } from '../../src/catalog/service-reference';
import { loadCatalog, loadParts } from '../support/catalog';
import { DENIED } from './states';
import { policy, scenario } from './support';

const catalog = await loadCatalog();
const ALL = catalog.services().reduce((sum, { prefix }) => sum + (catalog.actions(prefix)?.size ?? 0), 0);
const REST = `Nothing else of the ${ALL.toLocaleString('en')} actions.`;

function priced(asked: Scenario, change: Change, direction: Price['direction'] = 'opens'): Price {
  const after = applyChange(asked, change);
  const plan = planPrices(catalog, asked, [{ edits: [change], after }])!;
  const decisions = plan.groups.map((group) => [...sweep(group.scenario, group.actions)].flat());
  return priceOf(plan, 0, decisions, direction)!;
}

function told(asked: Scenario, kind: Change['kind'], direction: Price['direction'] = 'opens'): string[] {
  const change = changesFor(asked, evaluate(asked)).find((one) => one.kind === kind)!;
  return priceWords(priced(asked, change, direction), asked.request.action, change.enough).map(
    ({ text, actions }) => [markdown(text), ...actions.map(({ action }) => action)].join(' '),
  );
}

const identity = (...statements: object[]): Policies => ({
  identity: [{ name: 'Access', document: policy(...statements) }],
});
const OBJECT = 'arn:aws:s3:::example-bucket/photo.jpg';

describe('the price of a change', () => {
  it('is nothing for a statement of its own', () => {
    expect(told(DENIED, 'addStatement')).toEqual([`Opens this one action on this resource. ${REST}`]);
  });

  it('names the other resources on which the action opens too', () => {
    const asked = scenario(
      {},
      identity({ Effect: 'Allow', Action: ['s3:PutObject'], Resource: 'arn:aws:s3:::example-bucket/*' }),
    );
    expect(told(asked, 'addAction')).toEqual([
      'Opens `s3:GetObject` on what `arn:aws:s3:::example-bucket/*` covers too.',
      REST,
    ]);
  });

  it('tells objects of the bucket from resources far off', () => {
    const statement = { Effect: 'Allow', Action: ['s3:PutObject'], Resource: '*' };
    const wide = scenario({}, identity(statement));
    expect(told(wide, 'addAction')).toEqual([
      'Opens `s3:GetObject` on other objects of the bucket too.',
      'Opens `s3:GetObject` on other resources of this kind too.',
      REST,
    ]);
    const inBucket = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::example-bucket/*' };
    const bounded = scenario(
      {},
      { ...identity(inBucket), boundary: { name: 'B', document: policy(statement) } },
    );
    expect(told(bounded, 'addAction')).toEqual([
      'Opens `s3:GetObject` on other objects of the bucket too.',
      REST,
    ]);
  });

  it('counts all that a statement lists, the worst first', () => {
    const asked = scenario(
      {},
      identity({
        Sid: 'Objects',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:GetObjectTagging', 's3:PutObjectAcl', 's3:PutObject', 's3:ListBucket'],
        Resource: 'arn:aws:s3:::other/*',
      }),
    );
    // ListBucket works on buckets, not on objects.
    expect(told(asked, 'addResource')).toEqual([
      'Opens 3 further actions on this resource: s3:PutObjectAcl s3:PutObject s3:GetObjectTagging',
      REST,
    ]);
  });

  it('counts what a Deny held back, and what nothing allows anyway', () => {
    const asked = scenario(
      { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
      identity(
        { Effect: 'Allow', Action: ['sqs:SendMessage', 'sqs:DeleteQueue'], Resource: '*' },
        { Sid: 'No', Effect: 'Deny', Action: ['sqs:*Message', 'sqs:DeleteQueue'], Resource: '*' },
      ),
    );
    const held = [...catalog.actions('sqs')!.values()].filter(({ name }) => name.endsWith('Message'));
    expect(told(asked, 'exempt')).toEqual([
      'Opens 1 further action on this resource: sqs:DeleteQueue',
      'Opens the same and `sqs:SendMessage` on other resources of this kind too.',
      `${REST} The Deny also held back ${held.length - 1} actions that nothing allows anyway.`,
    ]);
  });

  it('says that it may open what depends on something unknown', () => {
    const asked = scenario(
      {},
      {
        ...identity(
          { Effect: 'Allow', Action: 's3:*', Resource: '*' },
          { Sid: 'No', Effect: 'Deny', Action: 's3:GetObject*', Resource: OBJECT },
        ),
        scp: 'unknown',
      },
    );
    const [first] = told(asked, 'exempt');
    expect(first).toMatch(/^May open \d+ further actions on this resource: /);
  });

  it('opens nothing by itself where another layer stops the request as well', () => {
    const none = { Effect: 'Allow', Action: 'ec2:*', Resource: '*' };
    const asked = scenario({}, { ...identity(none), boundary: { name: 'B', document: policy(none) } });
    expect(told(asked, 'addStatement')).toEqual(['Opens nothing by itself.']);
  });

  it('has no say about other resources in a resource-based policy', () => {
    const asked = scenario(
      { resourceAccount: '444455556666' },
      {
        ...identity({ Effect: 'Allow', Action: '*', Resource: '*' }),
        resource: {
          name: 'Bucket',
          document: policy({
            Sid: 'Bob',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:user/bob' },
            Action: 's3:GetObject*',
            Resource: 'arn:aws:s3:::example-bucket/*',
          }),
        },
      },
    );
    const lines = told(asked, 'addPrincipal');
    expect(lines[0]).toMatch(/^Opens \d+ further actions on this resource: .*s3:GetObjectTagging/);
    expect(lines[1]).toBe(
      'Opens the same and `s3:GetObject` on what `arn:aws:s3:::example-bucket/*` covers too.',
    );
    expect(lines[2]).toBe(REST);
  });

  it('tells of an allow what a change closes', () => {
    const asked = scenario(
      {},
      identity(
        { Sid: 'One', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
        { Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
      ),
    );
    expect(told(asked, 'removeStatement', 'closes')).toEqual([
      'Closes `s3:GetObject` on other objects of the bucket too.',
      'Closes `s3:GetObject` on other resources of this kind too.',
      REST,
    ]);
    expect(told(asked, 'addDeny', 'closes')).toEqual([`Closes this one action on this resource. ${REST}`]);
  });

  it('is not counted while only single services are known', () => {
    const { actions: _, ...known } = loadParts();
    const some = known.services.filter(({ prefix }) => prefix === 's3' || prefix === 'iam');
    const partial = createCatalog({ ...known, services: some });
    expect(planPrices(partial, DENIED, [])).toBeUndefined();
    expect(planPrices(catalog, DENIED, [])?.asked).toBe(ALL);
  });
});
