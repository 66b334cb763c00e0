import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOTE_IDS } from '../../src/engine/notes';
import { stepRule } from '../../src/explain/steps/rules';
import { LAYERS } from '../../src/case/layers';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/evaluation.md'), 'utf8');
const anchors = [...page.matchAll(/^#+ .*\{#([\w-]+)\}$/gm)].map((found) => found[1]!);

function caseNames(file: string): readonly string[] {
  const cases = JSON.parse(readFileSync(resolve(root, 'tests/cases', file), 'utf8')) as { name: string }[];
  return cases.map(({ name }) => name);
}

describe('docs/evaluation.md', () => {
  it('has a heading for each note and each step, and none besides', () => {
    const wanted = new Set<string>([
      ...NOTE_IDS,
      ...LAYERS.map(stepRule),
      stepRule('defaultDeny'),
      'several-resources',
    ]);
    expect([...anchors].sort()).toEqual([...wanted].sort());
  });

  it('has every anchor that a button of the page leads to', () => {
    const files = readdirSync(resolve(root, 'src/features'), { recursive: true, encoding: 'utf8' });
    const asked = files
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => readFileSync(resolve(root, 'src/features', file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/showRule\('([^']*)'\)/g)].map((found) => found[1]!));
    expect(asked).not.toEqual([]);
    expect(asked.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
  });

  it('names a page for each rule, and the cases that hold it', () => {
    const rules = page.split(/^#+ /m).filter((part) => /^.*\{#[\w-]+\}$/m.test(part.split('\n')[0]!));
    const lacking = (word: string) =>
      rules.filter((part) => !part.includes(word)).map((part) => part.split('\n')[0]!);
    expect(rules).toHaveLength(anchors.length);
    expect(lacking('Cases:')).toEqual([]);
    // Two rules are about this program, or are documented nowhere.
    expect(lacking('Page').map((line) => /\{#(.*)\}/.exec(line)![1])).toEqual([
      'completion-search-cut',
      'unnamed-session',
      'federated-caller-scp',
    ]);
  });

  it('names cases that exist', () => {
    const files = ['evaluation.json', 'language.json', 'extra.json', 'rules.json', 'services.json'];
    const names = files.flatMap(caseNames);
    const named = page
      .split('\n')
      .flatMap((line) => (/Cases: (.*)$/.exec(line)?.[1] ?? '').match(/`[^`]+`/g) ?? [])
      .map((text) => text.slice(1, -1))
      .filter((text) => !text.startsWith('tests/') || !existsSync(resolve(root, text)));
    const inTable = page
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .flatMap((line) => (line.split('|')[3] ?? '').match(/`[^`]+`/g) ?? [])
      .map((text) => text.slice(1, -1))
      .filter((text) => text !== 'cases');
    expect(inTable.length).toBeGreaterThan(25);
    expect(inTable.filter((text) => !names.some((name) => name.startsWith(text)))).toEqual([]);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((text) => !names.some((name) => name.startsWith(text)))).toEqual([]);
  });
});
