import { describe, expect, it } from 'vitest';
import { takeComplaints } from './quiet';

describe('the guard against complaints in the console', () => {
  it('keeps the first line of each, with its places filled in', () => {
    console.error('Two children have the same key, `%s`.%s', 'resource', '\n    at Walk');
    console.warn(new Error('not wrapped in act'));
    expect(takeComplaints()).toEqual(['Two children have the same key, `resource`.', 'not wrapped in act']);
  });

  it('has nothing left for the next test', () => {
    expect(takeComplaints()).toEqual([]);
  });
});
