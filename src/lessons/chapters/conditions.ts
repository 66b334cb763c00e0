/** Chapter 8: Conditions. */
import { ADMINISTRATOR, doc, policy, scenario } from '../policy';
import type { ChapterLessons } from '../types';

export const conditions = {
  'cond-mfa': {
    story:
      'Ending machines wants MFA: a Deny fires if `aws:MultiFactorAuthPresent` is false. A user runs the command line with her long-term access key. Such a key never carries the answer.',
    misconception: 'M31',
    guide: ['G05', 'G31', 'G33', 'G35'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/yara',
        action: 'ec2:TerminateInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0aa',
      },
      policies: {
        identity: [
          policy('MachinesPolicy', { Sid: 'AllOfEc2', Effect: 'Allow', Action: 'ec2:*', Resource: '*' }),
          policy('MfaForEnding', {
            Sid: 'NoEndingWithoutMfa',
            Effect: 'Deny',
            Action: 'ec2:TerminateInstances',
            Resource: '*',
            Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'MachinesPolicy', statement: 0 }],
    },
    ask: {
      question: 'No MFA was used. Does the Deny fire?',
      options: [
        {
          id: 'fires',
          text: 'Yes: no MFA means the key is false.',
          claims: { decision: 'ExplicitlyDenied' },
          belief: 'M31',
          say: 'With a long-term key it isn’t false, it isn’t there. `Bool` needs a value to compare, finds none, and the Deny doesn’t apply. The one call that should be stopped goes through.',
        },
        {
          id: 'absent',
          text: 'No: the key is absent, and Bool doesn’t match what isn’t there.',
          claims: { decision: 'Allowed', by: 'MachinesPolicy' },
          say: 'Right. Absent is neither true nor false.',
        },
      ],
    },
    rule: 'An absent key fails every positive test. In a Deny, `BoolIfExists` makes absent count as caught.',
    repair: {
      task: 'Make the rule hold for long-term keys too.',
      edit: ['identity/1'],
      tests: [
        {
          name: 'with MFA',
          request: { context: { 'aws:MultiFactorAuthPresent': 'true' } },
          expect: 'Allowed',
          say: 'Now even MFA doesn’t help.',
        },
        {
          name: 'without MFA',
          request: { context: { 'aws:MultiFactorAuthPresent': 'false' } },
          expect: 'Denied',
          say: 'A session without MFA gets through.',
        },
        { name: 'with a long-term key', request: {}, expect: 'Denied', say: 'The absent key still escapes.' },
      ],
      hidden: [
        {
          name: 'looking needs no MFA',
          request: { action: 'ec2:DescribeInstances', resource: '*' },
          expect: 'Allowed',
          say: 'The Deny was about ending machines only.',
        },
      ],
      constraints: [{ kind: 'keepsDeny', say: 'Keep it a Deny: other policies may allow ending machines.' }],
      solution: [
        {
          at: 'identity/1',
          document: doc({
            Sid: 'NoEndingWithoutMfa',
            Effect: 'Deny',
            Action: 'ec2:TerminateInstances',
            Resource: '*',
            Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
          }),
        },
      ],
      wrong: [
        {
          name: 'only the absent key',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Sid: 'N',
                Effect: 'Deny',
                Action: 'ec2:TerminateInstances',
                Resource: '*',
                Condition: { Null: { 'aws:MultiFactorAuthPresent': 'true' } },
              }),
            },
          ],
          fails: 'without MFA',
        },
        {
          name: 'deny it all',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Sid: 'N',
                Effect: 'Deny',
                Action: 'ec2:*',
                Resource: '*',
                Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
              }),
            },
          ],
          fails: 'looking needs no MFA',
        },
      ],
      hints: [
        'Three kinds of caller: true, false, and no answer. Which does the Deny miss?',
        'There is a suffix for “or not there at all”.',
        '`BoolIfExists`',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A role’s trust policy allows AssumeRole if `Bool aws:MultiFactorAuthPresent` is true. A user named in it calls with a long-term key.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/yara',
          action: 'sts:AssumeRole',
          resource: 'arn:aws:iam::111122223333:role/Prod',
        },
        policies: {
          identity: [ADMINISTRATOR],
          resource: policy('T', {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:user/yara' },
            Action: 'sts:AssumeRole',
            Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
          }),
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
  },

  'cond-absent-deny': {
    story:
      'A bucket shall be reached only through our VPC endpoint: Deny everything if `aws:SourceVpce` isn’t our endpoint’s. From a laptop there is no endpoint, so the key isn’t in the request. An administrator opens a file in the console.',
    misconception: 'M20',
    guide: ['G31', 'G35'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Admin/zoe',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::vault/a.txt',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [ADMINISTRATOR],
        resource: policy('VaultPolicy', {
          Sid: 'OnlyThroughOurEndpoint',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::vault', 'arn:aws:s3:::vault/*'],
          Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } },
        }),
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'resource', policy: 'VaultPolicy', statement: 0 }],
    },
    ask: {
      question: 'The key is absent. Does “not equal” hold?',
      options: [
        {
          id: 'no',
          text: 'No: with nothing to compare, the condition can’t be met.',
          claims: { decision: 'Allowed' },
          belief: 'M20',
          say: 'That goes for `StringEquals`. The negated operators are met when the key is absent: nothing is indeed not equal to our endpoint. So the Deny fires.',
        },
        {
          id: 'yes',
          text: 'Yes: what isn’t there isn’t equal, so the Deny fires.',
          claims: { decision: 'ExplicitlyDenied', by: 'VaultPolicy' },
          say: 'Right, and the console is shut out with everyone else.',
        },
      ],
    },
    rule: 'An absent key fails positive operators and meets negated ones. A Deny with “not” catches every caller that lacks the key.',
    repair: {
      task: 'Keep the rule, but let the role BreakGlass in from anywhere.',
      edit: ['resource'],
      tests: [
        {
          name: 'through our endpoint',
          request: { context: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } },
          expect: 'Allowed',
          say: 'The endpoint’s callers are shut out.',
        },
        { name: 'from outside', request: {}, expect: 'Denied', say: 'Everyone gets in from outside.' },
        {
          name: 'BreakGlass from outside',
          request: { principal: 'arn:aws:sts::111122223333:assumed-role/BreakGlass/night' },
          expect: 'Allowed',
          say: 'BreakGlass is still caught. In one Condition, all the tests must hold for the Deny to fire: give it a second test that BreakGlass fails.',
        },
      ],
      hidden: [
        {
          name: 'through someone else’s endpoint',
          request: { context: { 'aws:SourceVpce': 'vpce-0ffeeddccbbaa9988' } },
          expect: 'Denied',
          say: 'Any endpoint will do now.',
        },
        {
          name: 'a role named BreakGlassTest',
          request: { principal: 'arn:aws:sts::111122223333:assumed-role/BreakGlassTest/t' },
          expect: 'Denied',
          say: 'The pattern is too wide.',
        },
      ],
      constraints: [{ kind: 'keepsDeny', say: 'Keep the Deny.' }],
      solution: [
        {
          at: 'resource',
          document: doc({
            Sid: 'OnlyThroughOurEndpoint',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: ['arn:aws:s3:::vault', 'arn:aws:s3:::vault/*'],
            Condition: {
              StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' },
              ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/BreakGlass' },
            },
          }),
        },
      ],
      wrong: [
        {
          name: 'a star after the role’s name',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'OnlyThroughOurEndpoint',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::vault', 'arn:aws:s3:::vault/*'],
                Condition: {
                  StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' },
                  ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/BreakGlass*' },
                },
              }),
            },
          ],
          fails: 'a role named BreakGlassTest',
        },
        {
          name: 'IfExists',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'O',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::vault', 'arn:aws:s3:::vault/*'],
                Condition: { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } },
              }),
            },
          ],
          fails: 'BreakGlass from outside',
        },
        {
          name: 'absent is spared',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'O',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::vault', 'arn:aws:s3:::vault/*'],
                Condition: {
                  StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' },
                  Null: { 'aws:SourceVpce': 'false' },
                },
              }),
            },
          ],
          fails: 'from outside',
        },
        {
          name: 'only the absent key is denied',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'O',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::vault', 'arn:aws:s3:::vault/*'],
                Condition: {
                  Null: { 'aws:SourceVpce': 'true' },
                  ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/BreakGlass' },
                },
              }),
            },
          ],
          fails: 'through someone else’s endpoint',
        },
      ],
      hints: [
        'The Deny fires when all its conditions hold. What could fail for BreakGlass only?',
        'A second operator in the same Condition block.',
        '`ArnNotEquals aws:PrincipalArn` = BreakGlass’s role ARN.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A bucket policy denies `s3:PutObject` if `StringNotEquals s3:x-amz-server-side-encryption` is `aws:kms`. An upload, allowed by the user’s policy, sends no such header.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/ole',
          action: 's3:PutObject',
          resource: 'arn:aws:s3:::in/a',
          resourceAccount: '111122223333',
        },
        policies: {
          identity: [
            policy('W', { Sid: 'W', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::in/*' }),
          ],
          resource: policy('In', {
            Sid: 'Enc',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::in/*',
            Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
          }),
        },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  },

  'cond-and-or': {
    story:
      'One statement allows EC2 if the Region is one of two and MFA was used. A second denies EC2 if the caller’s team isn’t red, blue or green. Noor, of team blue, stops a machine in Dublin. She signed in without MFA.',
    misconception: 'M11',
    guide: ['G31', 'G32'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/noor',
        action: 'ec2:StopInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0aa',
        context: {
          'aws:RequestedRegion': 'eu-west-1',
          'aws:MultiFactorAuthPresent': 'false',
          'aws:PrincipalTag/team': 'blue',
        },
      },
      policies: {
        identity: [
          policy(
            'MachinesPolicy',
            {
              Sid: 'RegionAndMfa',
              Effect: 'Allow',
              Action: 'ec2:*',
              Resource: '*',
              Condition: {
                StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] },
                Bool: { 'aws:MultiFactorAuthPresent': 'true' },
              },
            },
            {
              Sid: 'KnownTeams',
              Effect: 'Deny',
              Action: 'ec2:*',
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:PrincipalTag/team': ['red', 'blue', 'green'] } },
            },
          ),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: 'Right Region, no MFA, the second of three teams. Which statement applies?',
      options: [
        {
          id: 'one',
          text: 'RegionAndMfa: the Region fits, and one test of the two is enough.',
          claims: { decision: 'Allowed', by: 'MachinesPolicy' },
          belief: 'M11',
          say: 'Several values of one key are alternatives. Several keys in one Condition aren’t: all of them must hold, and the MFA test doesn’t.',
        },
        {
          id: 'deny',
          text: 'KnownTeams: blue isn’t red, and it isn’t green.',
          claims: { decision: 'ExplicitlyDenied', by: 'MachinesPolicy', statement: 1 },
          belief: 'M11',
          say: 'Under a negated operator the value has to differ from every value on the list. Blue equals one of them, so the Deny doesn’t fire.',
        },
        {
          id: 'none',
          text: 'Neither: the first needs both tests, and the second spares blue. So nothing allows it.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. And between keys, or between values, and not one of them under “not”.',
        },
      ],
    },
    rule: 'Keys and operators in one Condition: all must hold. Values of one key: one is enough, and under “not” it must be none. An “or” between keys takes two statements.',
    repair: {
      task: 'Change the rule: EC2 for whoever calls one of the two Regions *or* has used MFA. The teams temp and guest are shut out in any case, and nobody else is for lack of a team.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'the Region is enough',
          request: {},
          expect: 'Allowed',
          say: 'Right Region, no MFA, team blue: that should do now.',
        },
        {
          name: 'MFA is enough',
          request: {
            resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0bb',
            context: { 'aws:RequestedRegion': 'us-east-1', 'aws:MultiFactorAuthPresent': 'true' },
          },
          expect: 'Allowed',
          say: 'Another Region, with MFA: that should do too. Two keys in one Condition both have to hold.',
        },
        {
          name: 'neither isn’t',
          request: {
            resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0bb',
            context: { 'aws:RequestedRegion': 'us-east-1' },
          },
          expect: 'Denied',
          say: 'No MFA and another Region, and it still passes.',
        },
        {
          name: 'a guest stays out',
          request: { context: { 'aws:MultiFactorAuthPresent': 'true', 'aws:PrincipalTag/team': 'guest' } },
          expect: 'Denied',
          say: 'Team guest gets in.',
        },
      ],
      hidden: [
        {
          name: 'and so does temp',
          request: { context: { 'aws:MultiFactorAuthPresent': 'true', 'aws:PrincipalTag/team': 'temp' } },
          expect: 'Denied',
          say: 'Team temp gets in. Both teams were meant.',
        },
        {
          name: 'Frankfurt is a right Region too',
          request: {
            resource: 'arn:aws:ec2:eu-central-1:111122223333:instance/i-0cc',
            context: { 'aws:RequestedRegion': 'eu-central-1' },
          },
          expect: 'Allowed',
          say: 'One of the two Regions got lost. Several values of one key are alternatives.',
        },
        {
          name: 'who has no team works',
          request: { context: { 'aws:PrincipalTag/team': [] } },
          expect: 'Allowed',
          say: 'An absent tag meets a negated test. Ask for the two teams instead of for all the others.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'InOurRegions',
              Effect: 'Allow',
              Action: 'ec2:*',
              Resource: '*',
              Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
            },
            {
              Sid: 'WithMfa',
              Effect: 'Allow',
              Action: 'ec2:*',
              Resource: '*',
              Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
            },
            {
              Sid: 'TempAndGuest',
              Effect: 'Deny',
              Action: 'ec2:*',
              Resource: '*',
              Condition: { StringEquals: { 'aws:PrincipalTag/team': ['temp', 'guest'] } },
            },
          ),
        },
      ],
      also: [
        [
          {
            at: 'identity/0',
            document: doc(
              {
                Sid: 'InOurRegions',
                Effect: 'Allow',
                Action: 'ec2:*',
                Resource: '*',
                Condition: {
                  StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] },
                  StringNotEquals: { 'aws:PrincipalTag/team': ['temp', 'guest'] },
                },
              },
              {
                Sid: 'WithMfa',
                Effect: 'Allow',
                Action: 'ec2:*',
                Resource: '*',
                Condition: {
                  Bool: { 'aws:MultiFactorAuthPresent': 'true' },
                  StringNotEquals: { 'aws:PrincipalTag/team': ['temp', 'guest'] },
                },
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'still one Condition',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: {
                    StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] },
                    Bool: { 'aws:MultiFactorAuthPresent': 'true' },
                  },
                },
                {
                  Sid: 'T',
                  Effect: 'Deny',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:PrincipalTag/team': ['temp', 'guest'] } },
                },
              ),
            },
          ],
          fails: 'the Region is enough',
        },
        {
          name: 'Region only',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
                {
                  Sid: 'T',
                  Effect: 'Deny',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:PrincipalTag/team': ['temp', 'guest'] } },
                },
              ),
            },
          ],
          fails: 'MFA is enough',
        },
        {
          name: 'no tests at all',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                { Sid: 'R', Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
                {
                  Sid: 'T',
                  Effect: 'Deny',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:PrincipalTag/team': ['temp', 'guest'] } },
                },
              ),
            },
          ],
          fails: 'neither isn’t',
        },
        {
          name: 'the teams limit only one way in',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: {
                    StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] },
                    StringNotEquals: { 'aws:PrincipalTag/team': ['temp', 'guest'] },
                  },
                },
                {
                  Sid: 'M',
                  Effect: 'Allow',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
                },
              ),
            },
          ],
          fails: 'a guest stays out',
        },
        {
          name: 'one team',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
                {
                  Sid: 'M',
                  Effect: 'Allow',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
                },
                {
                  Sid: 'T',
                  Effect: 'Deny',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:PrincipalTag/team': 'guest' } },
                },
              ),
            },
          ],
          fails: 'and so does temp',
        },
        {
          name: 'one Region',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
                },
                {
                  Sid: 'M',
                  Effect: 'Allow',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
                },
                {
                  Sid: 'T',
                  Effect: 'Deny',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:PrincipalTag/team': ['temp', 'guest'] } },
                },
              ),
            },
          ],
          fails: 'Frankfurt is a right Region too',
        },
        {
          name: 'the old Deny stays',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
                {
                  Sid: 'M',
                  Effect: 'Allow',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
                },
                {
                  Sid: 'T',
                  Effect: 'Deny',
                  Action: 'ec2:*',
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:PrincipalTag/team': ['red', 'blue', 'green'] } },
                },
              ),
            },
          ],
          fails: 'who has no team works',
        },
      ],
      hints: [
        'Where does one Condition hold two keys, and what does that mean?',
        'Two Allows, one for each way in. And one Deny for two teams.',
        'Deny with `"StringEquals": {"aws:PrincipalTag/team": ["temp", "guest"]}`.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'Allowed `sqs:SendMessage` if `StringEquals` `aws:PrincipalTag/dept` is [`hr`, `law`] and `aws:PrincipalTag/site` is [`bern`, `rome`]. She is of law, in Oslo. She sends.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/ulla',
          action: 'sqs:SendMessage',
          resource: 'arn:aws:sqs:eu-west-1:111122223333:mail',
          context: { 'aws:PrincipalTag/dept': 'law', 'aws:PrincipalTag/site': 'oslo' },
        },
        policies: {
          identity: [
            policy('S', {
              Sid: 'S',
              Effect: 'Allow',
              Action: 'sqs:SendMessage',
              Resource: '*',
              Condition: {
                StringEquals: {
                  'aws:PrincipalTag/dept': ['hr', 'law'],
                  'aws:PrincipalTag/site': ['bern', 'rome'],
                },
              },
            }),
          ],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html',
  },

  'cond-encrypted-upload': {
    story:
      'The bucket encrypts every new object by itself. The uploader’s policy, copied from a guide, allows uploads if the header says `AES256`. Petra’s script sends no such header: why should it, the bucket takes care of it.',
    misconception: 'M43',
    guide: ['G34', 'G35'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Uploader/petra',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::my-bucket/in/a.csv',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('UploadPolicy', {
            Sid: 'EncryptedUploads',
            Effect: 'Allow',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::my-bucket/*',
            Condition: { StringEquals: { 's3:x-amz-server-side-encryption': 'AES256' } },
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: 'The object would be stored encrypted with AES256 in any case. Is the upload allowed?',
      options: [
        {
          id: 'default',
          text: 'Yes: the bucket’s default fills the header in, so the condition holds.',
          claims: { decision: 'Allowed' },
          belief: 'M43',
          say: 'The condition reads the request, as it was sent. The default is applied to what has been let in, after the question of permission.',
        },
        {
          id: 'absent',
          text: 'No: the request has no such header, and the condition asks for it.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. The script would have to send what the bucket does anyway.',
        },
        {
          id: 'refuse',
          text: 'No: the policy forbids uploads that aren’t encrypted.',
          claims: { decision: 'ExplicitlyDenied' },
          belief: 'M03',
          say: 'It forbids nothing. It allows uploads with one header, and nothing else allows this one. A second Allow would change it.',
        },
      ],
    },
    rule: 'A condition on a header reads the request, not the bucket’s settings. `…IfExists` lets a missing header pass and still checks one that is sent.',
    repair: {
      task: 'Accept uploads that say nothing about encryption, and those that ask for `AES256` or `aws:kms`. Whoever asks for any other method is refused.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'says nothing',
          request: { context: { 's3:x-amz-server-side-encryption': [] } },
          expect: 'Allowed',
          say: 'An upload without the header is still refused.',
        },
        {
          name: 'asks for AES256',
          request: { context: { 's3:x-amz-server-side-encryption': 'AES256' } },
          expect: 'Allowed',
          say: 'Uploads that ask for AES256 worked before.',
        },
        {
          name: 'asks for aws:kms',
          request: { context: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
          expect: 'Allowed',
          say: 'A key of KMS should be welcome too.',
        },
        {
          name: 'asks for aws:kms:dsse',
          request: { context: { 's3:x-amz-server-side-encryption': 'aws:kms:dsse' } },
          expect: 'Denied',
          say: 'Any method passes, or a star takes in more than `aws:kms`.',
        },
      ],
      hidden: [
        {
          name: 'a method that comes later',
          request: { context: { 's3:x-amz-server-side-encryption': 'aws:new' } },
          expect: 'Denied',
          say: 'You named the method that is refused. Name those that are accepted.',
        },
        {
          name: 'reads nothing',
          request: { action: 's3:GetObject', context: { 's3:x-amz-server-side-encryption': [] } },
          expect: 'Denied',
          say: 'Uploading was asked for. `IfExists` is met by every call that has no such header.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc({
            Sid: 'EncryptedUploads',
            Effect: 'Allow',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::my-bucket/*',
            Condition: { StringEqualsIfExists: { 's3:x-amz-server-side-encryption': ['AES256', 'aws:kms'] } },
          }),
        },
      ],
      also: [
        [
          {
            at: 'identity/0',
            document: doc(
              {
                Sid: 'EncryptedUploads',
                Effect: 'Allow',
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::my-bucket/*',
                Condition: { StringEquals: { 's3:x-amz-server-side-encryption': ['AES256', 'aws:kms'] } },
              },
              {
                Sid: 'OrSilent',
                Effect: 'Allow',
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::my-bucket/*',
                Condition: { Null: { 's3:x-amz-server-side-encryption': 'true' } },
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'no condition',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'EncryptedUploads',
                Effect: 'Allow',
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::my-bucket/*',
              }),
            },
          ],
          fails: 'asks for aws:kms:dsse',
        },
        {
          name: 'a Deny with “not”',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'EncryptedUploads',
                  Effect: 'Allow',
                  Action: 's3:PutObject',
                  Resource: 'arn:aws:s3:::my-bucket/*',
                },
                {
                  Sid: 'N',
                  Effect: 'Deny',
                  Action: 's3:PutObject',
                  Resource: 'arn:aws:s3:::my-bucket/*',
                  Condition: {
                    StringNotEquals: { 's3:x-amz-server-side-encryption': ['AES256', 'aws:kms'] },
                  },
                },
              ),
            },
          ],
          fails: 'says nothing',
        },
        {
          name: 'one value',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'EncryptedUploads',
                Effect: 'Allow',
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::my-bucket/*',
                Condition: { StringEqualsIfExists: { 's3:x-amz-server-side-encryption': 'AES256' } },
              }),
            },
          ],
          fails: 'asks for aws:kms',
        },
        {
          name: 'the unwanted is named',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'EncryptedUploads',
                  Effect: 'Allow',
                  Action: 's3:PutObject',
                  Resource: 'arn:aws:s3:::my-bucket/*',
                },
                {
                  Sid: 'N',
                  Effect: 'Deny',
                  Action: 's3:PutObject',
                  Resource: 'arn:aws:s3:::my-bucket/*',
                  Condition: { StringEquals: { 's3:x-amz-server-side-encryption': 'aws:kms:dsse' } },
                },
              ),
            },
          ],
          fails: 'a method that comes later',
        },
        {
          name: 'all of S3',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'E',
                Effect: 'Allow',
                Action: 's3:*',
                Resource: 'arn:aws:s3:::my-bucket/*',
                Condition: {
                  StringEqualsIfExists: { 's3:x-amz-server-side-encryption': ['AES256', 'aws:kms'] },
                },
              }),
            },
          ],
          fails: 'reads nothing',
        },
      ],
      hints: [
        'What does the test do when the key isn’t there?',
        'A suffix makes the operator content with an absent key. And one key may have two values.',
        '`"StringEqualsIfExists": {"s3:x-amz-server-side-encryption": ["AES256", "aws:kms"]}`',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A bucket’s default encryption names a KMS key. Its policy denies `s3:PutObject` if `Null s3:x-amz-server-side-encryption-aws-kms-key-id` is true. An upload, allowed by the user’s policy, names no key.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/petra',
          action: 's3:PutObject',
          resource: 'arn:aws:s3:::vault-in/a',
          resourceAccount: '111122223333',
          context: { 's3:x-amz-server-side-encryption-aws-kms-key-id': [] },
        },
        policies: {
          identity: [
            policy('W', {
              Sid: 'W',
              Effect: 'Allow',
              Action: 's3:PutObject',
              Resource: 'arn:aws:s3:::vault-in/*',
            }),
          ],
          resource: policy('In', {
            Sid: 'NameAKey',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::vault-in/*',
            Condition: { Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'true' } },
          }),
        },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
  },

  'cond-for-all': {
    story:
      'New volumes must be tagged: ForAllValues, `aws:TagKeys` in `project`, `cost-center`. Ada creates a volume without a single tag.',
    misconception: 'M21',
    guide: ['G31'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/ada',
        action: 'ec2:CreateVolume',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:volume/*',
      },
      policies: {
        identity: [
          policy('VolumesPolicy', {
            Sid: 'TaggedVolumes',
            Effect: 'Allow',
            Action: 'ec2:CreateVolume',
            Resource: '*',
            Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['project', 'cost-center'] } },
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'VolumesPolicy', statement: 0 }],
    },
    ask: {
      question: 'Every tag must be one of the two. There are no tags. Is she allowed?',
      options: [
        {
          id: 'no',
          text: 'No: the tags that are asked for aren’t there.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M21',
          say: '`ForAllValues` asks: is there a tag that isn’t on the list? There is none, so the answer is yes, it holds. It limits which tags may come; it doesn’t ask that any do.',
        },
        {
          id: 'yes',
          text: 'Yes: no tag breaks the rule, because there is no tag.',
          claims: { decision: 'Allowed', by: 'VolumesPolicy' },
          say: 'Right: “all of none” is true.',
        },
      ],
    },
    rule: '`ForAllValues` is true of an empty or absent list. To demand a tag, ask for the tag itself.',
    repair: {
      task: 'Demand the tag `project`. `cost-center` may be added, and no other tag.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'both tags',
          request: {
            context: {
              'aws:TagKeys': ['project', 'cost-center'],
              'aws:RequestTag/project': 'v',
              'aws:RequestTag/cost-center': 'v',
            },
          },
          expect: 'Allowed',
          say: 'Both permitted tags must be fine together.',
        },
        {
          name: 'project alone',
          request: { context: { 'aws:TagKeys': ['project'], 'aws:RequestTag/project': 'v' } },
          expect: 'Allowed',
          say: 'cost-center is a choice, not a duty.',
        },
        { name: 'no tags', request: {}, expect: 'Denied', say: 'A volume without tags still passes.' },
        {
          name: 'a tag that isn’t listed',
          request: {
            context: {
              'aws:TagKeys': ['project', 'nickname'],
              'aws:RequestTag/project': 'v',
              'aws:RequestTag/nickname': 'v',
            },
          },
          expect: 'Denied',
          say: 'Other tags get in: keep the ForAllValues test as well.',
        },
      ],
      hidden: [
        {
          name: 'cost-center alone',
          request: { context: { 'aws:TagKeys': ['cost-center'], 'aws:RequestTag/cost-center': 'v' } },
          expect: 'Denied',
          say: 'You asked that *some* tag is there. It has to be `project`.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc({
            Sid: 'TaggedVolumes',
            Effect: 'Allow',
            Action: 'ec2:CreateVolume',
            Resource: '*',
            Condition: {
              'ForAllValues:StringEquals': { 'aws:TagKeys': ['project', 'cost-center'] },
              Null: { 'aws:RequestTag/project': 'false' },
            },
          }),
        },
      ],
      wrong: [
        {
          name: 'some tags are there',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'T',
                Effect: 'Allow',
                Action: 'ec2:CreateVolume',
                Resource: '*',
                Condition: {
                  'ForAllValues:StringEquals': { 'aws:TagKeys': ['project', 'cost-center'] },
                  Null: { 'aws:TagKeys': 'false' },
                },
              }),
            },
          ],
          fails: 'cost-center alone',
        },
        {
          name: 'ForAnyValue instead',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'T',
                Effect: 'Allow',
                Action: 'ec2:CreateVolume',
                Resource: '*',
                Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['project'] } },
              }),
            },
          ],
          fails: 'a tag that isn’t listed',
        },
      ],
      hints: [
        'Two wishes: which tags may come, and which must. Each needs its own test.',
        'Must: ask whether `aws:RequestTag/project` is there.',
        '`"Null": {"aws:RequestTag/project": "false"}` beside the ForAllValues.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A *Deny* of `ec2:CreateVolume` has ForAllValues:StringNotEquals `aws:TagKeys` `project`. A request, otherwise allowed, carries no tags.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/ada',
          action: 'ec2:CreateVolume',
          resource: 'arn:aws:ec2:eu-west-1:111122223333:volume/*',
        },
        policies: {
          identity: [
            policy(
              'V',
              { Sid: 'A', Effect: 'Allow', Action: 'ec2:CreateVolume', Resource: '*' },
              {
                Sid: 'D',
                Effect: 'Deny',
                Action: 'ec2:CreateVolume',
                Resource: '*',
                Condition: { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': 'project' } },
              },
            ),
          ],
        },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  },

  'cond-tag-takeover': {
    story:
      'Each team may stop the machines that carry its own project tag. So that people can tidy up, they may tag machines too. Bo of project atlas puts `project=atlas` on a machine of project zeus.',
    misconception: 'M40',
    guide: ['G31', 'G35'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/bo',
        action: 'ec2:CreateTags',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-zeus',
        context: {
          'aws:PrincipalTag/project': 'atlas',
          'aws:ResourceTag/project': 'zeus',
          'aws:RequestTag/project': 'atlas',
          'aws:TagKeys': ['project'],
        },
      },
      policies: {
        identity: [
          policy(
            'TeamPolicy',
            {
              Sid: 'StopOwn',
              Effect: 'Allow',
              Action: 'ec2:StopInstances',
              Resource: '*',
              Condition: { StringEquals: { 'aws:ResourceTag/project': '${aws:PrincipalTag/project}' } },
            },
            { Sid: 'Tidy', Effect: 'Allow', Action: 'ec2:CreateTags', Resource: '*' },
          ),
        ],
      },
    }),
    expect: { decision: 'Allowed', decidedBy: [{ layer: 'identity', policy: 'TeamPolicy', statement: 1 }] },
    ask: {
      question: 'May Bo tag zeus’s machine as atlas’s?',
      options: [
        {
          id: 'no',
          text: 'No: the machine belongs to another project, and the policy compares tags.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M40',
          say: 'Only StopOwn compares. Tidy lets anyone tag anything, and once the tag says atlas, StopOwn lets Bo stop it. When tags are keys, tagging is cutting keys.',
        },
        {
          id: 'yes',
          text: 'Yes: Tidy asks for nothing. And then the machine is his.',
          claims: { decision: 'Allowed', by: 'TeamPolicy', statement: 1 },
          say: 'Right. Two harmless statements, one way in.',
        },
      ],
    },
    rule: 'Where tags decide access, the right to tag is the right to everything behind the tag. Guard it with the same test.',
    repair: {
      task: 'Let people tag only machines that are already their project’s, and never change the project.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'Bo can’t take zeus’s',
          request: {},
          expect: 'Denied',
          say: 'Tagging still asks for nothing.',
        },
        {
          name: 'Bo names his own',
          request: {
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-atlas',
            context: {
              'aws:ResourceTag/project': 'atlas',
              'aws:RequestTag/project': [],
              'aws:RequestTag/Name': 'web-1',
              'aws:TagKeys': ['Name'],
            },
          },
          expect: 'Allowed',
          say: 'He should be able to tag atlas’s own machines.',
        },
        {
          name: 'and stops his own',
          request: {
            action: 'ec2:StopInstances',
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-atlas',
            context: { 'aws:ResourceTag/project': 'atlas', 'aws:RequestTag/project': [], 'aws:TagKeys': [] },
          },
          expect: 'Allowed',
          say: 'Stopping his own machine broke.',
        },
      ],
      hidden: [
        {
          name: 'a machine without a project isn’t his',
          request: {
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-new',
            context: {
              'aws:ResourceTag/project': [],
              'aws:RequestTag/project': [],
              'aws:RequestTag/Name': 'x',
              'aws:TagKeys': ['Name'],
            },
          },
          expect: 'Denied',
          say: 'Machines that have no project yet can be tagged by anyone. `IfExists` lets the absent tag pass.',
        },
        {
          name: 'can’t give his away',
          request: {
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-atlas',
            context: {
              'aws:ResourceTag/project': 'atlas',
              'aws:RequestTag/project': 'zeus',
              'aws:TagKeys': ['project'],
            },
          },
          expect: 'Denied',
          say: 'The project of a machine can be changed. Forbid the tag key `project` in the request.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'StopOwn',
              Effect: 'Allow',
              Action: 'ec2:StopInstances',
              Resource: '*',
              Condition: { StringEquals: { 'aws:ResourceTag/project': '${aws:PrincipalTag/project}' } },
            },
            {
              Sid: 'Tidy',
              Effect: 'Allow',
              Action: 'ec2:CreateTags',
              Resource: '*',
              Condition: {
                StringEquals: { 'aws:ResourceTag/project': '${aws:PrincipalTag/project}' },
                'ForAllValues:StringNotEquals': { 'aws:TagKeys': 'project' },
              },
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'only the tag it has',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'StopOwn',
                  Effect: 'Allow',
                  Action: 'ec2:StopInstances',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:ResourceTag/project': '${aws:PrincipalTag/project}' } },
                },
                {
                  Sid: 'Tidy',
                  Effect: 'Allow',
                  Action: 'ec2:CreateTags',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:ResourceTag/project': '${aws:PrincipalTag/project}' } },
                },
              ),
            },
          ],
          fails: 'can’t give his away',
        },
        {
          name: 'IfExists',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'StopOwn',
                  Effect: 'Allow',
                  Action: 'ec2:StopInstances',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:ResourceTag/project': '${aws:PrincipalTag/project}' } },
                },
                {
                  Sid: 'Tidy',
                  Effect: 'Allow',
                  Action: 'ec2:CreateTags',
                  Resource: '*',
                  Condition: {
                    StringEqualsIfExists: { 'aws:ResourceTag/project': '${aws:PrincipalTag/project}' },
                    'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['project', 'Project'] },
                  },
                },
              ),
            },
          ],
          fails: 'a machine without a project isn’t his',
        },
      ],
      hints: [
        'Which statement cuts the keys?',
        'Test the tag that the machine already has, and keep `project` out of what is sent.',
        '`aws:ResourceTag/project` equals the principal’s, and `Null aws:RequestTag/project: true`.',
      ],
    },
    transfer: {
      after: 7,
      ask: 'A policy allows StopInstances if the machine’s `project` tag equals `${aws:PrincipalTag/project}`. The user has no such tag, nor has the machine.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/cy',
          action: 'ec2:StopInstances',
          resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-x',
        },
        policies: {
          identity: [
            policy('T', {
              Sid: 'S',
              Effect: 'Allow',
              Action: 'ec2:StopInstances',
              Resource: '*',
              Condition: { StringEquals: { 'aws:ResourceTag/project': '${aws:PrincipalTag/project}' } },
            }),
          ],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction_attribute-based-access-control.html',
  },

  'cond-two-doors': {
    story:
      'A rule denies everything that doesn’t come from the office’s addresses, 203.0.113.0/24. A developer’s workspace in our VPC reads a bucket through the VPC endpoint. Through an endpoint there is no `aws:SourceIp`.',
    misconception: 'M18',
    guide: ['G31', 'G35'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Dev/ws-7',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::builds/a.zip',
        resourceAccount: '111122223333',
        context: { 'aws:SourceVpc': 'vpc-0a1b2c3d4e5f60718', 'aws:VpcSourceIp': '10.0.3.9' },
      },
      policies: {
        identity: [
          policy('DevPolicy', {
            Sid: 'Builds',
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:PutObject'],
            Resource: 'arn:aws:s3:::builds/*',
          }),
          policy('OfficeOnly', {
            Sid: 'NotFromElsewhere',
            Effect: 'Deny',
            Action: '*',
            Resource: '*',
            Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
          }),
        ],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'identity', policy: 'OfficeOnly', statement: 0 }],
    },
    ask: {
      question: 'Inside our own network, through our own endpoint. Does the office rule hit?',
      options: [
        {
          id: 'no',
          text: 'No: the request has a private address of ours.',
          claims: { decision: 'Allowed', by: 'DevPolicy' },
          belief: 'M18',
          say: 'The private address is in `aws:VpcSourceIp`. `aws:SourceIp` isn’t there at all, and `NotIpAddress` is met by what isn’t there.',
        },
        {
          id: 'yes',
          text: 'Yes: there is no `aws:SourceIp`, and the negated test is met.',
          claims: { decision: 'ExplicitlyDenied', by: 'OfficeOnly' },
          say: 'Right.',
        },
        {
          id: 'or',
          text: 'No: a Deny needs all its keys to be present.',
          claims: { decision: 'Allowed', by: 'DevPolicy' },
          belief: 'M20',
          say: 'Positive operators need the key. Negated ones are met without it.',
        },
      ],
    },
    rule: 'Two permitted ways in mean two negated tests in one Deny: it fires only for callers that fail both.',
    repair: {
      task: 'Allow the office and our VPC, and nothing else. Services that act on a person’s behalf must not be hit.',
      edit: ['identity/1'],
      tests: [
        { name: 'through our VPC', request: {}, expect: 'Allowed', say: 'The workspace is still shut out.' },
        {
          name: 'from the office',
          request: { context: { 'aws:SourceVpc': [], 'aws:VpcSourceIp': [], 'aws:SourceIp': '203.0.113.9' } },
          expect: 'Allowed',
          say: 'The office is shut out: a call from there carries no `aws:SourceVpc`, and a second Deny catches it. Put both tests into one.',
        },
        {
          name: 'from a café',
          request: {
            context: { 'aws:SourceVpc': [], 'aws:VpcSourceIp': [], 'aws:SourceIp': '198.51.100.4' },
          },
          expect: 'Denied',
          say: 'The rule catches nobody any more.',
        },
      ],
      hidden: [
        {
          name: 'someone else’s VPC',
          request: { context: { 'aws:SourceVpc': 'vpc-0ffeeddccbbaa9988' } },
          expect: 'Denied',
          say: 'Any VPC is let in. Test which one.',
        },
        {
          name: 'Athena on her behalf',
          request: {
            context: {
              'aws:SourceVpc': [],
              'aws:VpcSourceIp': [],
              'aws:SourceIp': [],
              'aws:ViaAWSService': 'true',
            },
          },
          expect: 'Allowed',
          say: 'A service that calls on her behalf comes from neither. Spare `aws:ViaAWSService`.',
        },
      ],
      constraints: [{ kind: 'keepsDeny', say: 'Keep it a Deny.' }],
      solution: [
        {
          at: 'identity/1',
          document: doc({
            Sid: 'NotFromElsewhere',
            Effect: 'Deny',
            Action: '*',
            Resource: '*',
            Condition: {
              NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' },
              StringNotEqualsIfExists: { 'aws:SourceVpc': 'vpc-0a1b2c3d4e5f60718' },
              BoolIfExists: { 'aws:ViaAWSService': 'false' },
            },
          }),
        },
      ],
      wrong: [
        {
          name: 'services forgotten',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Sid: 'O',
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: {
                  NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
                  StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d4e5f60718' },
                },
              }),
            },
          ],
          fails: 'Athena on her behalf',
        },
        {
          name: 'any VPC',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Sid: 'O',
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: {
                  NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
                  Null: { 'aws:SourceVpc': 'true' },
                  BoolIfExists: { 'aws:ViaAWSService': 'false' },
                },
              }),
            },
          ],
          fails: 'someone else’s VPC',
        },
      ],
      hints: [
        'In one Condition all tests must hold. When should the Deny fire?',
        'Not the office, and not our VPC, and not a service on someone’s behalf.',
        '`NotIpAddressIfExists`, `StringNotEqualsIfExists aws:SourceVpc`, `BoolIfExists aws:ViaAWSService: false`.',
      ],
    },
    transfer: {
      after: 7,
      ask: 'One Deny has two tests: not the office’s addresses, and `Bool aws:SecureTransport` false. A call from a café, over HTTPS, otherwise allowed.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/di',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::b/a',
          resourceAccount: '111122223333',
          context: { 'aws:SourceIp': '198.51.100.4', 'aws:SecureTransport': 'true' },
        },
        policies: {
          identity: [
            ADMINISTRATOR,
            policy('D', {
              Sid: 'D',
              Effect: 'Deny',
              Action: '*',
              Resource: '*',
              Condition: {
                NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
                Bool: { 'aws:SecureTransport': 'false' },
              },
            }),
          ],
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
  },
} satisfies ChapterLessons;
