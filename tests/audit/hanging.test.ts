import { describe, expect, it } from 'vitest';
import { adminPaths } from '../../src/index';
import { identityOf } from '../../src/intake/account/policies';
import { NOTHING } from '../../src/store/account/account';
import { groupsNow, rowsOf } from '../../src/features/account/groups';
import { overviewOf } from '../../src/audit/account/overview';
import type { Account } from '../../src/intake/account/read';
import { ADMIN, account, allow, document, named, role, user } from './build';

const by = (service: string): object => ({ Principal: { Service: `${service}.amazonaws.com` } });
const told = (of: Account): readonly string[] =>
  adminPaths(of).hanging.map(
    ({ from, path, roles }) => `${from.name} ${path} ${roles.map((arn) => arn.split('/')[1]).join()}`,
  );

describe('ways through things that an account’s answer does not list', () => {
  const coder = user('coder', { inline: [document(allow('lambda:UpdateFunctionCode'))] });

  it('are told as not known, with the roles that such a thing would have to have, and are no ways', () => {
    const of = account({
      users: [coder],
      roles: [
        role('fn-admin', { attached: [ADMIN], trust: by('lambda') }),
        role('vm-admin', { attached: [ADMIN], trust: by('ec2') }),
        role('fn-mail', { trust: by('lambda') }),
      ],
    });
    expect(told(of)).toEqual(['coder EditExistingLambdaFunctionWithRole fn-admin']);
    expect(adminPaths(of).paths).toEqual([]);
    const state = { ...NOTHING, paths: adminPaths(of), overview: overviewOf(of, { now: '2026-11-30' }) };
    const before = { ...state, paths: undefined, view: 'admins' as const };
    expect(groupsNow(before, rowsOf(before)).map(({ name }) => name)).toEqual(['Not looked at yet']);
    const groups = groupsNow({ ...state, view: 'admins' }, rowsOf(state));
    expect(groups.map(({ id, rows }) => [id, rows.map(({ facts }) => facts.name)])).toEqual([
      ['hanging', ['coder']],
      ['admins', ['fn-admin', 'vm-admin']],
      ['none', ['fn-mail']],
    ]);
  });

  it('are none where no role that leads to administrator trusts the service', () => {
    const trust = { Principal: { AWS: named('user', 'chief') } };
    expect(
      told(account({ users: [coder], roles: [role('fn-admin', { attached: [ADMIN], trust })] })),
    ).toEqual([]);
  });

  it('are none by a role of another account', () => {
    const admin = role('fn-admin', { attached: [ADMIN], trust: by('lambda') });
    const other = { ...admin, Arn: 'arn:aws:iam::444455556666:role/fn-admin' };
    expect(told(account({ users: [coder], roles: [other] }))).toEqual([]);
  });

  it('need every action, and a Deny counts', () => {
    const restart = ['ec2:ModifyInstanceAttribute', 'ec2:StartInstances', 'ec2:StopInstances'];
    const deny = { ...allow('ec2:StopInstances'), Effect: 'Deny' };
    const of = account({
      users: [
        user('half', { inline: [document(allow(restart.slice(1)))] }),
        user('held', { inline: [document(allow(restart), deny)] }),
        user('whole', { inline: [document(allow(restart))] }),
      ],
      roles: [role('vm-admin', { attached: [ADMIN], trust: by('ec2') })],
    });
    expect(told(of)).toEqual(['whole ModifyEC2InstanceUserDataThenRestart vm-admin']);
  });

  it('are none on instances where the role is in no instance profile', () => {
    const start = user('ops', {
      inline: [document(allow(['ec2-instance-connect:SendSSHPublicKey', 'ec2:DescribeInstances']))],
    });
    const withProfiles = (InstanceProfileList: readonly object[]): Account =>
      account({
        users: [start],
        roles: [role('vm-admin', { attached: [ADMIN], trust: by('ec2'), rest: { InstanceProfileList } })],
      });
    expect(told(withProfiles([]))).toEqual([]);
    expect(told(withProfiles([{ InstanceProfileName: 'vm' }]))).toEqual([
      'ops EC2InstanceConnectSendSSHPublicKey vm-admin',
    ]);
  });
});

describe('the name of a group', () => {
  const groupOf = (name: string, action: string): object => ({
    GroupName: name,
    Arn: named('group', name),
    GroupPolicyList: [{ PolicyName: 'g', PolicyDocument: document(allow(action)) }],
    AttachedManagedPolicies: [],
  });
  const actions = (of: Account): readonly unknown[] =>
    identityOf(of, 'user', of.principals[0]!.detail).policies.map(
      ({ document: text }) => (text as { Statement: readonly { Action: unknown }[] }).Statement[0]?.Action,
    );

  it('is the same whatever its case, since AWS does not tell names apart by it', () => {
    const of = account({ users: [user('eve', { groups: ['OPS'] })], groups: [groupOf('ops', 's3:*')] });
    expect(actions(of)).toEqual(['s3:*']);
    expect(identityOf(of, 'user', of.principals[0]!.detail).missing).toEqual([]);
    // Somebody who is in it does not join it.
    const joins = account({
      users: [user('eve', { groups: ['OPS'], inline: [document(allow('iam:AddUserToGroup'))] })],
      groups: [groupOf('ops', '*')],
    });
    expect(adminPaths(joins).paths).toEqual([]);
  });

  it('is that of the user’s own account, where files of two accounts are mixed', () => {
    const other = { ...groupOf('ops', 'ec2:*'), Arn: 'arn:aws:iam::444455556666:group/ops' };
    const both = account({
      users: [user('eve', { groups: ['ops'] })],
      groups: [groupOf('ops', 's3:*'), other],
    });
    expect(actions(both)).toEqual(['s3:*']);
    // A group of another account says nothing of hers, so hers is not known.
    const third = { ...other, Arn: 'arn:aws:iam::777788889999:group/ops' };
    const strangers = account({
      users: [user('eve', { groups: ['ops'] })],
      groups: [other, third],
    });
    expect(identityOf(strangers, 'user', strangers.principals[0]!.detail).missing).toHaveLength(1);
  });
});
