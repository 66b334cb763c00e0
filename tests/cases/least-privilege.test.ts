import { describe, expect, it } from 'vitest';
import { judgeLeastPrivilege } from '../support/judge/least-privilege';
import cases from './least-privilege.json';

describe('least privilege from what AWS recorded', () => {
  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
    expect(judgeLeastPrivilege(entry)).toEqual([]);
  });

  it('a field that the judge does not know is an error', () => {
    const entry = { ...cases[0]!, expect: { colour: 'red' } };
    expect(judgeLeastPrivilege(entry)).toEqual(['the field `colour` is not known']);
  });
});
