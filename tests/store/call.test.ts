import { beforeEach, describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import { addLinked, removeLinked } from '../../src/call/list';
import { emptyScenario } from '../../src/formats/schema';
import { callOf, evaluationOf } from '../../src/store/derive';
import { setRequest } from '../../src/case/edits';
import { addToLayer, setText } from '../../src/store/policyCommands';
import { addTest } from '../../src/store/testEdits';
import { isEmpty, useVerdict, viewed } from '../../src/store/store';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/k';
const allow = (Action: string) => ({
  name: `Allow ${Action}`,
  document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } },
});

const CALL: Scenario = {
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
  },
  policies: { identity: [allow('s3:GetObject')], resource: { name: 'Bucket', text: '{}' } },
  linked: [
    {
      name: 'Decrypt',
      request: { action: 'kms:Decrypt', resource: KEY },
      through: 's3.amazonaws.com',
      policies: { resource: { name: 'Key', text: '{}' } },
    },
    { name: 'Tags', request: { action: 's3:GetObjectTagging' } },
  ],
};

const store = () => useVerdict.getState();
const whole = () => store().history.present;

beforeEach(() => {
  store().load(CALL);
  store().lookAt(0);
});

describe('the request that is looked at', () => {
  it('is the one that settles the call of a case that arrives', () => {
    const denied = {
      ...CALL,
      policies: { identity: [allow('s3:GetObject')] },
      linked: CALL.linked!.slice(1),
    };
    store().load(denied);
    expect(store().at).toBe(1);
    expect(viewed(store()).request.action).toBe('s3:GetObjectTagging');
    store().lookAt(0);
    store().replace({ ...denied, title: 'Another' });
    expect(store().at).toBe(1);
  });

  it('is the first of a case that arrives and is allowed as a whole', () => {
    store().lookAt(1);
    store().replace({ ...CALL, policies: { identity: [allow('*')] }, linked: CALL.linked!.slice(1) });
    expect(callOf(whole()).decision).toBe('Allowed');
    expect(store().at).toBe(0);
  });

  it('stays where it is for a number that the call does not have', () => {
    store().lookAt(7);
    expect(store().at).toBe(0);
  });

  it('opens the policy that its verdict quotes, and forgets the step that was chosen', () => {
    store().select({ step: 'scp' });
    store().lookAt(1);
    expect(store().selection).toMatchObject({ chosen: false });
    expect(store().selection.step).toBeUndefined();
  });
});

it('is the first one while the tests of the case are shown', () => {
  store().lookAt(1);
  store().openSlot('tests');
  expect(store().at).toBe(0);
  store().edit((scenario) => addTest(scenario, 'Allowed'));
  expect(whole().tests).toHaveLength(1);
  store().lookAt(1);
  store().edit((scenario) => setRequest(scenario, { action: 'kms:DescribeKey' }));
  expect(whole().tests).toHaveLength(1);
});

describe('an edit', () => {
  it('of the request goes to the linked one', () => {
    store().lookAt(1);
    store().edit((scenario) => setRequest(scenario, { action: 'kms:DescribeKey' }));
    expect(whole().request).toBe(CALL.request);
    expect(whole().linked![0]!.request.action).toBe('kms:DescribeKey');
  });

  it('of its own layer leaves the layer of the others, one that is shared changes for all', () => {
    store().lookAt(1);
    setText({ layer: 'resource', index: 0 }, '{"a":1}');
    addToLayer('identity', allow('kms:Decrypt'));
    expect(whole().linked![0]!.policies!.resource).toEqual({ name: 'Key', text: '{"a":1}' });
    expect(whole().policies.resource).toBe(CALL.policies.resource);
    expect((whole().policies.identity as unknown[]).length).toBe(2);
    expect(store().selection.address).toEqual({ layer: 'identity', index: 1 });
  });

  it('of one request is not one undo step with the same edit of another', () => {
    const rename = (account: string) => (scenario: Scenario) =>
      setRequest(scenario, { resourceAccount: account });
    store().edit(rename('111122223333'), 'request.resourceAccount');
    store().lookAt(1);
    store().edit(rename('444455556666'), 'request.resourceAccount');
    store().undo();
    expect(whole().request.resourceAccount).toBe('111122223333');
    expect(whole().linked![0]!.request.resourceAccount).toBeUndefined();
  });
});

describe('undo', () => {
  it('falls back to the first request when the one looked at goes', () => {
    store().editCall((call) => addLinked(call, [{ name: 'More', request: {} }]), 3);
    expect(store().at).toBe(3);
    store().undo();
    expect(store().at).toBe(0);
    expect(whole()).toBe(CALL);
  });

  it('follows the request looked at when one before it comes back', () => {
    store().lookAt(2);
    store().editCall((call) => removeLinked(call, 1), 1);
    expect(viewed(store()).request.action).toBe('s3:GetObjectTagging');
    store().undo();
    expect(store().at).toBe(2);
    expect(viewed(store()).request.action).toBe('s3:GetObjectTagging');
    store().redo();
    expect(store().at).toBe(1);
  });
});

it('evaluates each request of a call once', () => {
  const call = callOf(CALL);
  expect(call.parts).toHaveLength(3);
  for (const { view, evaluation } of call.parts) expect(evaluationOf(view)).toBe(evaluation);
  expect(callOf(CALL)).toBe(call);
});

it('does not take a call for an empty case', () => {
  expect(isEmpty(emptyScenario())).toBe(true);
  expect(isEmpty(addLinked(emptyScenario(), [{ name: 'One', request: {} }]))).toBe(false);
});
