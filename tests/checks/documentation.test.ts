import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../../src/checks/check-ids';
import { CHECKS } from '../../src/checks/checks';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/validation.md'), 'utf8');
const rows = new Map(
  [...page.matchAll(/^\| `([a-z0-9-]+)`\s*\| (error|security|warning|suggestion)\s*\|/gm)].map((row) => [
    row[1]!,
    row[2]!,
  ]),
);

describe('docs/validation.md', () => {
  it('lists every check', () => {
    expect([...rows.keys()].sort()).toEqual([...CHECK_IDS].sort());
  });

  it('gives each its severity', () => {
    for (const { id, severity } of CHECKS) expect(rows.get(id), id).toBe(severity);
  });
});
