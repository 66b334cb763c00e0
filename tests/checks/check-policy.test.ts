import { beforeAll, describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/service-reference';
import type { Catalog } from '../../src/catalog/service-reference';
import { CHECK_IDS } from '../../src/checks/check-ids';
import { checkPolicy } from '../../src/checks/check-policy';
import { CHECKS } from '../../src/checks/checks';
import { POLICY_TYPES } from '../../src/checks/policy-type';
import { loadCatalog, loadParts } from '../support/catalog';
import { within } from '../support/soon';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const policy = (...statements: readonly unknown[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
const allow = (more: object): object => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::b/*',
  ...more,
});
const ids = (text: string, type: Parameters<typeof checkPolicy>[1] = 'identity'): readonly string[] =>
  checkPolicy(text, type, catalog).map(({ id }) => id);

describe('the table of checks', () => {
  it('has every id that is listed, and no other', () => {
    const known = new Set(CHECKS.map(({ id }) => id));
    const silent = CHECK_IDS.filter((id) => !known.has(id));
    // The reasons are in docs/validation.md.
    expect(silent).toEqual(['scp-syntax-error-action-wildcard', 'sensitive-access']);
  });
});

describe('a policy without faults', () => {
  it('has no findings', () => {
    expect(checkPolicy(policy(allow({})), 'identity', catalog)).toEqual([]);
  });
});

describe('text that is not JSON', () => {
  it.each(['', ' ', '{', '[', 'null', '7', '"x"', '{"Statement":', '\u0000', '{"a":1,"a":2}'])(
    'is taken calmly: %j',
    (text) => {
      for (const type of POLICY_TYPES) expect(() => checkPolicy(text, type, catalog)).not.toThrow();
    },
  );

  it('says what is missing, and what is wrong before that', () => {
    const text = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObjects","s3:';
    const found = checkPolicy(text, 'identity', catalog);
    expect(found.map(({ id, path }) => [id, path])).toEqual([
      ['invalid-action', 'Statement[0].Action[0]'],
      ['json-syntax-error', ''],
    ]);
  });

  it('survives absurd nesting', () => {
    expect(ids('['.repeat(100_000))).toEqual(['json-syntax-error']);
  });

  it('mends a trailing comma', () => {
    const [found] = checkPolicy('{"Version":"2012-10-17","Statement":[],}', 'identity');
    expect(found?.fixes.map(({ title }) => title)).toEqual(['Remove the comma']);
  });

  it('mends a byte order mark', () => {
    const [found] = checkPolicy('\ufeff{"Version":"2012-10-17","Statement":[]}', 'identity');
    expect(found?.fixes.map(({ title }) => title)).toEqual(['Remove the byte order mark']);
  });

  it('tells a repeated name', () => {
    const text = '{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}';
    expect(checkPolicy(text, 'identity').find(({ id }) => id === 'json-syntax-error')?.message).toContain(
      '`Version`',
    );
  });
});

describe('a catalog that knows only some services', () => {
  it('keeps checks silent that need the others', () => {
    const parts = loadParts();
    const some = createCatalog({
      date: parts.date,
      names: parts.names,
      keyOwners: parts.keyOwners,
      arnOwners: parts.arnOwners,
      services: parts.services.filter(({ prefix }) => prefix === 's3'),
    });
    const text = policy(allow({ Action: ['sqs:Nothing', 's3:Nothing', 'nowhere:Nothing'] }));
    const found = checkPolicy(text, 'identity', some).filter(({ severity }) => severity === 'error');
    expect(found.map(({ id, path }) => [id, path])).toEqual([
      ['invalid-action', 'Statement[0].Action[1]'],
      ['invalid-service-in-action', 'Statement[0].Action[2]'],
    ]);
  });

  it('does without one', () => {
    const text = policy(allow({ Action: 'sqs:Nothing', Effect: 'allow' }));
    expect(checkPolicy(text, 'identity').map(({ id }) => id)).toEqual(['invalid-effect']);
  });
});

describe('places', () => {
  it('lead to the characters', () => {
    const text = policy(allow({ Action: ['s3:GetObject', 's3:GetObjekt'] }));
    const [found] = checkPolicy(text, 'identity', catalog).filter(({ id }) => id === 'invalid-action');
    expect(text.slice(found!.span.offset, found!.span.offset + found!.span.length)).toBe('"s3:GetObjekt"');
  });

  it('name a lone statement without a number', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: allow({ Action: 's3:GetObjekt' }) });
    expect(checkPolicy(text, 'identity', catalog).map(({ path }) => path)).toContain('Statement.Action');
  });
});

describe('very long policies', () => {
  it('are told in part, and in time', () => {
    const statements = Array.from({ length: 8_000 }, (_, at) =>
      allow({
        Sid: 'Same',
        Action: [`s3:No${at}`, 's3:*'],
        Resource: [`arn:aws:s3:::b${at}/*`, `arn:aws:x::${at}`],
      }),
    );
    const text = policy(...statements);
    expect(text.length).toBeGreaterThan(1_000_000);
    const found = checkPolicy(text, 'identity', catalog);
    expect(found.filter(({ id }) => id === 'unique-sids-required')).toHaveLength(50);
    expect(found.length).toBeLessThanOrEqual(1000);
  });

  it('are told in time with one long list', async () => {
    const actions = Array.from({ length: 5_000 }, (_, at) => `s3:Get${at}*`);
    const text = policy(
      allow({ Action: actions, Resource: actions.map((_, at) => `arn:aws:s3:::*${at}*/*`) }),
    );
    expect(text.length).toBeLessThan(400_000);
    // Far above what it takes, and far below what a quadratic check would.
    await within(100, () => checkPolicy(text, 'identity', catalog));
  });
});
