/** What is offered first for the situations that people bring, and what it costs: as an experienced colleague would. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Layer, Policies, Scenario } from '../../src/case/scenario';
import { sweep } from '../../src/reasoning/sweep';
import { findExample } from '../../src/examples';
import { applyChange, changesFor } from '../../src/explain/changes';
import type { Change, ChangeKind } from '../../src/explain/changes';
import { furtherActions, planPrices, priceOf } from '../../src/explain/changes/price';
import { rankChanges } from '../../src/explain/changes/rank';
import { markdown } from '../../src/explain/rich';
import { loadCatalog } from '../support/catalog';
import { policy, scenario } from './support';

const catalog = await loadCatalog();

/** `request`: no policy changes. `this`: this action here. `elsewhere`: this action on more. `more`: other actions. */
type Cost = 'request' | 'this' | 'elsewhere' | 'more';

function first(asked: Scenario): { readonly change: Change; readonly cost: Cost } {
  const { action } = asked.request;
  const changes = changesFor(asked, evaluate(asked));
  const offers = changes.map((change) => ({ edits: [change], after: applyChange(asked, change) }));
  const plan = planPrices(catalog, asked, offers)!;
  const decisions = plan.groups.map((group) => [...sweep(group.scenario, group.actions)].flat());
  const prices = changes.map((_, at) => priceOf(plan, at, decisions, 'opens')!);
  const change = rankChanges(changes, action, prices)[0]!;
  // What is offered before the prices are counted is not taken back afterwards.
  expect(change).toBe(changes[0]);
  const price = prices[changes.indexOf(change)]!;
  if (change.kind === 'setKey') return { change, cost: 'request' };
  if (furtherActions(price, action) > 0) return { change, cost: 'more' };
  return { change, cost: price.places.length > 0 ? 'elsewhere' : 'this' };
}

type Row = readonly [id: string, kind: ChangeKind, layer: Layer, policy: string, cost: Cost];

/** By the numbers of the situations; 18, 19 and the second of 2 are requests of their own. */
const ROWS: readonly Row[] = [
  ['cross-account-one-side', 'addResource', 'identity', 'AnalyticsAccess', 'this'], // 1
  ['encrypted-object', 'addStatement', 'resource', 'KeyPolicy', 'this'], // 2
  ['list-on-objects', 'addStatement', 'identity', 'PhotosAccess', 'this'], // 3
  ['missing-object', 'addStatement', 'identity', 'ReadPhotos', 'this'], // 4
  ['trust-misses-caller', 'addPrincipal', 'resource', 'DeployTrust', 'this'], // 5
  ['trust-wants-mfa', 'setKey', 'resource', 'ProductionTrust', 'request'], // 6
  ['github-subject', 'addValue', 'resource', 'DeployTrust', 'this'], // 7
  ['recreated-role', 'addPrincipal', 'resource', 'DeployTrust', 'this'], // 8
  ['admin-and-scp', 'exempt', 'scp', 'ProtectAuditTrail', 'more'], // 9
  ['region-lock-global', 'spareAction', 'scp', 'EuropeOnly', 'elsewhere'], // 10
  ['boundary-and-identity', 'addStatement', 'boundary', 'WorkerBoundary', 'this'], // 11
  ['session-in-one-tool', 'addAction', 'session', 'TicketSession', 'this'], // 13
  ['endpoint-forgot-bucket', 'addStatement', 'endpoint', 'vpce-0a1b2c3d4e5f60718', 'this'], // 14
  ['mfa-ifexists-absent', 'setKey', 'identity', 'OperatorAccess', 'request'], // 15
  ['ip-rule-and-service', 'spareServices', 'identity', 'OfficeOnly', 'more'], // 16
  ['endpoint-only-bucket', 'setKey', 'resource', 'PhotosBucketPolicy', 'request'], // 17
  ['run-instances-subnet', 'addResource', 'identity', 'LaunchInstances', 'this'], // 18
  ['pass-role', 'addStatement', 'identity', 'LaunchInstances', 'this'], // 19
  ['public-access-blocked', 'narrowPrincipal', 'resource', 'PressBucketPolicy', 'elsewhere'], // 22
  ['notprincipal-boundary', 'exempt', 'resource', 'PayrollBucketPolicy', 'elsewhere'], // 23
  ['scp-grants-nothing', 'addStatement', 'identity', 'InternAccess', 'this'], // 24
  ['kms-alias', 'correctResource', 'identity', 'PaymentsKey', 'more'], // 25
  ['object-of-another-account', 'setOwnership', 'resource', 'Object Ownership', 'elsewhere'], // 26
  ['rcp-wants-encryption', 'setKey', 'rcp', 'EncryptWithKms', 'request'], // 27
  ['tag-case', 'addValue', 'identity', 'DataTeam', 'elsewhere'], // 28
  ['nightly-report', 'addAction', 'boundary', 'DeveloperBoundary', 'elsewhere'],
  ['one-photo', 'addResource', 'identity', 'BucketRead', 'this'],
  ['ci-region', 'setKey', 'scp', 'ApprovedRegions', 'request'],
  ['confused-deputy', 'setKey', 'resource', 'UploadsTopicPolicy', 'request'],
  ['kms-no-delegation', 'addStatement', 'resource', 'KeyPolicy', 'this'],
  ['organization-only', 'spareServices', 'resource', 'TrailBucketPolicy', 'elsewhere'],
  ['wildcard-equals', 'useLike', 'identity', 'KimAccess', 'this'],
  ['expiry', 'moveLimit', 'identity', 'KimAccess', 'elsewhere'],
  ['two-conditions', 'setKey', 'identity', 'KimAccess', 'request'],
  ['abac-no-tag', 'setTag', 'identity', 'KimAccess', 'more'],
  ['role-session-tags', 'addAction', 'resource', 'SpokeTrust', 'this'],
  ['federated-user', 'addPolicy', 'session', 'AllowThis', 'this'],
];

describe('the first offer', () => {
  it.each(ROWS)('for %s is %s in %s', (id, kind, layer, name, cost) => {
    const { change, cost: counted } = first(findExample(id)!.scenario);
    expect([change.kind, change.layer, change.policy, counted, change.enough]).toEqual([
      kind,
      layer,
      name,
      cost,
      true,
    ]);
  });
});

const allow = (fields: object) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...fields });
const told = (asked: Scenario): string[] =>
  changesFor(asked, evaluate(asked)).map(({ layer, title }) => `${layer}: ${markdown(title)}`);
const of = (policies: Policies, fields: Partial<Scenario['request']> = {}): Scenario =>
  scenario(fields, policies);

describe('a policy that AWS manages', () => {
  const managed = { name: 'AmazonSQSReadOnlyAccess', document: policy(allow({ Action: 's3:ListBucket' })) };

  it('is left alone where a policy of one’s own can stand beside it', () => {
    expect(told(of({ identity: [managed] }))).toEqual([
      'identity: Add an identity policy that allows just this',
    ]);
    const own = { name: 'Own', document: policy(allow({ Action: 'sqs:*' })) };
    expect(told(of({ identity: [managed, own] }))).toEqual([
      'identity: Add a statement to `Own` that allows just this',
    ]);
  });

  it('is copied where it is the boundary', () => {
    const all = { identity: [{ name: 'All', document: policy(allow({ Action: '*' })) }], boundary: managed };
    const asked = of(all);
    const [change] = changesFor(asked, evaluate(asked));
    expect(change!.warning).toContain('Copy it to a policy of your own');
    expect(applyChange(asked, change!).policies.boundary).toMatchObject({
      name: 'AmazonSQSReadOnlyAccess-own',
    });
  });
});

describe('changes that step around a guard', () => {
  it('come last, and say so', () => {
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    const asked = of({ identity: [{ name: 'P', document: policy(allow({ Sid: 'Mfa', Condition })) }] });
    const changes = changesFor(asked, evaluate(asked));
    expect(changes.map(({ kind }) => kind)).toEqual(['setKey', 'addStatement']);
    expect(changes[1]!.warning).toBe(
      '`Mfa` asks for `aws:MultiFactorAuthPresent`; this statement steps around it.',
    );
  });

  it('are warned of where they let in strangers or open an organization’s guard', () => {
    const deputy = findExample('confused-deputy')!.scenario;
    const stranger = changesFor(deputy, evaluate(deputy)).find(({ kind }) => kind === 'addValue');
    expect(stranger?.warning).toContain('someone from outside');
    const guarded = findExample('admin-and-scp')!.scenario;
    expect(changesFor(guarded, evaluate(guarded))[0]?.warning).toContain('Ask whoever owns it');
  });
});

describe('keys that nobody can choose', () => {
  it.each(['aws:PrincipalArn', 'aws:PrincipalOrgID', 'aws:ResourceAccount', 'aws:userid'])('%s', (key) => {
    const Condition = { StringEquals: { [key]: 'something-else' } };
    const asked = of({ identity: [{ name: 'P', document: policy(allow({ Condition })) }] });
    expect(changesFor(asked, evaluate(asked)).map(({ kind }) => kind)).not.toContain('setKey');
  });
});

it('never offers everything, nor everyone', () => {
  for (const [id] of ROWS) {
    const asked = findExample(id)!.scenario;
    for (const { newText = '', kind, layer, address } of changesFor(asked, evaluate(asked))) {
      const before = JSON.stringify(asked.policies);
      const count = (text: string): number => text.split(/"(?:[a-z0-9-]+:)?\*"/).length;
      if (kind === 'addStatement' && (layer === 'endpoint' || layer === 'resource')) continue;
      expect([id, kind, count(newText) <= count(before) + 1, address.layer]).toEqual([id, kind, true, layer]);
    }
  }
});
