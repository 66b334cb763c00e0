import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { checkPolicy } from '../../src/checks/check-policy';
import { applyEdits } from '../../src/language/edits';
import { externalAccess } from '../../src/checks/external-access';
import { POLICY_TYPES } from '../../src/checks/policy-type';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const type = fc.constantFrom(...POLICY_TYPES);
const word = fc.constantFrom(
  '*',
  '',
  's3:GetObject',
  'iam:*',
  'iam:PassRole',
  'sts:AssumeRole',
  'S3:nothing',
  'arn:aws:s3:::b/*',
  'arn:aws:sqs:us-east-1:111122223333:q',
  'arn:aws:iam::111122223333:role/a',
  'arn:aws:s3:::${aws:username}/${',
  "${aws:PrincipalTag/a, 'b'}",
  '111122223333',
  'true',
  '10.0.0.0/8',
  '2026-01-31',
  'AROAEXAMPLEEXAMPLEAA',
);
const values = fc.oneof(word, fc.array(word, { maxLength: 3 }), fc.constantFrom(7, true, null, {}, [[]]));
const operator = fc.constantFrom(
  'StringEquals',
  'StringLike',
  'StringNotLikeIfExists',
  'ForAllValues:StringEquals',
  'Bool',
  'Null',
  'IpAddress',
  'NumericLessThan',
  'DateLessThan',
  'ArnLike',
  'Nonsense',
);
const key = fc.constantFrom(
  'aws:SourceIp',
  'aws:PrincipalArn',
  'aws:PrincipalTag/a',
  'aws:ResourceTag',
  'aws:TagKeys',
  's3:prefix',
  'aws:userid',
  'aws:SourceVpc',
  'iam:PassedToService',
  'x',
  'accounts.google.com:aud',
  '__proto__',
  'constructor',
);
const condition = fc.dictionary(operator, fc.oneof(fc.dictionary(key, values, { maxKeys: 3 }), values), {
  maxKeys: 3,
});
const principal = fc.oneof(
  values,
  fc.dictionary(fc.constantFrom('AWS', 'Service', 'Federated', 'CanonicalUser', 'User'), values, {
    maxKeys: 2,
  }),
);
const statement = fc.record(
  {
    Sid: values,
    Effect: fc.constantFrom('Allow', 'Deny', 'allow', 7),
    Principal: principal,
    NotPrincipal: principal,
    Action: values,
    NotAction: values,
    Resource: values,
    NotResource: values,
    Condition: fc.oneof(condition, values),
  },
  { requiredKeys: [] },
);
const policy = fc.record(
  {
    Version: fc.constantFrom('2012-10-17', '2008-10-17', '2020-01-01', 7),
    Statement: fc.oneof(fc.array(statement, { maxLength: 3 }), statement, values),
  },
  { requiredKeys: [] },
);

describe('any policy', () => {
  it('is checked without a throw, with places inside the text, and fixes that leave JSON', () => {
    fc.assert(
      fc.property(policy, type, fc.constantFrom(0, 2), (document, policyType, indent) => {
        const text = JSON.stringify(document, null, indent);
        for (const finding of checkPolicy(text, policyType, catalog)) {
          for (const { span } of [finding, ...(finding.related ?? [])]) {
            expect(span.offset).toBeGreaterThanOrEqual(0);
            expect(span.offset + span.length).toBeLessThanOrEqual(text.length);
          }
          for (const { edits } of finding.fixes) {
            const mended = applyEdits(text, edits);
            expect(() => JSON.parse(mended) as unknown, `${finding.id} in ${text}`).not.toThrow();
          }
        }
        expect(() => externalAccess(text, { ownerAccount: '111122223333' })).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('any text', () => {
  it('is checked without a throw while it is typed', () => {
    fc.assert(
      fc.property(policy, type, fc.double({ min: 0, max: 1, noNaN: true }), (document, policyType, part) => {
        const text = JSON.stringify(document, null, 2);
        const typed = text.slice(0, Math.floor(text.length * part));
        const found = checkPolicy(typed, policyType, catalog);
        for (const { span } of found) expect(span.offset + span.length).toBeLessThanOrEqual(typed.length);
        expect(() => externalAccess(typed)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('is checked without a throw whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), type, (text, policyType) => {
        expect(() => checkPolicy(text, policyType, catalog)).not.toThrow();
      }),
    );
  });
});
