/** Fixes that promise to keep the meaning must never make a policy worse. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { checkPolicy } from '../../src/checks/check-policy';
import { applyEdits } from '../../src/language/edits';
import type { Finding } from '../../src/checks/finding';
import type { PolicyType } from '../../src/checks/policy-type';
import { fixableTogether, fixedTogether } from '../../src/store/fixCommands';
import { loadCatalog, readJson } from '../support/catalog';

interface Checkable {
  readonly name: string;
  readonly text: string;
  readonly type: PolicyType;
}

interface Case {
  readonly name: string;
  readonly policyType: PolicyType;
  readonly text?: string;
  readonly document?: unknown;
}

const cases = (readJson('tests/cases/validation.json') as readonly Case[]).map((one): Checkable => ({
  name: one.name,
  text: one.text ?? JSON.stringify(one.document, null, 2),
  type: one.policyType,
}));

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const errorsIn = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.filter(({ severity }) => severity === 'error').map(({ id }) => id));

/** What a fix does wrong; undefined for one that does nothing wrong. */
function harm(before: readonly Finding[], id: string, text: string, fixed: string, type: PolicyType) {
  if (!isJson(fixed)) return 'no JSON any more';
  const after = checkPolicy(fixed, type, catalog);
  const count = (findings: readonly Finding[]): number => findings.filter((one) => one.id === id).length;
  if (count(after) >= count(before)) return 'the finding is still there';
  const known = errorsIn(before);
  // What could not be read has not been looked at before.
  const fresh = isJson(text) ? [...errorsIn(after)].filter((error) => !known.has(error)) : [];
  return fresh.length > 0 ? `new errors: ${fresh.join(', ')}` : undefined;
}

/** The harm of each safe fix of a policy alone, and of all of a check together. */
function harms({ name, text, type }: Checkable, seen: Map<string, number>): readonly string[] {
  const before = checkPolicy(text, type, catalog);
  const found: string[] = [];
  const tell = (id: string, title: string, fixed: string): void => {
    const wrong = harm(before, id, text, fixed, type);
    if (wrong !== undefined) found.push(`${name}: ${id}: ${title}: ${wrong}`);
  };
  for (const { id, fixes } of before) {
    const tried = seen.get(id) ?? 0;
    if (tried >= MOST_OF_A_CHECK) continue;
    seen.set(id, tried + 1);
    for (const { title, edits, review } of fixes)
      if (review !== true) tell(id, title, applyEdits(text, edits));
    if (fixableTogether(before, id).length > 1)
      tell(id, 'all', fixedTogether({ text, findings: before }, id));
  }
  return found;
}

/** Of a check that finds thousands of the same, so many are tried. */
const MOST_OF_A_CHECK = 60;

describe('fixes that need no look afterwards', () => {
  it('leave JSON, mend what they speak of, and bring no new error', () => {
    const seen = new Map<string, number>();
    expect(cases.flatMap((one) => harms(one, seen))).toEqual([]);
    expect(seen.size).toBeGreaterThan(50);
  });

  it('of neighbours never cut into each other', () => {
    const text =
      '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject", "s3:GetObject", "s3:GetObject"], "Resource": "*"}]}';
    const findings = checkPolicy(text, 'identity', catalog);
    const ids = new Set(findings.map(({ id }) => id));
    const together = [...ids].filter((id) => fixableTogether(findings, id).length > 1);
    expect(together.length).toBeGreaterThan(0);
    for (const id of together) expect(isJson(fixedTogether({ text, findings }, id)), id).toBe(true);
  });

  const folder = resolve(import.meta.dirname, '../..', process.env['VERDICT_CORPUS'] ?? '../shared/corpus');
  const file = resolve(folder, 'aws-managed-policies.jsonl');
  it.runIf(existsSync(file))(
    'do so in real policies too',
    () => {
      const seen = new Map<string, number>();
      const lines = readFileSync(file, 'utf8').trim().split('\n');
      // A sixth of them, spread over the alphabet.
      const some = lines.filter((_, at) => at % 6 === 0);
      const policies = some.map((line) => JSON.parse(line) as { name: string; document: unknown });
      const found = policies.flatMap(({ name, document }) =>
        harms({ name, text: JSON.stringify(document, null, 2), type: 'identity' }, seen),
      );
      expect(found).toEqual([]);
      // Duplicates and needless entries are what real policies are full of.
      expect(seen.size).toBeGreaterThan(1);
    },
    60_000,
  );
});
