/** What a pasted message says comes first, and "reproduced" is said only where nothing was taken for granted. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { ContextValue, Policies, Scenario } from '../../src/case/scenario';
import { explain } from '../../src/explain/headline';
import { ledByMessage } from '../../src/explain/led-by-message';
import { comparePasted } from '../../src/explain/pasted';
import type { PastedDenial } from '../../src/explain/pasted';
import { plain } from '../../src/explain/rich';
import { policy } from './support';

const ROLE = 'arn:aws:iam::444455556666:role/app';
const trust = (condition: object): Policies => ({
  identity: [{ name: 'Own', document: policy({ Effect: 'Allow', Action: 'sts:*', Resource: '*' }) }],
  resource: {
    name: 'Trust',
    document: policy({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
      ...condition,
    }),
  },
});
const taking = (policies: Policies, context: Record<string, ContextValue> = {}): Scenario => ({
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/ana',
    action: 'sts:AssumeRole',
    resource: ROLE,
    context,
  },
  policies,
});
const compared = (pasted: PastedDenial, given: Scenario): string => {
  const { result, text } = comparePasted(pasted, given, evaluate(given));
  return `${result}: ${plain(text)}`;
};
const band = (pasted: PastedDenial, given: Scenario): string => {
  const evaluation = evaluate(given);
  const { lead, sentence } = ledByMessage(explain(given, evaluation), pasted, given, evaluation);
  return `${lead} ${plain(sentence)}`;
};

describe('a denial that comes out as the message says', () => {
  const external = trust({ Condition: { StringEquals: { 'sts:ExternalId': '42' } } });

  it('is only consistent with it while a key that the message does not mention is guessed', () => {
    expect(compared({}, taking(external))).toBe(
      'consistent: The case is denied so if the request came without sts:ExternalId, of which the message says nothing.',
    );
  });

  it.each([
    ['told to be absent', []],
    ['told to be another', '43'],
  ])('is reproduced once the key is %s', (_, value) => {
    expect(compared({}, taking(external, { 'sts:ExternalId': value }))).toBe(
      'same: The case is denied as the message says.',
    );
  });

  it('is reproduced where no value of the key would turn it', () => {
    const named = trust({
      Principal: { AWS: 'arn:aws:iam::111122223333:user/bob' },
      Condition: { StringEquals: { 'sts:ExternalId': '42' } },
    });
    expect(compared({}, taking(named))).toMatch(/^same/);
  });

  it('does not take a key for a guess that AWS never sends with the request', () => {
    const given: Scenario = {
      schema: 2,
      request: {
        principal: 'arn:aws:iam::111122223333:user/ana',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::b/k',
      },
      policies: {
        identity: [
          {
            name: 'Own',
            document: policy({
              Effect: 'Allow',
              Action: '*',
              Resource: '*',
              Condition: { StringEquals: { 'sts:ExternalId': '42' } },
            }),
          },
        ],
      },
    };
    expect(compared({}, given)).toMatch(/^same/);
  });
});

describe('the band of a case from a message', () => {
  it('leads with a Deny in a layer that is not given', () => {
    expect(band({ layer: 'scp', denial: 'explicit' }, taking({ ...trust({}), scp: 'unknown' }))).toBe(
      'AWS says: denied. A Deny in an SCP, which is not given here yet',
    );
    expect(band({ layer: 'scp', denial: 'explicit' }, taking(trust({})))).toBe(
      'AWS says: denied. A Deny in an SCP, which is not given here yet',
    );
  });

  it('says how it comes out here where the layer is given', () => {
    expect(band({ layer: 'identity', denial: 'explicit' }, taking(trust({})))).toBe(
      'AWS says: denied. A Deny in an identity policy; with what is given here it comes out allowed',
    );
    expect(band({ denial: 'implicit' }, taking(trust({})))).toBe(
      'AWS says: denied. No Allow; with what is given here it comes out allowed',
    );
  });

  it('is the case’s own once it accounts for the message, and when another request is asked', () => {
    const other = trust({ Principal: { AWS: 'arn:aws:iam::111122223333:user/bob' } });
    const own = (given: Scenario): string => {
      const { lead, sentence } = explain(given);
      return `${lead} ${plain(sentence)}`;
    };
    const denied = taking(other);
    expect(band({ layer: 'trust', denial: 'implicit' }, denied)).toBe(own(denied));
    const asked = taking(trust({}));
    expect(band({ layer: 'scp', request: { action: 'sts:TagSession' } }, asked)).toBe(own(asked));
  });

  it('is the case’s own after it once came out so and was changed', () => {
    const changed = taking(trust({}));
    expect(band({ layer: 'trust', denial: 'implicit', accounted: true }, changed)).toMatch(/^Allowed\./);
  });
});
