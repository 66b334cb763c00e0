import { beforeEach, describe, expect, it } from 'vitest';
import type { Policies } from '../../src/index';
import { emptyScenario, evaluate, readEvidence } from '../../src/index';
import { scenarioFromEvidence } from '../../src/intake/from-evidence';
import { addToLayer } from '../../src/store/policyCommands';
import { useVerdict } from '../../src/store/store';
import { unwrapInto } from '../../src/store/unwrapInto';

const allow = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
});
const version = (document: object): string =>
  JSON.stringify({ PolicyVersion: { Document: document } }, null, 4);
const scp = (name: string, document: object): string =>
  JSON.stringify({
    Policy: {
      PolicySummary: { Name: name, Type: 'SERVICE_CONTROL_POLICY' },
      Content: JSON.stringify(document),
    },
  });

/** The answers of this page's own commands, one after another. */
const ANSWERS = [
  '# policy: arn:aws:iam::111122223333:policy/Reports',
  version(allow('s3:*')),
  '# policy of group Developers: arn:aws:iam::aws:policy/ReadOnlyAccess',
  version(allow('s3:Get*')),
  '# permissions boundary: arn:aws:iam::111122223333:policy/Limit',
  version(allow('s3:*')),
  '# attached to: 111122223333',
  scp('FullAWSAccess', allow('*')),
  '# attached to: ou-ab12-workloads',
  scp('FullAWSAccess', allow('*')),
  '# attached to: r-ab12',
  scp('FullAWSAccess', allow('*')),
].join('\n');

const request = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::reports/a',
};

const store = () => useVerdict.getState();

/** As the paste box does it. */
const pasted = (): Policies =>
  scenarioFromEvidence(readEvidence(ANSWERS), { ...emptyScenario(), request }).scenario.policies;

/** As the banner over an editor does it, whose text holds the answers. */
function unwrapped(layer: 'identity' | 'scp' | 'boundary'): Policies {
  addToLayer(layer, { name: 'Pasted output', text: ANSWERS });
  unwrapInto({ layer, index: 0, ...(layer === 'scp' && { level: 0 }) }, ANSWERS);
  return store().history.present.policies;
}

describe('the answers of this page’s own commands', () => {
  beforeEach(() => {
    store().replace({ ...emptyScenario(), request }, 'Started');
  });

  it('give each policy the layer, level and group that its line names', () => {
    expect(pasted()).toMatchObject({
      identity: [{ name: 'Reports' }, { name: 'ReadOnlyAccess', via: 'group/Developers' }],
      boundary: { name: 'Limit' },
      scp: [{ target: 'Root' }, { target: 'OU ou-ab12-workloads' }, { target: 'Account 111122223333' }],
    });
    expect(evaluate({ ...emptyScenario(), request, policies: pasted() }).decision).toBe('Allowed');
  });

  it.each(['identity', 'boundary'] as const)(
    'give the same case out of an editor of the layer %s',
    (layer) => {
      expect(unwrapped(layer)).toEqual(pasted());
    },
  );
});
