import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { checkPolicy } from '../../src/checks/check-policy';
import type { Finding } from '../../src/checks/finding';
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

const FILES: readonly (readonly [file: string, type: (line: Line) => PolicyType])[] = [
  ['aws-managed-policies.jsonl', () => 'identity'],
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

/** The errors in AWS's own policies that the page lists with their reasons: `check policy place`. */
function listedErrors(): readonly string[] {
  const page = readFileSync(
    resolve(import.meta.dirname, '../../docs/validation-managed-policies.md'),
    'utf8',
  );
  return [...page.matchAll(/^\| `([\w-]+)` +\| (\S+) +\| ([^|]+) \|/gm)].flatMap(([, id, policy, places]) =>
    [...places!.matchAll(/`([^`]+)`/g)].flatMap(([, place]) =>
      pathsOf(place!).map((path) => `${id!} ${policy!} ${path}`),
    ),
  );
}

/** `Action[1,2]` stands for two places. */
function pathsOf(place: string): readonly string[] {
  const [, head, numbers] = /^(.*)\[([\d,]+)\]$/.exec(place) ?? [];
  return numbers === undefined ? [place] : numbers.split(',').map((number) => `${head!}[${number}]`);
}

describe.runIf(existsSync(folder))('real policies', () => {
  it.each(FILES)(
    '%s: nothing throws, and the errors in AWS’s own policies are those listed',
    (file, typeOf) => {
      const errors: string[] = [];
      const table = new Map<string, { count: number; policies: Set<string> }>();
      for (const line of read(file)) {
        const found: readonly Finding[] = checkPolicy(
          JSON.stringify(line.document, null, 2),
          typeOf(line),
          catalog,
        );
        for (const { id, severity, message, path } of found) {
          const key = `${severity} ${id}`;
          if (severity === 'error') errors.push(`${id} ${line.name} ${path}`);
          const row = table.get(key) ?? { count: 0, policies: new Set() };
          row.count += 1;
          row.policies.add(line.name);
          table.set(key, row);
          if (
            process.env['VERDICT_CORPUS_SHOW']?.split(',').some((shown) => shown === id || shown === severity)
          ) {
            console.log(`${id} | ${line.name} | ${path} | ${message}`);
          }
        }
      }
      if (process.env['VERDICT_CORPUS_SHOW'] !== undefined) {
        for (const [key, { count, policies }] of [...table].sort())
          console.log(file, key, count, policies.size);
      }
      if (file !== 'aws-managed-policies.jsonl') return;
      expect(errors.sort()).toEqual([...listedErrors()].sort());
    },
  );
});
