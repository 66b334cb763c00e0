/** Policies that people and AWS wrote, for tests that try them in other forms. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, process.env['VERDICT_CORPUS'] ?? '../shared/corpus');

/** Is the large corpus at hand? It is no part of the project. */
export const hasCorpus = existsSync(join(folder, 'aws-managed-policies.jsonl'));

/** Policies of AWS itself: every sixtieth, all with CORPUS=all; none where the corpus is not at hand. */
export function managedPolicies(): readonly object[] {
  if (!hasCorpus) return [];
  const every = process.env['CORPUS'] === 'all' ? 1 : 60;
  return readFileSync(join(folder, 'aws-managed-policies.jsonl'), 'utf8')
    .split('\n')
    .filter((line, index) => line !== '' && index % every === 0)
    .flatMap((line) => {
      const entry = JSON.parse(line) as { readonly document?: object; readonly PolicyDocument?: object };
      return documentsIn(entry.document ?? entry.PolicyDocument ?? entry);
    });
}

/** The policies of the cases in `tests/cases`, each once: whole ones, with a version and statements in a list. */
export function casePolicies(): readonly object[] {
  const cases = join(root, 'tests/cases');
  const found = new Map<string, object>();
  for (const file of readdirSync(cases).filter((name) => name.endsWith('.json'))) {
    for (const document of documentsIn(JSON.parse(readFileSync(join(cases, file), 'utf8'))))
      found.set(JSON.stringify(document), document);
  }
  return [...found.values()];
}

function documentsIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Version, Statement } = value as Readonly<Record<string, unknown>>;
  if (typeof Version === 'string' && Array.isArray(Statement)) return [value];
  return Object.values(value).flatMap(documentsIn);
}
