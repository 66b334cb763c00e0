import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOTE_IDS } from '../../src/engine/notes';
import { stepRule } from '../../src/explain/steps/rules';
import { LAYERS } from '../../src/case/layers';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/evaluation.md'), 'utf8');
const anchors = [...page.matchAll(/^#+ .*\{#([\w-]+)\}$/gm)].map((found) => found[1]!);

describe('docs/evaluation.md', () => {
  it('has a heading for each note and each step, and none besides', () => {
    const wanted = new Set<string>([
      ...NOTE_IDS,
      ...LAYERS.map(stepRule),
      stepRule('defaultDeny'),
      'several-resources',
      'second-authorization',
      // Shown where AWS's word stands beside the verdict.
      'aws-own-evaluation',
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

  it('names a page for each rule, and nothing that only a developer has', () => {
    const rules = page.split(/^#+ /m).filter((part) => /^.*\{#[\w-]+\}$/m.test(part.split('\n')[0]!));
    expect(rules).toHaveLength(anchors.length);
    const lacking = rules.filter((part) => !/Page|https:\/\/docs\.aws\.amazon\.com/.test(part));
    // These are about this program, or are documented nowhere.
    expect(lacking.map((part) => /\{#(.*)\}/.exec(part.split('\n')[0]!)![1])).toEqual([
      'completion-search-cut',
      'unnamed-session',
      'federated-caller-scp',
    ]);
    expect(page).not.toMatch(/\btests?\/|\.test\.ts|\.json|Cases:/);
  });

  it('links only to pages of AWS', () => {
    const links = [...page.matchAll(/\]\(([^)]*)\)/g)].map((found) => found[1]!);
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((link) => !link.startsWith('https://docs.aws.amazon.com/'))).toEqual([]);
  });
});
