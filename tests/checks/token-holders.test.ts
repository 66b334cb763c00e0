import { describe, expect, it } from 'vitest';
import { externalAccess } from '../../src/checks/external-access';

const OWN = '111122223333';
const arn = (issuer: string): string => `arn:aws:iam::${OWN}:oidc-provider/${issuer}`;
const GITHUB = 'token.actions.githubusercontent.com';

/** Of a trust policy with one provider. */
function accessOf(provider: string, Condition?: object, more: readonly object[] = []) {
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: provider.includes('saml') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity',
    ...(Condition && { Condition }),
  };
  const found = externalAccess(
    { Version: '2012-10-17', Statement: [statement, ...more] },
    { ownerAccount: OWN },
  );
  expect(found).toHaveLength(1);
  return found[0]!;
}

const holders = (provider: string, condition?: object): string =>
  accessOf(provider, condition).holders!.who.join(', and only ');

const like = (issuer: string, claim: string, value: string | readonly string[]): object => ({
  StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' },
  StringLike: { [`${issuer}:${claim}`]: value },
});

describe('GitHub', () => {
  const sub = (value: string | readonly string[]): string => holders(arn(GITHUB), like(GITHUB, 'sub', value));

  it.each<[string | readonly string[], string]>([
    ['*', 'any repository of GitHub'],
    ['repo:*', 'any repository of GitHub'],
    ['repo:*:ref:refs/heads/main', 'any repository of GitHub'],
    // Anybody can take a name that begins like it, and a wildcard goes over slashes and colons.
    ['repo:acme*', 'any repository of GitHub'],
    ['repo:*/shop:ref:refs/heads/main', 'any repository of GitHub'],
    ['repo:*@1234/*', 'any repository of GitHub'],
    [['repo:acme/shop:*', 'repo:*'], 'any repository of GitHub'],
    ['repo:acme/*', 'any repository of `acme`'],
    ['repo:acme@1234/*', 'any repository of `acme`'],
    ['repo:acme@*', 'any repository of `acme`'],
    ['repo:acme/sh*', 'any repository of `acme`'],
    ['repo:acme/shop:*', 'repository `acme/shop`'],
    ['repo:acme@1/shop@2:*', 'repository `acme/shop`'],
    ['repo:acme/shop:ref:refs/heads/main', 'repository `acme/shop`, `ref:refs/heads/main`'],
    ['repo:acme@1/shop@2:environment:prod', 'repository `acme/shop`, `environment:prod`'],
    [
      ['repo:acme/shop:ref:refs/heads/*', 'repo:acme/web:pull_request'],
      'repository `acme/shop`, `ref:refs/heads/*` or repository `acme/web`, `pull_request`',
    ],
    ['repo:${var.org}/*', 'tokens whose `sub` fits `repo:${var.org}/*`'],
    ['repo:acme/${var.repo}:*', 'any repository of `acme`'],
  ])('%j', (value, expected) => {
    expect(sub(value)).toBe(expected);
  });

  it('is everybody by the audience alone, which no condition on it changes', () => {
    const access = accessOf(arn(GITHUB), { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } });
    expect(access.holders).toMatchObject({ who: ['any repository of GitHub'], all: true });
    expect(access.conditions.map(({ narrows }) => narrows)).toEqual([false]);
    expect(holders(arn(GITHUB))).toBe('any repository of GitHub');
  });

  it('reads a wildcard under StringEquals to the letter', () => {
    const condition = { StringEquals: { [`${GITHUB}:sub`]: 'repo:acme/*' } };
    expect(holders(arn(GITHUB), condition)).toBe('tokens whose `sub` is `repo:acme/*` to the letter');
  });

  it.each<[string, string, string]>([
    ['repository', 'acme/shop', 'repository `acme/shop`'],
    ['repository', 'acme/*', 'any repository of `acme`'],
    ['repository', '*/shop', 'any repository of GitHub'],
    ['repository_id', '22', 'the repository with the number `22`'],
    ['repository_owner_id', '11', 'any repository of the owner with the number `11`'],
    ['environment', 'prod', 'any repository of GitHub'],
    ['ref', 'refs/heads/main', 'any repository of GitHub'],
    ['workflow', 'deploy', 'any repository of GitHub'],
    ['constructor', 'x', 'any repository of GitHub'],
    ['__proto__', 'x', 'any repository of GitHub'],
  ])('%s %s', (claim, value, expected) => {
    expect(holders(arn(GITHUB), like(GITHUB, claim, value))).toBe(expected);
  });

  it('lets a branch keep somebody out where the repository is named', () => {
    const narrows = (condition: object): readonly boolean[] =>
      accessOf(arn(GITHUB), { StringEquals: condition }).conditions.map((one) => one.narrows);
    expect(narrows({ [`${GITHUB}:ref`]: 'refs/heads/main' })).toEqual([false]);
    expect(narrows({ [`${GITHUB}:ref`]: 'refs/heads/main', [`${GITHUB}:repository`]: 'acme/shop' })).toEqual([
      true,
      true,
    ]);
  });

  it('tells the other form of the subject', () => {
    const notes = (value: readonly string[]): readonly string[] =>
      accessOf(arn(GITHUB), like(GITHUB, 'sub', value)).holders!.notes;
    expect(notes(['repo:acme/shop:*']).join()).toMatch(
      /`repo:acme@OWNER_ID\/shop@REPOSITORY_ID:\*`.*not let in/,
    );
    expect(notes(['repo:acme/*']).join()).toMatch(/`repo:acme@OWNER_ID\/\*`/);
    expect(notes(['repo:acme@1/shop@2:*']).join()).toMatch(/`repo:acme\/shop:\*`.*not let in/);
    expect(notes(['repo:acme@1/shop@2:*', 'repo:acme/shop:*'])).toEqual([]);
  });

  it('is left by a Deny of everything else', () => {
    const deny = {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:*',
      Condition: { StringNotLike: { [`${GITHUB}:sub`]: 'repo:acme/*' } },
    };
    expect(accessOf(arn(GITHUB), undefined, [deny]).holders!.who).toEqual(['any repository of `acme`']);
  });
});

describe('other providers', () => {
  const CIRCLE = 'oidc.circleci.com/org/0f0f-aa';
  const EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789';
  const HCP = 'app.terraform.io';
  const GOOGLE = 'accounts.google.com';
  const COGNITO = 'cognito-identity.amazonaws.com';
  const POOL = 'eu-west-1:11111111-2222-3333-4444-555555555555';

  it.each<[string, string, string, string]>([
    ['gitlab.com', 'sub', 'project_path:*', 'any project of GitLab'],
    ['gitlab.com', 'sub', 'project_path:acme*', 'any project of GitLab'],
    ['gitlab.com', 'sub', 'project_path:acme/*', 'any project of group `acme`'],
    [
      'gitlab.com',
      'sub',
      'project_path:acme/team/shop:ref_type:branch:ref:main',
      'project `acme/team/shop`, `ref_type:branch:ref:main`',
    ],
    ['gitlab.com', 'ref_protected', 'true', 'any project of GitLab'],
    [CIRCLE, 'sub', 'org/0f0f-aa/*', 'any project of the CircleCI organization `0f0f-aa`'],
    [CIRCLE, 'sub', 'org/0f0f-aa/project/77/user/*', 'the CircleCI project `77`'],
    [CIRCLE, 'oidc.circleci.com/project-id', '77', 'the CircleCI project `77`'],
    [HCP, 'sub', 'organization:*', 'any workspace of HCP Terraform'],
    [HCP, 'sub', 'organization:acme:*', 'any workspace of organization `acme`'],
    [
      HCP,
      'sub',
      'organization:acme:project:web:workspace:prod:run_phase:*',
      'workspace `prod` of organization `acme`, `run_phase:*`',
    ],
    [EKS, 'sub', 'system:serviceaccount:*', 'any service account of the cluster'],
    [EKS, 'sub', 'system:serviceaccount:shop:*', 'any service account of namespace `shop`'],
    [EKS, 'sub', 'system:serviceaccount:shop:web', 'service account `web` of namespace `shop`'],
    [GOOGLE, 'sub', '*', 'anybody with a Google account who signs in to the application `sts.amazonaws.com`'],
    [
      'idp.example.com',
      'sub',
      'a*',
      'those who sign in to the application `sts.amazonaws.com`, and only users whose `sub` begins with `a`',
    ],
  ])('%s %s %s', (issuer, claim, value, expected) => {
    expect(holders(arn(issuer), like(issuer, claim, value))).toBe(expected);
  });

  it('that every account has: by nothing, by the application', () => {
    expect(holders(GOOGLE)).toBe('anybody with a Google account, by any application');
    expect(holders(COGNITO)).toBe('any identity pool of Cognito, also of other accounts');
    expect(holders(COGNITO, { StringEquals: { [`${COGNITO}:aud`]: POOL } })).toBe(
      `whomever the identity pool \`${POOL}\` lets in`,
    );
    const guests = accessOf(COGNITO, {
      StringEquals: { [`${COGNITO}:aud`]: POOL },
      'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'authenticated' },
    });
    expect(guests.conditions.map(({ narrows }) => narrows)).toEqual([true, true]);
  });

  it('of SAML: the address of the answer is the same for all', () => {
    const okta = `arn:aws:iam::${OWN}:saml-provider/Okta`;
    const aud = { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } };
    expect(holders(okta, aud)).toBe('every user of the SAML provider `Okta`');
    expect(holders(okta, { StringEquals: { 'saml:sub': 'ann' } })).toBe('users whose `saml:sub` is `ann`');
  });
});
