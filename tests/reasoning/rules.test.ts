import { describe, expect, it } from 'vitest';
import { judgeReasoning } from '../support/judge';
import { RULE_CASES } from './rules';

const policy = (Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });

describe('a rule of the language over all requests', () => {
  it.each(RULE_CASES)('$name', ({ type = 'identity', a, b, expect: relation }) => {
    const asked = { kind: 'compare', type, a: policy(a), b: policy(b), expect: relation };
    expect(judgeReasoning(asked)).toEqual([]);
  });
});
