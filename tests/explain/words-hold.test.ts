/**
 * What the words of a verdict say, held against evaluating: over generated cases. To look further, by hand:
 * SEED=7 RUNS=3000 npx vitest run tests/explain/words-hold.test.ts
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setContext } from '../../src/case/edits';
import { isForeignKey } from '../../src/catalog/foreign-keys';
import type { Scenario } from '../../src/case/scenario';
import { evaluate } from '../../src/engine/evaluate';
import { keySent } from '../../src/engine/request/presence';
import { applyChange, changesFor } from '../../src/explain/changes';
import { explain } from '../../src/explain/headline';
import { keyTable } from '../../src/explain/key-table';
import { guessedKeys } from '../../src/explain/guessed';
import { policyMarks } from '../../src/explain/marks';
import { nearestStatements } from '../../src/explain/nearest';
import { requestPath } from '../../src/explain/path';
import { elementWords } from '../../src/explain/elements';
import { anyScenario } from '../engine/any';

const seed = Number(process.env['SEED'] ?? 20261130);
const numRuns = Number(process.env['RUNS'] ?? 60);
const check = (property: (scenario: Scenario) => void, unknowns = false): void => {
  fc.assert(fc.property(anyScenario(unknowns), property), { seed, numRuns });
};

describe('over generated cases', () => {
  it('a change does what it says, and is enough where it says so', () => {
    let tried = 0;
    check((scenario) => {
      const evaluation = evaluate(scenario);
      for (const change of changesFor(scenario, evaluation).slice(0, 6)) {
        tried += 1;
        const after = evaluate(applyChange(scenario, change)).decision;
        expect(after).toBe(change.result);
        if (!change.enough) continue;
        expect(after === 'Allowed').toBe(evaluation.decision !== 'Allowed');
      }
    });
    expect(tried).toBeGreaterThan(20);
  });

  it('the closest statement is an Allow that differs in what is said of it', () => {
    check((scenario) => {
      const evaluation = evaluate(scenario);
      for (const { statement, element } of nearestStatements(scenario, evaluation)) {
        expect(statement.effect).toBe('Allow');
        expect(element.truth).not.toBe('yes');
        expect(statement.elements).toContain(element);
        expect(elementWords(element, evaluation)).not.toBe('');
      }
    });
  });

  it('the reason stands in the editor under the line that the verdict quotes', () => {
    let tried = 0;
    check((scenario) => {
      const evaluation = evaluate(scenario);
      for (const { address, line } of explain(scenario, evaluation).quotes.filter(
        ({ lead }) => lead === 'Closest',
      )) {
        tried += 1;
        const hits = policyMarks(scenario, evaluation, address).hits;
        expect(hits.map((hit) => hit.line)).toContain(line);
      }
    });
    expect(tried).toBeGreaterThan(5);
  });

  it('a verdict that depends on a key turns with some value of it', () => {
    check((scenario) => {
      const evaluation = evaluate(scenario);
      for (const row of keyTable(scenario, evaluation)) {
        if (!row.matters) continue;
        const decisions = row.values.map(
          ({ value }) => evaluate(setContext(scenario, row.key, value)).decision,
        );
        expect(new Set([...decisions, evaluation.decision]).size, row.key).toBeGreaterThan(1);
      }
    });
  });

  it('a denial that rests on no guess stays one whatever AWS may have sent', () => {
    check((scenario) => {
      const evaluation = evaluate(scenario);
      const { decision, keysRead } = evaluation;
      if (decision !== 'ImplicitlyDenied' && decision !== 'ExplicitlyDenied') return;
      const guessed = guessedKeys(scenario, evaluation);
      // A guess is a key that a policy reads and nobody told.
      for (const key of guessed) expect(keysRead).toContain(key);
      if (guessed.length > 0) return;
      const sent = keysRead.filter(
        (key) => keySent(scenario, key) !== 'never' && !isForeignKey(key, scenario.request.action),
      );
      for (const key of sent.slice(0, 4)) {
        for (const value of ['x', 'true', '203.0.113.7', '2026-01-01T00:00:00Z'])
          expect(evaluate(setContext(scenario, key, value)).decision, `${key} ${value}`).toBe(decision);
      }
    });
  });

  it('the request stops at one gate at most in each lane, and nowhere where it is allowed or not whole', () => {
    check((scenario) => {
      const evaluation = evaluate(scenario);
      const halts = [...requestPath(evaluation).steps].filter(([, { halts: stops }]) => stops);
      const lanes = new Set(halts.map(([id]) => evaluation.steps.find((step) => step.id === id)!.lane));
      expect(halts.length).toBe(lanes.size);
      const whole = evaluation.problems.length === 0;
      if (evaluation.decision === 'Allowed' || (evaluation.decision === 'Undetermined' && !whole))
        expect(halts).toEqual([]);
    }, true);
  });
});
