import { beforeEach, describe, expect, it } from 'vitest';
import type { Policy, PolicyLevel, Scenario } from '../../src/case/scenario';
import { addNamedLevel, addToLayer, moveTo, remove } from '../../src/store/policyCommands';
import { unwrapInto } from '../../src/store/unwrapInto';
import { useVerdict } from '../../src/store/store';

const empty: Scenario = {
  schema: 2,
  request: { principal: '', action: 's3:GetObject', resource: '' },
  policies: {},
};
const policy = (name: string): Policy => ({ name, text: '{}' });
const store = () => useVerdict.getState();
const policies = () => store().history.present.policies;
const lastToast = () => store().toasts.at(-1)?.text;

beforeEach(() => {
  store().load(empty);
  useVerdict.setState({ toasts: [] });
});

describe('adding policies', () => {
  it('brings FullAWSAccess along with the first SCP, and only with the first', () => {
    addToLayer('scp', policy('DenyRegions'));
    const [root] = policies().scp as readonly PolicyLevel[];
    expect(root?.policies.map(({ name }) => name)).toEqual(['FullAWSAccess', 'DenyRegions']);
    expect(store().selection.address).toEqual({ layer: 'scp', level: 0, index: 1 });
    addToLayer('scp', policy('Second'));
    expect((policies().scp as readonly PolicyLevel[])[0]?.policies).toHaveLength(3);
  });

  it('says which policy it replaced, and undoes as one step', () => {
    addToLayer('boundary', policy('Old'));
    addToLayer('boundary', policy('New'));
    expect(policies().boundary).toEqual(policy('New'));
    expect(lastToast()).toBe('New takes the place of Old.');
    store().undo();
    expect(policies().boundary).toEqual(policy('Old'));
  });

  it('never gives two policies of a layer one name', () => {
    addToLayer('identity', policy('Same'));
    addToLayer('identity', policy('Same'));
    expect((policies().identity as readonly Policy[]).map(({ name }) => name)).toEqual(['Same', 'Same 2']);
  });

  it('puts all policies found in a text in place of the text, as one step', () => {
    addToLayer('identity', policy('Pasted output'));
    const document = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
    const text = [
      JSON.stringify({ GroupName: 'Devs', PolicyName: 'Inline', PolicyDocument: document }),
      '# permissions boundary: arn:aws:iam::111122223333:policy/Limit',
      JSON.stringify({ PolicyVersion: { Document: document } }),
    ].join('\n');
    unwrapInto({ layer: 'identity', index: 0 }, text);
    expect(policies()).toEqual({
      identity: [{ name: 'Inline', document, via: 'group/Devs' }],
      boundary: { name: 'Limit', document },
    });
    store().undo();
    expect(policies()).toEqual({ identity: [policy('Pasted output')] });
  });
});

describe('removing and moving', () => {
  it('opens the neighbour of a removed policy', () => {
    for (const name of ['A', 'B', 'C']) addToLayer('identity', policy(name));
    remove({ layer: 'identity', index: 2 });
    expect(store().selection.address).toEqual({ layer: 'identity', index: 1 });
  });

  it('keeps the open policy open when one before it goes', () => {
    for (const name of ['A', 'B', 'C']) addToLayer('identity', policy(name));
    store().select({ address: { layer: 'identity', index: 1 }, statement: 0 });
    remove({ layer: 'identity', index: 0 });
    expect(store().selection).toMatchObject({ address: { layer: 'identity', index: 0 }, statement: 0 });
  });

  it('leaves what is open in another layer alone', () => {
    addToLayer('identity', policy('A'));
    addToLayer('boundary', policy('B'));
    remove({ layer: 'identity', index: 0 });
    expect(store().selection.address).toEqual({ layer: 'boundary', index: 0 });
  });

  it('says which policy a move replaced', () => {
    addToLayer('boundary', policy('Cap'));
    addToLayer('identity', policy('Mover'));
    moveTo({ layer: 'identity', index: 0 }, 'boundary');
    expect(policies()).toEqual({ boundary: policy('Mover') });
    expect(lastToast()).toBe('Mover takes the place of Cap.');
  });
});

describe('levels', () => {
  it('stand above the account', () => {
    for (const target of ['Root', 'Account', 'OU Prod']) addNamedLevel('scp', target);
    expect((policies().scp as readonly PolicyLevel[]).map(({ target }) => target)).toEqual([
      'Root',
      'OU Prod',
      'Account',
    ]);
  });
});
