import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Decision, Dependency, StatementRef } from '../../src/engine/evaluation';
import type { Layer, Scenario } from '../../src/case/scenario';

/**
 * More cases: `extra.json` by principal and layer, what the first set leaves out of the tables in the AWS pages;
 * `rules.json` by rule, those of single services and what AWS says in one sentence somewhere; `services.json` by
 * service, what each of them does in its own way, with the rules that have to be told beside it.
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
    /** Rules that are told beside some step, and rules that are not. */
    readonly notes?: readonly string[];
    readonly without?: readonly string[];
    /** Keys and hidden layers, in any order. */
    readonly dependsOn?: readonly string[];
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

function nameOf(dependency: Dependency): string {
  switch (dependency.kind) {
    case 'key':
      return dependency.key;
    case 'layer':
      return dependency.layer;
    case 'policy':
      return dependency.name;
    case 'request':
      return dependency.field;
  }
}

describe.each(['extra.json', 'rules.json', 'services.json'])('%s', (file) => {
  const cases = readCases(file);

  it('has no name twice', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, { scenario, expect: wanted }) => {
    const { decision, decidedBy, missing, problems, steps, dependsOn } = evaluate(scenario);
    expect(problems).toEqual([]);
    expect(decision).toBe(wanted.decision);
    if (wanted.decidedBy) {
      const lines = wanted.decidedBy.map(({ layer, policy, statement, target }) =>
        [layer, policy, statement, target ?? ''].join(' / '),
      );
      expect(names(decidedBy, wanted.decidedBy)).toEqual(lines.sort());
    }
    if (wanted.missing) expect([...missing].sort()).toEqual([...wanted.missing].sort());
    const told = steps.flatMap(({ notes }) => notes);
    for (const note of wanted.notes ?? []) expect(told).toContain(note);
    for (const note of wanted.without ?? []) expect(told).not.toContain(note);
    if (wanted.dependsOn) expect(dependsOn.map(nameOf).sort()).toEqual([...wanted.dependsOn].sort());
  });
});
