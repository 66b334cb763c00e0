import { describe, expect, it } from 'vitest';
import { quotaOf, quotaWords } from '../../../src/features/editor/quota';

const TEXT = '{ "Action":\n  "é" }';

describe('how much of its limit a policy uses', () => {
  it('leaves white space out for managed policies and trust policies', () => {
    expect(quotaOf('identity', 's3:GetObject', TEXT)).toEqual({ used: 14, limit: 6144, unit: 'characters' });
    expect(quotaOf('boundary', 's3:GetObject', TEXT).used).toBe(14);
    expect(quotaOf('resource', 'sts:AssumeRole', TEXT)).toEqual({
      used: 14,
      limit: 2048,
      unit: 'characters',
    });
  });

  it('counts every character of session, organization and endpoint policies', () => {
    expect(quotaOf('session', '', TEXT)).toMatchObject({ used: 19, limit: 2048 });
    expect(quotaOf('scp', '', TEXT)).toMatchObject({ used: 19, limit: 10240 });
    expect(quotaOf('rcp', '', TEXT)).toMatchObject({ used: 19, limit: 5120 });
    expect(quotaOf('endpoint', '', TEXT)).toMatchObject({ used: 19, limit: 20480 });
  });

  it('counts the bytes of a resource-based policy against its service’s limit', () => {
    expect(quotaOf('resource', 's3:GetObject', TEXT)).toEqual({ used: 20, limit: 20480, unit: 'bytes' });
    expect(quotaOf('resource', 'SQS:SendMessage', TEXT).limit).toBe(8192);
  });

  it('names no limit that is not known', () => {
    expect(quotaWords(quotaOf('resource', 'glue:GetTable', TEXT))).toBe('20 bytes');
    expect(quotaWords(quotaOf('identity', '', TEXT))).toBe('14 of 6,144 characters');
  });
});
