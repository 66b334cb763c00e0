import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Scenario } from '../../src/case/scenario';
import { explain } from '../../src/explain/headline';
import { markdown } from '../../src/explain/rich';
import { BROKEN, UNKNOWN } from './states';
import { policy, scenario } from './support';

function undetermined(asked: Scenario) {
  const said = explain(asked, evaluate(asked));
  return {
    text: `${said.lead} ${markdown(said.sentence)}`,
    hangs: said.hangs.map(
      ({ label, effect, actionLabel }) => `${markdown(label)} | ${markdown(effect)} | ${actionLabel}`,
    ),
    quotes: said.quotes,
    note: said.note && markdown(said.note),
    aside: said.aside && markdown(said.aside.text),
  };
}

const ALLOW = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const identity = (...statements: object[]) => [{ name: 'P', document: policy(...statements) }];
const when = (Effect: string, Condition: object) => ({ Effect, Action: 's3:*', Resource: '*', Condition });

/** One key that is not known, read by these statements. */
function hanging(key: string, ...statements: object[]) {
  return undetermined(scenario({ context: { [key]: null } }, { identity: identity(...statements) }));
}

describe('an undetermined verdict', () => {
  it('depends on what was not given', () => {
    expect(undetermined(UNKNOWN)).toMatchObject({
      text: 'Undetermined. It depends on two things you haven’t given',
      hangs: [
        'SCPs of 111122223333 | not visible to you | What if they allow?',
        '`aws:SourceVpce` | denied unless it is `vpce-0f1e2d3c4b5a69788` | Set a value',
      ],
      aside:
        '**Allowed** only if the SCPs allow `s3:GetObject` and `aws:SourceVpce` is `vpce-0f1e2d3c4b5a69788`. **Denied** otherwise. Of what you can see, only `OnlyThroughVpce` may stop it.',
    });
  });

  it('says where capitals do not matter', () => {
    const tag = 'aws:PrincipalTag/team';
    const listed = ['Red', 'red', 'blue'];
    expect(hanging(tag, when('Allow', { StringEqualsIgnoreCase: { [tag]: listed } })).aside).toBe(
      '**Allowed** only if `aws:PrincipalTag/team` is `red` or `blue` in any capitals. **Denied** otherwise.',
    );
    expect(hanging(tag, ALLOW, when('Deny', { StringEqualsIgnoreCase: { [tag]: 'red' } })).aside).toBe(
      '**Allowed** only if `aws:PrincipalTag/team` is not `red` in any capitals. **Denied** otherwise.',
    );
  });

  it('says that all in sight allows it only where nothing in sight may stop it', () => {
    const tag = 'aws:PrincipalTag/team';
    const red = { StringEquals: { [tag]: 'red' } };
    const asked = { context: { [tag]: null } };
    const hidden = { scp: 'unknown' as const };
    const asideOf = (policies: object) => undetermined(scenario(asked, { ...hidden, ...policies })).aside;
    const quiet = when('Allow', red);
    const blue = when('Deny', { StringEquals: { [tag]: 'blue' } });
    expect(asideOf({ identity: identity(ALLOW, quiet) })).toMatch(/Everything you can see allows it\.$/);
    expect(asideOf({ identity: identity(ALLOW, when('Deny', red)) })).toMatch(
      /Of what you can see, only statement 2 of `P` may stop it\.$/,
    );
    const boundary = { name: 'B', document: policy({ ...quiet, Sid: 'OnlyRed' }) };
    expect(asideOf({ identity: identity(ALLOW), boundary })).toMatch(
      /Of what you can see, only `OnlyRed` may stop it\.$/,
    );
    expect(asideOf({ identity: identity(ALLOW, blue, blue), boundary })).toMatch(
      /Of what you can see, three statements may stop it\.$/,
    );
  });

  it('depends on an ACL that the call may set', () => {
    const asked = scenario(
      { action: 's3:PutObject', context: { 's3:x-amz-acl': null } },
      { identity: identity(ALLOW) },
    );
    const s3 = { objectOwnership: 'ObjectWriter' as const, blockPublicAccess: { blockPublicAcls: true } };
    const list = '`public-read`, `public-read-write` or `authenticated-read`';
    expect(undetermined({ ...asked, s3 })).toMatchObject({
      text: 'Undetermined. It depends on `s3:x-amz-acl`, which is not known',
      hangs: [`\`s3:x-amz-acl\` | denied if it is ${list} | Set a value`],
      aside: `**Allowed** only if \`s3:x-amz-acl\` is not ${list}. **Denied** otherwise.`,
    });
    const deny = when('Deny', { StringEquals: { 's3:x-amz-acl': 'private' } });
    expect(undetermined({ ...asked, s3, policies: { identity: identity(ALLOW, deny) } }).hangs).toEqual([
      `\`s3:x-amz-acl\` | denied if it is \`private\`, ${list} | Set a value`,
    ]);
    const like = when('Deny', { StringLike: { 's3:x-amz-acl': 'p*' } });
    expect(undetermined({ ...asked, s3, policies: { identity: identity(ALLOW, like) } }).hangs).toEqual([
      '`s3:x-amz-acl` | its value decides | Set a value',
    ]);
    const grants = { ...asked, s3, request: { ...asked.request, context: { 's3:x-amz-grant-read': null } } };
    expect(undetermined(grants)).toMatchObject({
      hangs: [
        '`s3:x-amz-grant-read` | denied if it grants to `AllUsers` or `AuthenticatedUsers` | Set a value',
      ],
      aside:
        '**Allowed** only if `s3:x-amz-grant-read` does not grant to `AllUsers` or `AuthenticatedUsers`. **Denied** otherwise.',
    });
  });

  it('depends on a policy that can’t be read', () => {
    const said = undetermined(BROKEN);
    expect(said).toMatchObject({
      text: 'Undetermined. `ReportWriterAccess` can’t be read, so what it allows is not known',
      hangs: [],
      note: 'An unreadable policy counts as unknown, never as empty.',
      aside:
        '**Allowed** only if `ReportWriterAccess` allows `s3:PutObject` and denies nothing here. **Denied** otherwise. All other layers were read and let the request through.',
    });
    expect(said.quotes).toMatchObject([{ policy: 'ReportWriterAccess', line: 7, code: '"s3:GetObject"' }]);
  });

  it('depends on a layer', () => {
    expect(undetermined(scenario({}, { identity: 'unknown' }))).toMatchObject({
      text: 'Undetermined. It depends on the identity policies, which you can’t see',
      hangs: ['Identity policies | not visible to you | What if they allow?'],
      aside: '**Allowed** only if the identity policies allow `s3:GetObject`. **Denied** otherwise.',
    });
    expect(undetermined(scenario({}, { identity: identity(ALLOW), resource: 'unknown' })).aside).toBe(
      '**Allowed** only if the bucket policy does not deny `s3:GetObject`. **Denied** otherwise. Everything you can see allows it.',
    );
    const across = scenario(
      { resourceAccount: '444455556666' },
      { identity: identity(ALLOW), resource: 'unknown' },
    );
    expect(undetermined(across).aside).toBe(
      '**Allowed** only if the bucket policy allows `s3:GetObject`. **Denied** otherwise. Everything you can see allows it.',
    );
  });

  it('says to whom the resource’s own policy has to allow, where the account alone will not do', () => {
    const alone = scenario({}, { identity: [], resource: 'unknown' });
    expect(undetermined(alone).aside).toBe(
      '**Allowed** only if the bucket policy allows `s3:GetObject` to the caller itself. **Denied** otherwise.',
    );
    const session = { principal: 'arn:aws:sts::111122223333:assumed-role/App/run-1' };
    expect(undetermined(scenario(session, { identity: [], resource: 'unknown' })).aside).toBe(
      '**Allowed** only if the bucket policy allows `s3:GetObject` to the caller or its role. **Denied** otherwise.',
    );
    const service = scenario({ principal: 'lambda.amazonaws.com' }, { resource: 'unknown' });
    expect(undetermined(service).aside).toBe(
      '**Allowed** only if the bucket policy allows `s3:GetObject`. **Denied** otherwise.',
    );
  });

  it('does not take conditions that all have to hold for conditions that suffice', () => {
    // Only a grant to the session itself does without the boundary's Allow.
    const session = { principal: 'arn:aws:sts::111122223333:assumed-role/App/run-1' };
    const hidden = scenario(session, { identity: [], resource: 'unknown', boundary: 'unknown' });
    expect(undetermined(hidden).aside).toBe(
      '**Denied** unless the bucket policy allows `s3:GetObject` to the caller or its role and the permissions boundary does not deny `s3:GetObject`. **Allowed**, for one, if the bucket policy allows `s3:GetObject` to the caller itself and the permissions boundary allows `s3:GetObject`.',
    );
    // Two policies that can't be read: one of them has to allow, and it does not matter which.
    const broken = [
      { name: 'One', text: '{' },
      { name: 'Two', text: '{' },
    ];
    expect(undetermined(scenario({}, { identity: broken })).aside).toBe(
      '**Denied** unless `One` does not deny `s3:GetObject` and `Two` does not deny `s3:GetObject`. **Allowed**, for one, if `One` allows `s3:GetObject` and denies nothing here and `Two` allows `s3:GetObject` and denies nothing here.',
    );
  });

  it('names a unique ID that a policy names, and not as one of those that none names', () => {
    const id = 'AIDAJQABLZS4A3QDU576Q';
    const bucket = policy({ Effect: 'Allow', Principal: { AWS: id }, Action: 's3:*', Resource: '*' });
    const given = scenario(
      { context: { 'aws:userid': null } },
      { resource: { name: 'B', document: bucket } },
    );
    expect(undetermined(given).aside).toContain('**Allowed**, for one, if `aws:userid` is `' + id + '`');
  });

  it('says that one of two layers has to allow', () => {
    const both = scenario({}, { identity: 'unknown', resource: 'unknown', scp: 'unknown' });
    expect(undetermined(both).aside).toBe(
      '**Allowed** only if the SCPs allow `s3:GetObject`, the bucket policy does not deny `s3:GetObject`, the identity policies don’t deny `s3:GetObject` and the bucket policy or the identity policies allow it. **Denied** otherwise.',
    );
    const across = { ...both, request: { ...both.request, resourceAccount: '444455556666' } };
    expect(undetermined(across).aside).toBe(
      '**Allowed** only if the SCPs allow `s3:GetObject`, the bucket policy allows `s3:GetObject` and the identity policies allow `s3:GetObject`. **Denied** otherwise.',
    );
  });

  it('depends on the key behind an alias', () => {
    const keys = 'arn:aws:kms:us-east-1:111122223333:key';
    const mine = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: `${keys}/1234` };
    const theirs = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' };
    const asked = scenario(
      { action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:111122223333:alias/app' },
      { identity: identity(mine), resource: { name: 'Key', document: policy(theirs) } },
    );
    const said = undetermined(asked);
    expect(said).toMatchObject({
      text: 'Undetermined. It depends on the key that `alias/app` stands for, which is not known',
      hangs: ['Key behind `alias/app` | an alias does not tell which key it stands for | Name the key'],
    });
    expect(said.aside).toContain(`**Allowed**, for one, if \`alias/app\` stands for \`${keys}/1234\`.`);
  });

  it('depends on a request that is not whole', () => {
    expect(undetermined(scenario({ action: '' }, { identity: identity(ALLOW) }))).toMatchObject({
      text: 'Undetermined. The request has no action yet',
      hangs: ['Action | not given yet | Fill it in'],
      aside: undefined,
    });
    const wrong = undetermined(scenario({ principal: 'x' }, { identity: identity(ALLOW) }));
    expect(wrong.text).toBe('Undetermined. The principal can’t be read');
    expect(wrong.hangs[0]).toMatch(/^Principal \| `x` is not a principal: .* \| Correct it$/);
  });
});

describe('a key that is not known', () => {
  it('tells every value that would do', () => {
    const condition = { StringEquals: { 'aws:PrincipalTag/team': ['red', 'blue'] } };
    expect(hanging('aws:PrincipalTag/team', when('Allow', condition))).toMatchObject({
      text: 'Undetermined. It depends on `aws:PrincipalTag/team`, which is not known',
      hangs: ['`aws:PrincipalTag/team` | denied unless it is `red` or `blue` | Set a value'],
      aside: '**Allowed** only if `aws:PrincipalTag/team` is `red` or `blue`. **Denied** otherwise.',
    });
  });

  it('tells a value that denies', () => {
    const deny = when('Deny', { StringEquals: { 'aws:PrincipalTag/team': 'red' } });
    expect(hanging('aws:PrincipalTag/team', ALLOW, deny)).toMatchObject({
      hangs: ['`aws:PrincipalTag/team` | denied if it is `red` | Set a value'],
      aside: '**Allowed** only if `aws:PrincipalTag/team` is not `red`. **Denied** otherwise.',
    });
  });

  it('tells ranges and patterns as such', () => {
    const ranges = { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] } };
    expect(hanging('aws:SourceIp', ALLOW, when('Deny', ranges)).hangs).toEqual([
      '`aws:SourceIp` | denied unless it is inside `203.0.113.0/24` or `198.51.100.0/24` | Set a value',
    ]);
    const pattern = { StringLike: { 'aws:PrincipalTag/team': 'red*' } };
    expect(hanging('aws:PrincipalTag/team', when('Allow', pattern)).hangs).toEqual([
      '`aws:PrincipalTag/team` | denied unless it matches `red*` | Set a value',
    ]);
  });

  it('counts an absent flag', () => {
    const deny = when('Deny', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } });
    expect(hanging('aws:MultiFactorAuthPresent', ALLOW, deny).hangs).toEqual([
      '`aws:MultiFactorAuthPresent` | denied unless it is `true` | Set a value',
    ]);
    const loose = when('Deny', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } });
    expect(hanging('aws:MultiFactorAuthPresent', ALLOW, loose).hangs).toEqual([
      '`aws:MultiFactorAuthPresent` | denied if it is `false` | Set a value',
    ]);
  });

  it('is not called absent where every request has it', () => {
    const region = when('Allow', { StringEqualsIfExists: { 'aws:RequestedRegion': 'eu-west-1' } });
    expect(hanging('aws:RequestedRegion', region).hangs).toEqual([
      '`aws:RequestedRegion` | denied unless it is `eu-west-1` | Set a value',
    ]);
    const person = when('Deny', { StringLikeIfExists: { 'aws:userid': 'AIDA*' } });
    const session = 'arn:aws:sts::111122223333:assumed-role/Dev/jane';
    const asked = scenario(
      { principal: session, context: { 'aws:userid': null } },
      { identity: identity(ALLOW, person) },
    );
    expect(undetermined(asked)).toMatchObject({
      hangs: ['`aws:userid` | denied if it matches `AIDA*` | Set a value'],
      aside: '**Allowed** only if `aws:userid` does not match `AIDA*`. **Denied** otherwise.',
    });
    const tag = when('Allow', { StringEqualsIfExists: { 'aws:PrincipalTag/team': 'red' } });
    expect(hanging('aws:PrincipalTag/team', tag).hangs).toEqual([
      '`aws:PrincipalTag/team` | denied if it is present and is not `red` | Set a value',
    ]);
  });

  it('names an empty value', () => {
    const prefix = when('Allow', { StringLike: { 's3:prefix': ['home/*', ''] } });
    expect(hanging('s3:prefix', prefix).hangs).toEqual([
      '`s3:prefix` | denied unless it matches `home/*` or an empty value | Set a value',
    ]);
    const keys = [
      when('Allow', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'team' } }),
      when('Deny', { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'team' } }),
    ];
    expect(hanging('aws:TagKeys', ...keys).aside).toMatch(
      /^\*\*Allowed\*\*, for one, if `aws:TagKeys` is `team`\./,
    );
    const none = [ALLOW, when('Deny', { 'ForAnyValue:StringLike': { 'aws:TagKeys': '*' } })];
    expect(hanging('aws:TagKeys', ...none).aside).toMatch(
      /^\*\*Allowed\*\*, for one, if `aws:TagKeys` is empty\./,
    );
  });

  it('tells two keys apart that have to be the same', () => {
    const same = when('Allow', { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } });
    const context = { 'aws:ResourceTag/team': null, 'aws:PrincipalTag/team': null };
    const said = undetermined(scenario({ context }, { identity: identity(same) })).aside!;
    const found =
      /^\*\*Allowed\*\*, for one, if `aws:ResourceTag\/team` is `(.+?)` and `aws:PrincipalTag\/team` is `(.+?)`\. \*\*Denied\*\*, for one, if `aws:ResourceTag\/team` is `(.+?)` and `aws:PrincipalTag\/team` is `(.+?)`\.$/.exec(
        said,
      );
    expect(found?.[1]).toBe(found?.[2]);
    expect(found?.[3]).toBeDefined();
    expect(found?.[3]).not.toBe(found?.[4]);
  });

  it('claims no list of values for a key that is a variable too', () => {
    const condition = { StringEquals: { 'aws:PrincipalTag/team': 'red' } };
    const own = {
      Effect: 'Allow',
      Action: 's3:*',
      Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*',
    };
    expect(hanging('aws:PrincipalTag/team', when('Allow', condition), own).hangs).toEqual([
      '`aws:PrincipalTag/team` | its value decides | Set a value',
    ]);
  });

  it('gives one way each where no single value is needed', () => {
    const statements = [
      when('Allow', { StringEquals: { 'aws:PrincipalTag/team': 'red' } }),
      when('Allow', { StringEquals: { 'aws:SourceVpc': 'vpc-1' } }),
    ];
    const context = { 'aws:PrincipalTag/team': null, 'aws:SourceVpc': null };
    const said = undetermined(scenario({ context }, { identity: identity(...statements) }));
    expect(said.hangs).toEqual([
      '`aws:PrincipalTag/team` | allowed if it is `red` | Set a value',
      '`aws:SourceVpc` | allowed if it is `vpc-1` | Set a value',
    ]);
    expect(said.aside).toBe(
      '**Allowed**, for one, if `aws:PrincipalTag/team` is `red`. **Denied**, for one, if `aws:PrincipalTag/team` is none of the values in the policies and `aws:SourceVpc` is none of the values in the policies.',
    );
  });
});
