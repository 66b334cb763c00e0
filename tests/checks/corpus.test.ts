import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { checkPolicy } from '../../src/checks/check-policy';
import type { PolicyType } from '../../src/checks/policy-type';
import { loadCatalog } from '../support/catalog';

/** Real policies, one JSON object `{ name, document }` a line. Where the folder is not there, nothing is run. */
const folder = resolve(import.meta.dirname, '../..', process.env['VERDICT_CORPUS'] ?? '../shared/corpus');

interface Line {
  readonly name: string;
  readonly document: unknown;
}

function read(file: string): readonly Line[] {
  const lines = readFileSync(resolve(folder, file), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}

const EXAMPLES: readonly (readonly [file: string, type: (line: Line) => PolicyType])[] = [
  ['service-control-policy-examples.jsonl', () => 'scp'],
  ['resource-control-policy-examples.jsonl', () => 'rcp'],
  ['data-perimeter-policy-examples.jsonl', typeOfExample],
];

function typeOfExample({ name, document }: Line): PolicyType {
  if (name.endsWith('_policy') && !name.includes('endpoint')) return 'resource';
  if (name.startsWith('resource_control')) return 'rcp';
  if (name.startsWith('service_control')) return 'scp';
  if (name.includes('endpoint')) return 'endpoint';
  return JSON.stringify(document).includes('"Principal"') ? 'resource' : 'identity';
}

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const [managedPage, examplesPage] = readFileSync(
  resolve(import.meta.dirname, '../../docs/validation-managed-policies.md'),
  'utf8',
).split('## In published examples') as [string, string];

/** The errors that a page lists with their reasons: `check policy place`. */
function listedErrors(page: string): readonly string[] {
  return [...page.matchAll(/^\| `([\w-]+)` +\| ([A-Z][\w.-]+) +\| ([^|]+) \|/gim)].flatMap(
    ([, id, policy, places]) =>
      [...places!.matchAll(/`([^`]+)`/g)].flatMap(([, place]) =>
        pathsOf(place!).map((path) => `${id!} ${policy!} ${path}`),
      ),
  );
}

/** How many errors of a check the page puts down to values still to be filled in. */
function listedPlaceholders(page: string): Readonly<Record<string, number>> {
  const rows = page.matchAll(/^\| `([\w-]+)` +\| (\d+) +\|/gm);
  return Object.fromEntries([...rows].map(([, id, count]) => [id!, Number(count)]));
}

/** `<my-vpc>`, `[STACK_NAME]`, `{example-region-1}` and `${Account}`: values that a reader is meant to replace. */
const PLACEHOLDER = /<[\w-]+>|\[[A-Z_]+\]|\{[a-z\d-]+\}|\$\{(Account|Region)\}/;

/** `Action[1,2]` stands for two places. */
function pathsOf(place: string): readonly string[] {
  if (place === 'the whole policy') return [''];
  const [, head, numbers] = /^(.*)\[([\d,]+)\]$/.exec(place) ?? [];
  return numbers === undefined ? [place] : numbers.split(',').map((number) => `${head!}[${number}]`);
}

interface FoundError {
  readonly id: string;
  readonly place: string;
  readonly message: string;
}

/** The errors in all policies of a file; on request every finding is printed. */
function errorsIn(file: string, typeOf: (line: Line) => PolicyType): readonly FoundError[] {
  const shown = process.env['VERDICT_CORPUS_SHOW']?.split(',');
  const errors: FoundError[] = [];
  const table = new Map<string, { count: number; policies: Set<string> }>();
  for (const line of read(file)) {
    for (const { id, severity, message, path } of checkPolicy(textOf(line), typeOf(line), catalog)) {
      const place = `${id} ${line.name} ${path}`;
      if (severity === 'error') errors.push({ id, place, message });
      const row = table.get(`${severity} ${id}`) ?? { count: 0, policies: new Set() };
      row.count += 1;
      row.policies.add(line.name);
      table.set(`${severity} ${id}`, row);
      if (shown?.some((name) => name === id || name === severity)) console.log(`${place} | ${message}`);
    }
  }
  if (shown)
    for (const [key, { count, policies }] of [...table].sort()) console.log(file, key, count, policies.size);
  return errors;
}

/** What is published as text that is no JSON is kept as such. */
function textOf({ document }: Line): string {
  const { text } = document as { readonly text?: unknown };
  return typeof text === 'string' ? text : JSON.stringify(document, null, 2);
}

describe.runIf(existsSync(folder))('real policies', () => {
  it('nothing throws, and the errors in AWS’s managed policies are those listed', () => {
    const errors = errorsIn('aws-managed-policies.jsonl', () => 'identity').map(({ place }) => place);
    expect([...errors].sort()).toEqual([...listedErrors(managedPage)].sort());
  });

  it('nothing throws, and the errors in published examples are those listed or of values to be filled in', () => {
    const listed = listedErrors(examplesPage);
    const errors = EXAMPLES.flatMap(([file, typeOf]) => errorsIn(file, typeOf));
    const places = errors.map(({ place }) => place);
    expect(places.filter((place) => listed.includes(place)).sort()).toEqual([...listed].sort());
    const rest = errors.filter(({ place }) => !listed.includes(place));
    expect(rest.filter(({ place, message }) => !PLACEHOLDER.test(`${place} ${message}`))).toEqual([]);
    const counts: Record<string, number> = {};
    for (const { id } of rest) counts[id] = (counts[id] ?? 0) + 1;
    expect(counts).toEqual(listedPlaceholders(examplesPage));
  });
});
