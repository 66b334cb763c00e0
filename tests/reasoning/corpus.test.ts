import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/reasoning/questions/compare';
import { effectiveAccess } from '../../src/reasoning/questions/effective';
import { catalogNow } from '../support/catalog';

/** AWS's managed policies, where they lie beside this repository, or where `VERDICT_CORPUS` says. `CORPUS=1` takes every one. */
const folder = resolve(import.meta.dirname, '../..', process.env['VERDICT_CORPUS'] ?? '../shared/corpus');
const file = resolve(folder, 'aws-managed-policies.jsonl');
const STEP = Number(process.env['CORPUS'] ?? 200);
const LONGEST = 12_000;

type Document = { readonly Version?: string; readonly Statement: readonly Record<string, unknown>[] };

const documents: readonly Document[] = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .filter((line, at) => at % STEP === 0 && line.length < LONGEST)
      .map((line) => (JSON.parse(line) as { document: Document }).document)
  : [];

const shuffled = (list: unknown): unknown =>
  Array.isArray(list) ? [...(list as unknown[])].reverse() : list;

describe.skipIf(documents.length === 0)('policies that AWS manages', () => {
  it('are equal to themselves in another order, and never wider without an Allow', { timeout: 0 }, () => {
    for (const document of documents) {
      const statements = [document.Statement].flat();
      const turned = statements.toReversed().map((statement) => ({
        ...statement,
        ...('Action' in statement && { Action: shuffled(statement['Action']) }),
      }));
      const options = { catalog: catalogNow(), relationOnly: true };
      expect(
        comparePolicies(document, { ...document, Statement: turned }, 'identity', options).relation,
      ).toBe('equal');
      const allow = statements.findIndex((statement) => statement['Effect'] === 'Allow');
      const fewer = { ...document, Statement: statements.filter((_, at) => at !== allow) };
      if (fewer.Statement.length === 0) continue;
      const { relation } = comparePolicies(document, fewer, 'identity', options);
      expect(['equal', 'narrower']).toContain(relation);
    }
  });

  it('are proved equal to what is written for them within a boundary', { timeout: 0 }, () => {
    const boundary = {
      name: 'Boundary',
      document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
    };
    for (const document of documents.slice(0, 4)) {
      const { policy } = effectiveAccess(
        {
          schema: 2,
          request: { principal: 'arn:aws:iam::111122223333:user/alice', action: '', resource: '*' },
          policies: { identity: [{ name: 'Managed', document: { ...document } }], boundary },
        },
        { catalog: catalogNow() },
      );
      expect(policy).toBeDefined();
    }
  });
});
