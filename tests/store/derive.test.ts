import { expect, it } from 'vitest';
import { evaluationOf, explanationOf } from '../../src/store/derive';
import { allow, mine } from '../engine/build';

it('keeps what belongs to the case before, for panels that are still to be drawn', () => {
  const before = mine([allow()]);
  const now = mine([]);
  const [first, words] = [evaluationOf(before), explanationOf(before)];
  expect(first.decision).toBe('Allowed');
  expect(evaluationOf(now).decision).toBe('ImplicitlyDenied');
  expect(explanationOf(now)).not.toBe(words);
  expect(evaluationOf(before)).toBe(first);
  expect(explanationOf(before)).toBe(words);
  expect(evaluationOf(mine([])).decision).toBe('ImplicitlyDenied');
  expect(evaluationOf(now).decision).toBe('ImplicitlyDenied');
});
