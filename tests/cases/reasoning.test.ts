import { describe, expect, it } from 'vitest';
import { readJson } from '../support/catalog';
import { judgeReasoning } from '../support/judge/reasoning';
import type { ReasoningCase } from '../support/judge/reasoning';

const cases = readJson('tests/cases/reasoning.json') as (ReasoningCase & { name: string })[];

describe('reasoning.json', () => {
  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
    expect(judgeReasoning(entry)).toEqual([]);
  });
});
