import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Request, Scenario } from '../../src/index';
import { readEvidence } from '../../src/index';
import { commandsFor } from '../../src/intake/ask/commands';
import { scenarioFromEvidence } from '../../src/intake/from-evidence';
import { emptyScenario } from '../../src/formats/schema';
import { LAYERS } from '../../src/case/scenario';

const ALICE = 'arn:aws:iam::111122223333:user/staff/alice';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/App/nightly';

function resourceCommand(resource: string, action = 'x:Y', more: Partial<Request> = {}): string | undefined {
  return commandsFor('resource', { principal: ALICE, action, resource, ...more })[0]?.command;
}

describe('the command that prints the policy of a resource', () => {
  it.each([
    ['arn:aws:s3:::b/k', 'aws s3api get-bucket-policy --bucket b'],
    [
      'arn:aws:s3:eu-west-1:444455556666:accesspoint/finance/object/k',
      'aws s3control get-access-point-policy --account-id 444455556666 --name finance --region eu-west-1',
    ],
    [
      'arn:aws:s3::444455556666:accesspoint/mfzwi23gnjvgw.mrap/object/k',
      `aws s3control get-multi-region-access-point-policy --account-id 444455556666 --name "$(aws s3control list-multi-region-access-points --account-id 444455556666 --region us-west-2 --query "AccessPoints[?Alias=='mfzwi23gnjvgw.mrap'].Name" --output text)" --region us-west-2 --query Policy.Established.Policy --output text`,
    ],
    [
      'arn:aws:s3express:us-east-1:444455556666:bucket/data--use1-az4--x-s3',
      'aws s3api get-bucket-policy --bucket data--use1-az4--x-s3 --region us-east-1',
    ],
    [
      'arn:aws:kms:us-east-1:444455556666:key/k',
      'aws kms get-key-policy --policy-name default --key-id arn:aws:kms:us-east-1:444455556666:key/k --region us-east-1',
    ],
    [
      'arn:aws:kms:us-east-1:444455556666:alias/app',
      'aws kms get-key-policy --policy-name default --key-id "$(aws kms describe-key --key-id arn:aws:kms:us-east-1:444455556666:alias/app --region us-east-1 --query KeyMetadata.KeyId --output text)" --region us-east-1',
    ],
    [
      'arn:aws:sqs:us-east-1:444455556666:q',
      'aws sqs get-queue-attributes --attribute-names Policy --queue-url https://sqs.us-east-1.amazonaws.com/444455556666/q --region us-east-1',
    ],
    [
      'arn:aws-cn:sqs:cn-north-1:444455556666:q',
      'aws sqs get-queue-attributes --attribute-names Policy --queue-url https://sqs.cn-north-1.amazonaws.com.cn/444455556666/q --region cn-north-1',
    ],
    [
      'arn:aws:sns:eu-west-1:444455556666:alarms:0f0f-1',
      'aws sns get-topic-attributes --topic-arn arn:aws:sns:eu-west-1:444455556666:alarms --region eu-west-1',
    ],
    [
      'arn:aws:lambda:eu-west-1:444455556666:function:resize:live',
      'aws lambda get-policy --function-name arn:aws:lambda:eu-west-1:444455556666:function:resize --qualifier live --region eu-west-1',
    ],
    [
      'arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-AbCdEf',
      'aws secretsmanager get-resource-policy --secret-id arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-AbCdEf --region eu-west-1',
    ],
    [
      'arn:aws:dynamodb:eu-west-1:444455556666:table/orders/index/by-date',
      'aws dynamodb get-resource-policy --resource-arn arn:aws:dynamodb:eu-west-1:444455556666:table/orders --region eu-west-1',
    ],
    [
      'arn:aws:dynamodb:eu-west-1:444455556666:table/orders/stream/2026-01-01T00:00:00.000',
      'aws dynamodb get-resource-policy --resource-arn arn:aws:dynamodb:eu-west-1:444455556666:table/orders/stream/2026-01-01T00:00:00.000 --region eu-west-1',
    ],
    [
      'arn:aws:ecr:eu-west-1:444455556666:repository/team/app',
      'aws ecr get-repository-policy --registry-id 444455556666 --repository-name team/app --region eu-west-1',
    ],
    [
      'arn:aws:events:eu-west-1:444455556666:event-bus/orders',
      'aws events describe-event-bus --name orders --region eu-west-1',
    ],
  ])('of %s', (resource, command) => {
    expect(resourceCommand(resource)).toBe(command);
  });

  it('is that of the role’s trust policy, where a role is to be assumed', () => {
    const role = 'arn:aws:iam::444455556666:role/team/App';
    expect(resourceCommand(role, 'sts:AssumeRole')).toBe('aws iam get-role --role-name App');
    expect(resourceCommand(role, 'iam:GetRole')).toBeUndefined();
  });

  it('says in which account it runs', () => {
    const [ask] = commandsFor('resource', { resource: 'arn:aws:s3:::b', resourceAccount: '444455556666' });
    expect(ask?.why).toMatch(/runs in account 444455556666/);
  });
});

describe('the commands of the other layers', () => {
  it('name the caller, whichever way it is written', () => {
    const of = (request: Partial<Request>) => commandsFor('identity', request).map(({ command }) => command);
    expect(of({ principal: SESSION })[0]).toContain('list-attached-role-policies --role-name App ');
    expect(of({ principal: SESSION, role: 'arn:aws:iam::111122223333:role/x/App' })).toEqual(
      of({ principal: SESSION }),
    );
    expect(of({ principal: ALICE })[2]).toContain('list-groups-for-user --user-name alice ');
    const federated = { principal: 'arn:aws:sts::111122223333:federated-user/bob', user: ALICE };
    expect(of(federated)[0]).toContain('--user-name alice');
    expect(of({ principal: 'lambda.amazonaws.com' })).toEqual([]);
  });

  it('point to the event that holds a session policy', () => {
    const [ask] = commandsFor('session', { principal: SESSION });
    expect(ask).toMatchObject({
      command:
        'aws cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue=nightly',
    });
    expect(ask?.why).toMatch(/`policy` and `policyArns` of its requestParameters/);
  });

  it('ask for the one endpoint that the request came through', () => {
    const of = (context: Request['context']) => commandsFor('endpoint', { context: context! })[0]?.command;
    expect(of({ 'aws:SourceVpce': 'vpce-1' })).toBe(
      'aws ec2 describe-vpc-endpoints --vpc-endpoint-ids vpce-1',
    );
    expect(of({ 'aws:sourceVpc': 'vpc-1' })).toBe(
      'aws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values=vpc-1',
    );
  });

  it('hold no name that a shell could take for more than a name', () => {
    const evil = { principal: "arn:aws:iam::111122223333:user/a'; rm -rf $HOME #" };
    for (const layer of LAYERS)
      for (const { command } of commandsFor(layer, evil)) {
        expect(command).not.toMatch(/[^\\']'; rm/);
        execFileSync('bash', ['-n', '-c', command]);
      }
  });
});

/** A stand-in for the AWS CLI: what a small account and its organization answer. */
const AWS = String.raw`
aws() {
  case "$*" in
    *"list-attached-user-policies"*) printf 'arn:aws:iam::aws:policy/ReadOnlyAccess\tarn:aws:iam::111122223333:policy/team/Team\n' ;;
    *"list-attached-group-policies"*) echo arn:aws:iam::111122223333:policy/Dev ;;
    *"list-groups-for-user"*) echo Developers ;;
    *"list-user-policies"*) echo Own ;;
    *"list-group-policies"*) : ;;
    *"get-user-policy"*) echo '{"UserName":"alice","PolicyName":"Own","PolicyDocument":{"Version":"2012-10-17","Statement":[]}}' ;;
    *"get-policy --policy-arn"*) echo v3 ;;
    *"get-policy-version"*) echo '{"PolicyVersion":{"Document":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]},"VersionId":"v3","IsDefaultVersion":true}}' ;;
    *"get-user --user-name"*) echo arn:aws:iam::111122223333:policy/Limit ;;
    *"list-policies-for-target --target-id 111122223333"*) echo p-FullAWSAccess ;;
    *"list-policies-for-target --target-id ou-ab12-cd34ef56"*) printf 'p-deny0001\tp-FullAWSAccess\n' ;;
    *"list-policies-for-target --target-id r-ab12"*) echo p-FullAWSAccess ;;
    *"list-parents --child-id 111122223333"*) echo ou-ab12-cd34ef56 ;;
    *"list-parents --child-id ou-ab12-cd34ef56"*) echo r-ab12 ;;
    *"list-parents"*) echo "An error occurred (InvalidInputException)" >&2; return 254 ;;
    *"describe-policy"*"p-deny0001"*) echo '{"Policy":{"PolicySummary":{"Id":"p-deny0001","Name":"NoRegions","Type":"SERVICE_CONTROL_POLICY"},"Content":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"ec2:*\",\"Resource\":\"*\"}]}"}}' ;;
    *"describe-policy"*) echo '{"Policy":{"PolicySummary":{"Id":"p-FullAWSAccess","Name":"FullAWSAccess","Type":"SERVICE_CONTROL_POLICY"},"Content":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}}' ;;
    *) echo "unexpected: $*" >&2; return 1 ;;
  esac
}
`;

/** Runs the commands of a layer against the stand-in, and pastes what they print. */
function pasted(layer: 'identity' | 'boundary' | 'scp', current: Scenario): Scenario {
  const commands = commandsFor(layer, current.request)
    .map(({ command }) => command)
    .filter((command) => !command.includes('account.json'));
  const printed = execFileSync('bash', ['-c', [AWS, ...commands, 'true'].join('\n')], { encoding: 'utf8' });
  return scenarioFromEvidence(readEvidence(printed), current).scenario;
}

describe('what the commands print', () => {
  const unseen: Scenario = {
    ...emptyScenario(),
    request: { principal: ALICE, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
    policies: { identity: 'unknown', boundary: 'unknown', scp: 'unknown' },
  };

  it('fills the identity-based policies in by name, with the groups they come from', () => {
    const { identity, boundary } = pasted('identity', unseen).policies;
    expect(
      (identity as readonly { name: string; via?: string }[]).map(({ name, via }) => [name, via]),
    ).toEqual([
      ['ReadOnlyAccess', undefined],
      ['Team', undefined],
      ['Own', undefined],
      ['Dev', 'group/Developers'],
    ]);
    expect(boundary).toBe('unknown');
  });

  it('fills the boundary in, and nothing else', () => {
    const { policies } = pasted('boundary', unseen);
    expect(policies).toMatchObject({ boundary: { name: 'Limit' }, identity: 'unknown' });
  });

  it('fills every level of SCPs in, the root first', () => {
    const { scp } = pasted('scp', unseen).policies;
    expect(scp).toMatchObject([
      { target: 'Root', policies: [{ name: 'FullAWSAccess' }] },
      { target: 'OU ou-ab12-cd34ef56', policies: [{ name: 'NoRegions' }, { name: 'FullAWSAccess' }] },
      { target: 'Account 111122223333', policies: [{ name: 'FullAWSAccess' }] },
    ]);
  });
});

describe('a command from somebody else’s link', () => {
  const resources = [
    'arn:aws:kms:$(id):444455556666:key/k',
    'arn:aws:kms:us-east-1:$(id):key/k',
    'arn:aws:ecr:us-east-1:`id`:repository/r',
    'arn:aws:glacier:us-east-1:;id;:vaults/v',
    'arn:aws:s3:x;id:444455556666:accesspoint/a',
    'arn:aws:s3::444455556666:accesspoint/$(id)',
    "arn:aws:s3::444455556666:accesspoint/'].x`id`.mrap",
    'arn:aws:sqs:us-east-1\nid:444455556666:q',
    'arn:aws:sns:us-east-1:444455556666:$(id)',
    'arn:aws:secretsmanager:us-east-1:444455556666:secret:`id`',
    'arn:aws:lambda:us-east-1:444455556666:function:$(id):$(id)',
  ];

  /** Nothing outside quotation marks, but what the command itself brings. */
  const bare = (command: string): string => command.replaceAll("\\'", '').replace(/'[^']*'/g, '');

  it.each(resources)('runs nothing that stands in %s', (resource) => {
    const commands = commandsFor('resource', { resource, action: 'kms:Decrypt' });
    for (const { command } of commands) expect(bare(command)).not.toMatch(/\$\(id|`id|;id|\nid/);
  });

  it('runs nothing that stands in an account', () => {
    expect(commandsFor('scp', { principal: 'arn:aws:iam::$(id):user/x' })).toEqual([]);
    expect(commandsFor('rcp', { resourceAccount: '$(id)' })).toEqual([]);
    expect(commandsFor('rcp', { resourceAccount: '444455556666' })).toHaveLength(1);
  });

  it('leaves a Region out that the ARN does not have', () => {
    const [asked] = commandsFor('resource', { resource: 'arn:aws:secretsmanager:::secret:s', action: 'x:Y' });
    expect(asked!.command).toBe(
      'aws secretsmanager get-resource-policy --secret-id arn:aws:secretsmanager:::secret:s',
    );
  });
});
