import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Imports run one way: a folder may import from the folders before it, and from itself.
 * `ui` stands on `drawing` alone; `features` may use it, and a feature never imports another feature.
 */
const ORDER = [
  'drawing',
  'language',
  'catalog',
  'case',
  'engine',
  'reasoning',
  'checks',
  'call',
  'explain',
  'formats',
  'intake',
  'audit',
  'mask',
  'export',
  'examples',
  'lessons',
  'store',
  'ui',
  'features',
  'places',
  'app',
] as const;

/** No React, DOM, clock, randomness or network: these run in a page, a worker, Node or a test. */
const PURE = ORDER.slice(0, ORDER.indexOf('store'));
const PURE_PACKAGES = ['jsonc-parser', 'ipaddr.js', 'fflate', 'papaparse', 'zod', 'yaml', 'diff'];
const ROOT_FILES = ['main.tsx', 'index.ts', 'vite-env.d.ts'];

const src = resolve(import.meta.dirname, '../src');

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?<![\w'"])(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!);
}

/** Every import rule that a file breaks, in words. */
function broken(file: string): string[] {
  const where = relative(src, file).split(sep);
  const folder = where[0]!;
  if (where.length === 1) return ROOT_FILES.includes(folder) ? [] : [`${folder} lies at the top of src`];
  const rank = ORDER.indexOf(folder as (typeof ORDER)[number]);
  if (rank === -1) return [`${folder}/ is not a folder of the house`];
  const faults: string[] = [];
  for (const name of importsOf(file)) {
    const at = where.join('/');
    if (!name.startsWith('.')) {
      const known = PURE_PACKAGES.some((entry) => name === entry || name.startsWith(`${entry}/`));
      if (PURE.includes(folder as never) && !known) faults.push(`${at} imports the package ${name}`);
      continue;
    }
    const target = relative(src, resolve(dirname(file), name)).split(sep);
    const targetRank = ORDER.indexOf(target[0] as (typeof ORDER)[number]);
    if (targetRank > rank) faults.push(`${at} imports ${target.join('/')}, which comes after it`);
    if (folder === 'ui' && target[0] !== 'ui' && target[0] !== 'drawing')
      faults.push(`${at} imports ${target.join('/')}: ui knows nothing of IAM`);
    if (folder === 'features' && target[0] === 'features' && target[1] !== where[1])
      faults.push(`${at} imports another feature: ${target.join('/')}`);
  }
  return faults;
}

/** The file that an import means, or undefined for a package or a file that is not code. */
function targetOf(file: string, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const base = resolve(dirname(file), name);
  return [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find((path) => FILES.has(path));
}

const FILES = new Set(filesUnder(src));

/** Every way from a file back to itself through its imports, types included. */
function circles(): readonly string[][] {
  const found: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const way: string[] = [];
  const visit = (file: string): void => {
    state.set(file, 'open');
    way.push(file);
    for (const name of importsOf(file)) {
      const target = targetOf(file, name);
      if (target === undefined) continue;
      const known = state.get(target);
      if (known === 'open') found.push([...way.slice(way.indexOf(target)), target]);
      else if (known === undefined) visit(target);
    }
    way.pop();
    state.set(file, 'done');
  };
  for (const file of FILES) if (!state.has(file)) visit(file);
  return found.map((circle) => circle.map((path) => relative(src, path)));
}

describe('the import rule', () => {
  it('reads the sources', () => {
    expect(filesUnder(src).length).toBeGreaterThan(3);
  });

  it('holds everywhere', () => {
    expect(filesUnder(src).flatMap(broken)).toEqual([]);
  });

  it('leaves no circle of imports', () => {
    expect(circles()).toEqual([]);
  });
});
