/** What a change opens or closes over all resources: told of comparisons made by hand, and of cases small enough to count. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import type { AccessLevel } from '../../src/catalog/service-reference';
import { provenPriceWords } from '../../src/explain/changes/proven-price';
import type { Price } from '../../src/explain/changes/price';
import type { Rich } from '../../src/explain/types';
import type { AccessGroup, Comparison } from '../../src/reasoning/comparison';
import { compareCases } from '../../src/reasoning/questions/cases';
import { catalogNow } from '../support/catalog';

const ALICE = 'arn:aws:iam::111122223333:user/alice';

const textOf = (text: Rich): string =>
  text
    .map((piece) =>
      typeof piece === 'string' ? piece : 'code' in piece ? `\`${piece.code}\`` : piece.strong,
    )
    .join('');

/** Each line as its words and the actions after it. */
function told(comparison: Comparison, direction: Price['direction'] = 'opens') {
  return provenPriceWords(comparison, direction)?.map(({ text, actions }) => [
    textOf(text),
    ...actions.map(({ action }) => action),
  ]);
}

const group = (
  actions: readonly string[],
  resource: readonly string[],
  accessLevel: AccessLevel,
): AccessGroup => ({
  actions,
  resource,
  accessLevel,
  witness: { principal: ALICE, action: actions[0]!, resource: resource[0] ?? '*' },
  because: [],
  deniedBy: [],
  conditions: [],
});

const comparison = (rest: Partial<Comparison>): Comparison => ({
  relation: 'incomparable',
  anyName: 'incomparable',
  gained: [],
  lost: [],
  anyNameWitness: {},
  undecided: [],
  considered: { tiers: ['today'], catalogDate: undefined, actions: 22_091, notConsidered: [] },
  proof: { formulas: 1, classes: 1 },
  ...rest,
});

const REPORTS = 'arn:aws:s3:::reports/*';
const TABLE = 'arn:aws:dynamodb:us-east-1:111122223333:table/orders';

describe('words of a comparison', () => {
  it('put the resources of one set together, what can do most harm in front', () => {
    const gained = [
      group(['s3:GetObject'], [REPORTS], 'Read'),
      group(['dynamodb:PutItem'], [TABLE], 'Write'),
      group(['s3:PutObjectAcl', 's3:PutObject'], [REPORTS], 'Permissions management'),
    ];
    expect(told(comparison({ gained }))).toEqual([
      [`Opens 3 actions within \`${REPORTS}\`:`, 's3:PutObjectAcl', 's3:PutObject', 's3:GetObject'],
      [`Opens 1 action on \`${TABLE}\`:`, 'dynamodb:PutItem'],
      ['Counted over every resource: nothing else of the 22,091 actions.'],
    ]);
  });

  it('are of one direction: what is lost is the price of closing', () => {
    const both = comparison({
      gained: [group(['s3:GetObject'], [REPORTS], 'Read')],
      lost: [group(['sqs:SendMessage'], [], 'Write')],
    });
    expect(told(both, 'closes')).toEqual([
      ['Closes 1 action within `*`:', 'sqs:SendMessage'],
      ['Counted over every resource: nothing else of the 22,091 actions.'],
    ]);
  });

  it('tell several resources of a statement as one set', () => {
    const gained = [group(['s3:GetObject'], ['arn:aws:s3:::a/x', 'arn:aws:s3:::b/x'], 'Read')];
    expect(told(comparison({ gained }))![0]).toEqual([
      'Opens 1 action on `arn:aws:s3:::a/x, arn:aws:s3:::b/x`:',
      's3:GetObject',
    ]);
    const except = [group(['s3:GetObject'], ['all but arn:aws:s3:::a/x'], 'Read')];
    expect(told(comparison({ gained: except }))![0]![0]).toBe(
      'Opens 1 action within `all but arn:aws:s3:::a/x`:',
    );
  });

  it('name six sets of resources, and count the others', () => {
    const gained = Array.from({ length: 8 }, (_, at) =>
      group(['s3:GetObject'], [`arn:aws:s3:::b${at}/x`], 'Read'),
    );
    const lines = told(comparison({ gained }))!;
    expect(lines).toHaveLength(7);
    expect(lines[5]![0]).toBe('Opens 1 action on `arn:aws:s3:::b5/x`:');
    expect(lines[6]).toEqual([
      'Counted over every resource, and more on 2 other sets of resources: nothing else of the 22,091 actions.',
    ]);
  });

  it('say that nothing is opened only where all is decided', () => {
    expect(told(comparison({}))).toEqual([['Opens nothing by itself, whatever the resource: proved.']]);
    const undecided = [{ kind: 'cap', of: 'time' }] as const;
    expect(told(comparison({ undecided }))).toBeUndefined();
    expect(
      told(comparison({ undecided, gained: [group(['s3:GetObject'], [REPORTS], 'Read')] })),
    ).toBeUndefined();
  });
});

describe('the price of a change of a case', () => {
  const allow = (Action: readonly string[], Resource: string) => ({ Effect: 'Allow', Action, Resource });
  const deny = (Action: string) => ({ Effect: 'Deny', Action, Resource: '*' });
  const alice = (statements: readonly object[], boundary?: object): Scenario => ({
    schema: 2,
    request: { principal: ALICE, action: 'sqs:SendMessage', resource: '*' },
    policies: {
      identity: [{ name: 'Own', document: { Version: '2012-10-17', Statement: statements } }],
      ...(boundary && {
        boundary: { name: 'Limit', document: { Version: '2012-10-17', Statement: [boundary] } },
      }),
    },
  });
  const price = (before: Scenario, after: Scenario, direction: Price['direction']) =>
    told(compareCases(before, after, { catalog: catalogNow() }), direction)?.slice(0, -1);
  const ORDERS = 'arn:aws:sqs:us-east-1:111122223333:orders';

  it('counts what an Allow adds, less what its boundary keeps back', () => {
    const before = alice(
      [allow(['sqs:SendMessage'], ORDERS)],
      allow(['sqs:SendMessage', 'sqs:PurgeQueue'], '*'),
    );
    const wider = allow(['sqs:SendMessage', 'sqs:PurgeQueue', 'sqs:DeleteQueue'], ORDERS);
    const { policies } = before;
    const after = alice([wider]);
    expect(price(before, { ...after, policies: { ...policies, ...after.policies } }, 'opens')).toEqual([
      [`Opens 1 action on \`${ORDERS}\`:`, 'sqs:PurgeQueue'],
    ]);
  });

  it('counts for a lifted Deny only what something allows', () => {
    const allows = allow(['sqs:SendMessage', 'sqs:PurgeQueue'], ORDERS);
    expect(price(alice([allows, deny('sqs:P*')]), alice([allows]), 'opens')).toEqual([
      [`Opens 1 action on \`${ORDERS}\`:`, 'sqs:PurgeQueue'],
    ]);
    expect(price(alice([allows]), alice([allows, deny('sqs:P*')]), 'closes')).toEqual([
      [`Closes 1 action on \`${ORDERS}\`:`, 'sqs:PurgeQueue'],
    ]);
  });

  it('is nothing where another statement allowed it already', () => {
    const wide = allow(['sqs:*'], '*');
    const more = alice([wide, allow(['sqs:SendMessage'], ORDERS)]);
    const proved = provenPriceWords(compareCases(alice([wide]), more, { catalog: catalogNow() }), 'opens');
    expect(proved?.map(({ text }) => textOf(text))).toEqual([
      'Opens nothing by itself, whatever the resource: proved.',
    ]);
  });
});
