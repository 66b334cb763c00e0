import { beforeEach, describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/index';
import { testRequest } from '../../src/explain/run-tests';
import { setContext, setRequest } from '../../src/case/edits';
import { useVerdict } from '../../src/store/store';
import {
  addTest,
  duplicateTest,
  expectOfTest,
  lookAtTest,
  moveTest,
  removeTest,
  renameTest,
  takeRequest,
} from '../../src/store/testEdits';

const scenario: Scenario = {
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/team/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::photos/2026/a.jpg',
  },
  policies: {},
};
const tested: Scenario = {
  ...scenario,
  tests: [
    { name: 'one', request: {}, expect: 'Allowed' },
    { name: 'two', request: { action: 's3:PutObject' }, expect: 'Denied' },
  ],
};
const names = ({ tests = [] }: Scenario): string[] => tests.map(({ name }) => name);
const asked = (one: Scenario) => (one.tests ?? []).map((test) => testRequest(one, test));

describe('tests of a case', () => {
  it('are named after the request that is kept, each by a name of its own', () => {
    const once = addTest(scenario, 'Allowed');
    expect(once.tests).toEqual([{ name: 'alice: s3:GetObject on a.jpg', request: {}, expect: 'Allowed' }]);
    expect(names(addTest(once, 'Denied'))[1]).toBe('alice: s3:GetObject on a.jpg (2)');
    const anyone = setRequest(scenario, { principal: '*', resource: 'arn:aws:s3:::photos' });
    expect(names(addTest(anyone, 'Denied'))).toEqual(['anyone: s3:GetObject on photos']);
  });

  it('are renamed, but not to nothing; expect the other; are copied, moved and removed', () => {
    expect(names(renameTest(tested, 0, ' new '))).toEqual(['new', 'two']);
    expect(renameTest(tested, 0, '  ')).toBe(tested);
    expect(expectOfTest(tested, 1, 'Allowed').tests![1]!.expect).toBe('Allowed');
    expect(names(duplicateTest(tested, 0))).toEqual(['one', 'one (2)', 'two']);
    expect(names(moveTest(tested, 0, 1))).toEqual(['two', 'one']);
    expect(moveTest(tested, 0, -1)).toBe(tested);
    expect(names(removeTest(tested, 0))).toEqual(['two']);
    expect(removeTest(removeTest(tested, 0), 0)).not.toHaveProperty('tests');
  });

  it('put their request on the page, and ask the same afterwards', () => {
    const looked = lookAtTest(tested, 1);
    expect(looked.request.action).toBe('s3:PutObject');
    expect(looked.tests![1]!.request).toEqual({});
    expect(asked(looked)).toEqual(asked(tested));
    expect(takeRequest(looked, 0).tests![0]!.request).toEqual({});
    expect(asked(takeRequest(looked, 0))[0]!.action).toBe('s3:PutObject');
  });
});

describe('the page’s request', () => {
  beforeEach(() => useVerdict.getState().load(tested));
  const present = (): Scenario => useVerdict.getState().history.present;

  it('changes without changing what the tests ask, and undo brings all back', () => {
    const { edit, undo } = useVerdict.getState();
    edit((before) => setRequest(before, { action: 's3:DeleteObject' }));
    edit((before) => setContext(before, 'aws:SourceIp', '203.0.113.7'));
    expect(present().request.context).toEqual({ 'aws:SourceIp': '203.0.113.7' });
    // Nothing was told of the address, and AWS always sends one.
    const untold = { context: { 'aws:SourceIp': null } };
    expect(asked(present())).toEqual(asked(tested).map((one) => ({ ...one, ...untold })));
    undo();
    undo();
    expect(present()).toBe(tested);
  });
});
