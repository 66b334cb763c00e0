import { describe, expect, it } from 'vitest';
import { readJson } from '../support/catalog';
import { judgeAudit, judgeLeastPrivilege, judgeReasoning, judgeText } from '../support/judge';

/** Cases of our own beside the given ones, in the same form: what the references say and no given case holds. */
interface Case {
  readonly name: string;
}

const JUDGES: Readonly<Record<string, (one: never) => readonly string[]>> = {
  'more-least-privilege.json': judgeLeastPrivilege,
  'more-audit.json': judgeAudit,
  'more-texts.json': judgeText,
  'more-reasoning.json': judgeReasoning,
};

describe.each(Object.keys(JUDGES))('%s', (file) => {
  const cases = readJson(`tests/cases/${file}`) as readonly Case[];

  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
    expect(JUDGES[file]!(entry as never)).toEqual([]);
  });
});
