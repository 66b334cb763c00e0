import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOTE_IDS } from '../../src/engine/notes';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/evaluation.md'), 'utf8');
const anchors = [...page.matchAll(/^#+ .*\{#([\w-]+)\}$/gm)].map((found) => found[1]!);

function caseNames(file: string): readonly string[] {
  const cases = JSON.parse(readFileSync(resolve(root, 'tests/cases', file), 'utf8')) as { name: string }[];
  return cases.map(({ name }) => name);
}

describe('docs/evaluation.md', () => {
  it('has a heading for each note, and none besides', () => {
    expect([...anchors].sort()).toEqual([...NOTE_IDS].sort());
  });

  it('names cases that exist', () => {
    const names = [...caseNames('evaluation.json'), ...caseNames('language.json')];
    const named = page
      .split('\n')
      .flatMap((line) => (/Cases: (.*)$/.exec(line)?.[1] ?? '').match(/`[^`]+`/g) ?? [])
      .map((text) => text.slice(1, -1))
      .filter((text) => !text.startsWith('tests/'));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((text) => !names.some((name) => name.startsWith(text)))).toEqual([]);
  });
});
