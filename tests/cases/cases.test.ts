import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Decision, StatementRef } from '../../src/engine/evaluation';
import type { Scenario } from '../../src/case/scenario';
import { parseScenario } from '../../src/formats/schema';

interface Case {
  readonly name: string;
  readonly source: string;
  readonly scenario: Scenario;
  readonly expect: {
    readonly decision: Decision;
    /** A statement by its number or its Sid. */
    readonly decidedBy?: readonly { layer: string; policy: string; statement: number | string }[];
  };
}

function readCases(file: string): readonly Case[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Case[];
}

const sameStatement = (ref: StatementRef, wanted: number | string): boolean =>
  typeof wanted === 'number' ? ref.statement === wanted : ref.sid === wanted;

describe.each(['evaluation.json', 'language.json', 'field-verdicts.json'])('%s', (file) => {
  it.each(readCases(file).map((entry) => [entry.name, entry] as const))('%s', (_name, { scenario, expect: wanted }) => {
    const { decision, decidedBy } = evaluate(scenario);
    // Read as an old file or link, the case means the same.
    expect(evaluate(parseScenario(scenario)).decision).toBe(wanted.decision);
    expect(decision).toBe(wanted.decision);
    if (!wanted.decidedBy) return;
    for (const statement of wanted.decidedBy) {
      const found = decidedBy.some(
        (ref) =>
          ref.layer === statement.layer &&
          ref.policy === statement.policy &&
          sameStatement(ref, statement.statement),
      );
      expect(found, `${statement.layer}/${statement.policy}/${statement.statement} decided`).toBe(true);
    }
    expect(decidedBy).toHaveLength(wanted.decidedBy.length);
  });
});
