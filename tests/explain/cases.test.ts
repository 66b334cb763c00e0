import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Scenario } from '../../src/case/scenario';
import { changesFor } from '../../src/explain/changes';
import { explain } from '../../src/explain/headline';
import { keyTable } from '../../src/explain/key-table';
import { policyMarks } from '../../src/explain/marks';
import { listPolicies, policyText } from '../../src/case/scenario';
import { plain } from '../../src/explain/rich';
import { stepWords } from '../../src/explain/steps';

interface Case {
  readonly name: string;
  readonly scenario: Omit<Scenario, 'schema'>;
}

const cases = JSON.parse(
  readFileSync(new URL('../cases/evaluation.json', import.meta.url), 'utf8'),
) as readonly Case[];
const scenarios = cases.map(({ name, scenario }): [string, Scenario] => [name, { ...scenario, schema: 2 }]);

/** What no sentence may hold: a value that was never there, or an engine's own word. */
const BROKEN = /undefined|null\b|\[object|NaN|ImplicitlyDenied|ExplicitlyDenied|noAllow/;

describe.each(scenarios)('%s', (_, asked) => {
  const evaluation = evaluate(asked);
  const said = explain(asked, evaluation);

  it('has whole sentences', () => {
    const steps = evaluation.steps.map((step) => stepWords(step, evaluation, asked));
    const sentences = [
      ...[said.sentence, said.note, said.aside?.text, ...said.remarks.map(({ text }) => text)].map((text) =>
        plain(text ?? []),
      ),
      ...steps.flatMap(({ word, detail, sentence }) => [word, detail, plain(sentence)]),
    ];
    expect(plain(said.sentence)).not.toBe('');
    expect(sentences.filter((sentence) => BROKEN.test(sentence))).toEqual([]);
  });

  it('quotes lines that are there', () => {
    const texts = new Map(
      listPolicies(asked.policies).map(({ policy }) => [policy.name, policyText(policy)]),
    );
    for (const { policy, line } of said.quotes)
      expect(texts.get(policy)!.split('\n')[line - 1]).toBeDefined();
  });

  it('marks lines that are there', () => {
    for (const { address, policy } of listPolicies(asked.policies)) {
      const count = policyText(policy).split('\n').length;
      const { lines, hits } = policyMarks(asked, evaluation, address);
      for (const { line } of [...lines, ...hits]) expect(line).toBeLessThanOrEqual(count);
    }
  });

  it('proposes changes that can be read and do what they say', () => {
    for (const change of changesFor(asked, evaluation)) {
      if (change.newText !== undefined) expect(() => JSON.parse(change.newText!) as unknown).not.toThrow();
      if (change.enough) expect(change.result === 'Allowed').toBe(evaluation.decision !== 'Allowed');
    }
  });

  it('has the present verdict at the present value of a key', () => {
    for (const { values } of keyTable(asked, evaluation)) {
      for (const { decision, current, value } of values) {
        if (current && value !== undefined) expect(decision).toBe(evaluation.decision);
      }
    }
  });
});
