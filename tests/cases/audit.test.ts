import { describe, expect, it } from 'vitest';
import { readJson } from '../support/catalog';
import { judgeAudit, type AuditCase } from '../support/judge/audit';

const cases = readJson('tests/cases/audit.json') as AuditCase[];

describe('audit.json', () => {
  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
    expect(judgeAudit(entry)).toEqual([]);
  });

  it('is judged by fields that the judge knows', () => {
    const [first] = cases;
    expect(judgeAudit({ ...first!, expect: { ...first!.expect, other: 1 } })).toEqual(['other is not known']);
  });
});
