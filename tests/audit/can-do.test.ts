import { describe, expect, it } from 'vitest';
import { canDo, differenceOf } from '../../src/audit/account/can-do';
import { resourcePolicyIn, scpLevelsIn } from '../../src/audit/account/given';
import { whoCan } from '../../src/index';
import { account, allow, document, user } from './build';

const SERVICES = [
  {
    prefix: 's3',
    actions: [
      { name: 'GetObject', levels: ['Read'] as const },
      { name: 'PutObject', levels: ['Write'] as const },
      { name: 'ListAllMyBuckets', levels: ['List'] as const },
    ],
  },
  { prefix: 'sqs', actions: [{ name: 'SendMessage', levels: ['Write'] as const }] },
];

describe('what a principal can do', () => {
  const of = account({
    users: [
      user('ana', {
        inline: [
          document(
            allow('s3:GetObject', 'arn:aws:s3:::acme/*'),
            allow('s3:List*'),
            allow('s3:PutObject', '*', {
              Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
            }),
          ),
        ],
      }),
      user('bo', { inline: [document(allow('s3:*'), { ...allow('s3:PutObject'), Effect: 'Deny' })] }),
      user('nobody'),
    ],
  });
  const can = (name: string) =>
    canDo(
      of,
      of.principals.find((one) => one.name === name)!,
      SERVICES,
    );

  it('is told by service, with the level, how far it reaches and on which resources', () => {
    const { services } = can('ana');
    expect(services.map(({ prefix, total }) => [prefix, total])).toEqual([['s3', 3]]);
    expect(services[0]?.reached).toEqual([
      { action: 's3:GetObject', levels: ['Read'], reach: 'somewhere', resources: ['arn:aws:s3:::acme/*'] },
      { action: 's3:PutObject', levels: ['Write'], reach: 'perhaps', resources: ['*'] },
      { action: 's3:ListAllMyBuckets', levels: ['List'], reach: 'everywhere', resources: [] },
    ]);
    expect(can('nobody').services).toEqual([]);
  });

  it('is held against what another can', () => {
    const { onlyOne, onlyOther } = differenceOf(can('ana'), can('bo'));
    expect(onlyOne.map(({ action }) => action)).toEqual(['s3:PutObject']);
    expect(onlyOther.map(({ action, reach }) => [action, reach])).toEqual([['s3:GetObject', 'everywhere']]);
  });

  it('takes the SCPs into account', () => {
    const scp = scpLevelsIn(JSON.stringify(document(allow('*'), { ...allow('s3:List*'), Effect: 'Deny' })));
    const ana = of.principals.find(({ name }) => name === 'ana')!;
    const { services } = canDo(of, ana, SERVICES, scp);
    expect(services[0]?.reached.map(({ action }) => action)).toEqual(['s3:GetObject', 's3:PutObject']);
  });
});

describe('policies that are given besides', () => {
  const of = account({ users: [user('ana'), user('bo', { inline: [document(allow('s3:*'))] })] });
  const question = { action: 's3:GetObject', resource: 'arn:aws:s3:::acme/k' };
  const outcomes = (more: object): readonly string[] =>
    whoCan(of, { ...question, ...more }).rows.map(({ outcome, layer }) => `${outcome} ${layer}`);

  it('are SCPs for everybody, in levels where the text names them', () => {
    const deny = document(allow('*'), { ...allow('s3:*'), Effect: 'Deny' });
    const printed = (Name: string, Content: object): string =>
      JSON.stringify({
        Policy: {
          PolicySummary: { Id: `p-${Name}`, Name, Type: 'SERVICE_CONTROL_POLICY' },
          Content: JSON.stringify(Content),
        },
      });
    const scp = scpLevelsIn(
      [
        '# attached to: 111122223333',
        printed('all', document(allow('*'))),
        '# attached to: r-abcd',
        printed('deny', deny),
      ].join('\n'),
    );
    expect(scp?.map(({ target }) => target)).toEqual(['Root', 'Account 111122223333']);
    expect(outcomes({ scp })).toEqual(['denied scp', 'denied scp']);
    expect(scpLevelsIn('no policy')).toBeUndefined();
  });

  it('are the resource’s, which can let somebody in by itself', () => {
    const policy = document({
      ...allow('s3:GetObject', 'arn:aws:s3:::acme/*'),
      Principal: { AWS: 'arn:aws:iam::111122223333:user/ana' },
    });
    const resourcePolicy = resourcePolicyIn(JSON.stringify(policy));
    expect(outcomes({ resourcePolicy })).toEqual(['allowed resource', 'allowed identity']);
    expect(resourcePolicyIn('{}')).toBeUndefined();
  });
});
