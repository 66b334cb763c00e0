import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Decision, StatementRef } from '../../src/engine/evaluation';
import type { Layer, Scenario } from '../../src/engine/scenario';

/**
 * More cases: `extra.json` by principal and layer, what the first set leaves out of the tables in the AWS pages;
 * `rules.json` by rule, those of single services and what AWS says in one sentence somewhere.
 */
interface Case {
  readonly name: string;
  readonly source: string;
  readonly scenario: Scenario;
  readonly expect: {
    readonly decision: Decision;
    /** A statement by its number or its Sid. */
    readonly decidedBy?: readonly { layer: string; policy: string; statement: number | string; target?: string }[];
    /** In any order. */
    readonly missing?: readonly Layer[];
  };
}

const readCases = (file: string): readonly Case[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Case[];

function names(refs: readonly StatementRef[], wanted: NonNullable<Case['expect']['decidedBy']>): string[] {
  const bySid = wanted.some(({ statement }) => typeof statement === 'string');
  return refs
    .map((ref) => [ref.layer, ref.policy, bySid ? ref.sid : ref.statement, ref.target ?? ''].join(' / '))
    .sort();
}

describe.each(['extra.json', 'rules.json'])('%s', (file) => {
  const cases = readCases(file);

  it('has no name twice', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, { scenario, expect: wanted }) => {
    const { decision, decidedBy, missing, problems } = evaluate(scenario);
    expect(problems).toEqual([]);
    expect(decision).toBe(wanted.decision);
    if (wanted.decidedBy) {
      const lines = wanted.decidedBy.map(({ layer, policy, statement, target }) =>
        [layer, policy, statement, target ?? ''].join(' / '),
      );
      expect(names(decidedBy, wanted.decidedBy)).toEqual(lines.sort());
    }
    if (wanted.missing) expect([...missing].sort()).toEqual([...wanted.missing].sort());
  });
});
