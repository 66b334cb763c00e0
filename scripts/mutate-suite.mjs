// As much of vitest as the tests of the pure folders use, so that a bundle of them is one plain program that stops at
// the first failure: one test that notices a change is enough. See scripts/mutate.mjs.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  chai,
  setState,
} from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const expect = (value, message) => chai.expect(value, message);
globalThis[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0 }, expect);
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);

const tests = [];

const each = (define) => (rows) => (name, body) => {
  for (const row of rows) {
    const list = Array.isArray(row) ? row : [row];
    define(
      name.replace('%s', () => String(list[0])),
      () => body(...list),
    );
  }
};

export const describe = (_name, body) => body();
describe.each = each(describe);

export const it = (name, body) => tests.push({ name, body });
it.each = each(it);
export const test = it;
/** Comes before the tests that are written behind it. */
export const beforeAll = (body) => tests.push({ name: 'what the tests need', body });

/** Runs all tests that were collected, in order, up to the first that fails. */
export async function run() {
  for (const { name, body } of tests) {
    try {
      await body();
    } catch (error) {
      return { ran: tests.length, failed: name, message: String(error?.message ?? error) };
    }
  }
  return { ran: tests.length };
}
