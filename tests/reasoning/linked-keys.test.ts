import { describe, expect, it } from 'vitest';
import type { ContextValue, Request } from '../../src/case/scenario';
import { comparePolicies } from '../../src/reasoning/questions/compare';
import { catalogNow } from '../support/catalog';
import { allowsRequest } from '../support/judge/reasoning';
import { generator, pick } from './random';
import type { Policy, Random } from './random';

/**
 * Keys that follow from each other: a chain of services, an endpoint, MFA, the resource's account. Every request that can
 * be sent is listed, so a proof that overlooks one of them is caught.
 * `PAIRS=700 SEED=3 npx vitest run tests/reasoning/linked-keys.test.ts` looks further.
 */
const count = Number(process.env['PAIRS'] ?? 50);
const seed = Number(process.env['SEED'] ?? 7);

const [D, C] = ['d.amazonaws.com', 'c.amazonaws.com'];
const CONDITIONS: readonly (readonly [operator: string, key: string, values: string | readonly string[]])[] =
  [
    ['ForAnyValue:StringEquals', 'aws:CalledVia', [D]],
    ['ForAllValues:StringEquals', 'aws:CalledVia', [D]],
    ['StringEquals', 'aws:CalledViaFirst', C],
    ['StringNotEquals', 'aws:CalledViaLast', D],
    ['Bool', 'aws:ViaAWSService', 'true'],
    ['Null', 'aws:CalledVia', 'true'],
    ['StringEquals', 'aws:SourceVpce', 'vpce-1'],
    ['StringNotEqualsIfExists', 'aws:SourceVpc', 'vpc-1'],
    ['Null', 'aws:VpcSourceIp', 'false'],
    ['IpAddress', 'aws:SourceIp', '203.0.113.0/24'],
    ['NotIpAddress', 'aws:SourceIp', '203.0.113.0/24'],
    ['BoolIfExists', 'aws:MultiFactorAuthPresent', 'true'],
    ['NumericLessThan', 'aws:MultiFactorAuthAge', '300'],
    ['Null', 'aws:MultiFactorAuthAge', 'true'],
    ['StringEquals', 'aws:ResourceAccount', '111122223333'],
    ['StringNotEquals', 'aws:ResourceAccount', '444455556666'],
  ];
const RESOURCES = ['*', 'arn:aws:sqs:*:111122223333:q', 'arn:aws:sqs:*:*:q*', 'arn:aws:sqs:*:444455556666:*'];

function statement(random: Random, effect?: string): Policy['Statement'][number] {
  const condition: Record<string, Record<string, string | readonly string[]>> = {};
  for (let left = 1 + Math.floor(random() * 2); left > 0; left -= 1) {
    const [operator, key, values] = pick(random, CONDITIONS);
    condition[operator] = { ...condition[operator], [key]: values };
  }
  return {
    Effect: effect ?? (random() < 0.7 ? 'Allow' : 'Deny'),
    Action: 'sqs:SendMessage',
    Resource: pick(random, RESOURCES),
    Condition: condition,
  };
}

const policy = (random: Random): Policy => ({
  Version: '2012-10-17',
  Statement: [
    statement(random, 'Allow'),
    ...Array.from({ length: Math.floor(random() * 3) }, () => statement(random)),
  ],
});

type Context = Record<string, ContextValue>;

function requests(): readonly Request[] {
  const addresses = ['203.0.113.5', '198.51.100.1'];
  const direct = addresses.map((one): Context => ({ 'aws:SourceIp': one }));
  const behind = ['vpce-1', 'vpce-9'].flatMap((endpoint) =>
    ['vpc-1', 'vpc-9'].map((network): Context => ({
      'aws:SourceVpce': endpoint,
      'aws:SourceVpc': network,
      'aws:VpcSourceIp': '10.0.0.5',
      'aws:SourceIp': [],
    })),
  );
  const chains = [[D], [C], ['x.amazonaws.com'], [C, D], [D, C], [D, 'x.amazonaws.com', D]];
  const through = chains.flatMap((chain) =>
    [...addresses, []].map((one): Context => ({ 'aws:CalledVia': chain, 'aws:SourceIp': one })),
  );
  const factors: readonly Context[] = [
    { 'aws:MultiFactorAuthPresent': [] },
    { 'aws:MultiFactorAuthPresent': 'false' },
    { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '100' },
    { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '1000' },
  ];
  return [...direct, ...behind, ...through].flatMap((path) =>
    factors.flatMap((factor) =>
      ['111122223333', '444455556666', '999999999999'].map((account): Request => ({
        principal: 'arn:aws:sts::111122223333:assumed-role/x/s',
        action: 'sqs:SendMessage',
        resource: `arn:aws:sqs:us-east-1:${account}:q`,
        context: { ...path, ...factor, 'aws:ResourceAccount': account },
      })),
    ),
  );
}

describe('keys that follow from each other', () => {
  it('let no request contradict a proof, and leave nothing undecided', () => {
    const random = generator(seed);
    const asked = requests();
    for (let pair = 0; pair < count; pair += 1) {
      const a = policy(random);
      const b =
        random() < 0.5
          ? { ...a, Statement: [...a.Statement.slice(0, -1), statement(random)] }
          : policy(random);
      const { relation } = comparePolicies(a, b, 'identity', { catalog: catalogNow() });
      const answers = asked.map((one) => [
        allowsRequest(a, 'identity', one),
        allowsRequest(b, 'identity', one),
      ]);
      const shown = JSON.stringify([a.Statement, b.Statement]);
      expect(relation, shown).not.toBe('undecided');
      const gains = answers.some(([before, now]) => now === true && before === false);
      const loses = answers.some(([before, now]) => before === true && now === false);
      if (gains) expect(['wider', 'incomparable'], shown).toContain(relation);
      if (loses) expect(['narrower', 'incomparable'], shown).toContain(relation);
    }
  });
});
