import { describe, expect, it } from 'vitest';
import { githubSubject, writeGithubSubject } from '../../src/catalog/oidc';
import { toBase64Url } from '../../src/formats/base64';
import { evaluate, readEvidence } from '../../src/index';
import { readPaste } from '../../src/intake/evidence/read';
import { scenarioFromEvidence } from '../../src/intake/from-evidence';

const GITHUB = 'token.actions.githubusercontent.com';
const ROLE = 'arn:aws:iam::111122223333:role/deploy';
const PROVIDER = `arn:aws:iam::111122223333:oidc-provider/${GITHUB}`;

function jwt(claims: object): string {
  const part = (value: object): string => toBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}

function trust(condition: object): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: PROVIDER },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: condition,
      },
    ],
  });
}

const GITHUB_CLAIMS = {
  iss: `https://${GITHUB}`,
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme@1234/shop@5678:ref:refs/heads/main',
  repository: 'acme/shop',
  repository_id: '5678',
  ref: 'refs/heads/main',
  actor: 'zoë',
  run_id: '42',
  exp: 1,
};

describe('a token', () => {
  it('gives the claims that STS passes on, and says what it does not, and that nothing was checked or kept', () => {
    const evidence = readEvidence(`export TOKEN=${jwt(GITHUB_CLAIMS)}`);
    expect(evidence.kind).toBe('token');
    expect(evidence.request).toEqual({
      action: 'sts:AssumeRoleWithWebIdentity',
      context: {
        [`${GITHUB}:aud`]: 'sts.amazonaws.com',
        [`${GITHUB}:sub`]: 'repo:acme@1234/shop@5678:ref:refs/heads/main',
        [`${GITHUB}:actor`]: 'zoë',
        [`${GITHUB}:ref`]: 'refs/heads/main',
        [`${GITHUB}:repository`]: 'acme/shop',
        [`${GITHUB}:repository_id`]: '5678',
      },
    });
    expect(evidence.notes.join(' ')).toMatch(
      /GitHub Actions .*signature was not checked.*not kept.*does not pass on `run_id`/,
    );
    expect(JSON.stringify(evidence)).not.toContain('eyJ');
  });

  it('takes azp for the audience, and then aud for oaud', () => {
    const { request } = readEvidence(
      jwt({ iss: 'https://accounts.google.com', azp: 'app', aud: 'backend', sub: '1' }),
    );
    expect(request?.context).toEqual({
      'accounts.google.com:aud': 'app',
      'accounts.google.com:oaud': 'backend',
      'accounts.google.com:sub': '1',
    });
  });

  it.each([
    ['EKS', 'https://oidc.eks.eu-west-1.amazonaws.com/id/ABC123', 'system:serviceaccount:shop:cart'],
    ['GitLab', 'https://gitlab.com', 'project_path:acme/shop:ref_type:branch:ref:main'],
    ['CircleCI', 'https://oidc.circleci.com/org/0b8c', 'org/0b8c/project/1/user/2'],
    ['HCP Terraform', 'https://app.terraform.io', 'organization:acme:project:p:workspace:w:run_phase:plan'],
  ])('of %s has keys with the address of its provider', (name, iss, sub) => {
    const { request, notes } = readEvidence(jwt({ iss, aud: 'x', sub }));
    const host = iss.slice('https://'.length);
    expect(request?.context).toEqual({ [`${host}:aud`]: 'x', [`${host}:sub`]: sub });
    expect(notes[0]).toContain(name);
  });

  it('finds its provider in the trust policy of the same paste', () => {
    const evidence = readEvidence(
      `${jwt(GITHUB_CLAIMS)}\n${trust({ StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } })}`,
    );
    expect(evidence.policies).toMatchObject([{ layer: 'trust' }]);
    expect(scenarioFromEvidence(evidence).scenario.request.principal).toBe(PROVIDER);
  });

  it.each([
    ['no JSON', 'eyJhbGciOiJSUzI1NiJ9.eyJub3RqY29uZm9ybWluZw.x'],
    ['no issuer', jwt({ sub: 'x' })],
    ['its second part missing', 'eyJhbGciOiJSUzI1NiJ9'],
  ])('with %s is none', (_, text) => {
    expect(readEvidence(text).kind).toBe('unknown');
  });

  it('with a claim called __proto__ changes nothing', () => {
    const token = jwt(JSON.parse(`{"iss":"https://gitlab.com","sub":"x","__proto__":{"aud":"y"}}`) as object);
    expect(readEvidence(token).request?.context).toEqual({ 'gitlab.com:sub': 'x' });
  });
});

const WORKFLOW = `name: Deploy
on:
  push:
    branches: [main]
  pull_request:
permissions:
  id-token: write
  contents: read
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          role-to-assume: ${ROLE}
          aws-region: eu-west-1
`;
const ERROR =
  'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity\n';

describe('a GitHub workflow', () => {
  it('with its error and the trust policy gives the whole case, one choice for each event', () => {
    const subject = { [`${GITHUB}:sub`]: 'repo:acme/shop:ref:refs/heads/release' };
    const { evidence, choices } = readPaste(
      `${WORKFLOW}\n${ERROR}\n${trust({ StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com', ...subject } })}`,
    );
    expect(evidence.kind).toBe('denial');
    expect(evidence.request).toMatchObject({
      principal: PROVIDER,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: ROLE,
      context: {
        [`${GITHUB}:aud`]: 'sts.amazonaws.com',
        [`${GITHUB}:sub`]: 'repo:acme/shop:ref:refs/heads/main',
        [`${GITHUB}:environment`]: [],
        [`${GITHUB}:repository_id`]: null,
      },
    });
    expect(choices.map(({ outcome }) => outcome)).toEqual(['push to main', 'pull request']);
    expect(choices[1]!.read().request?.context).toMatchObject({
      [`${GITHUB}:sub`]: 'repo:acme/shop:pull_request',
    });
    const { scenario } = scenarioFromEvidence(evidence);
    const { decision } = evaluate(scenario);
    expect(decision).toBe('ImplicitlyDenied');
  });

  it('has the environment of its job in the subject', () => {
    const text =
      WORKFLOW.replace('    runs-on', '    environment: prod\n    runs-on') +
      trust({ StringLike: { [`${GITHUB}:sub`]: 'repo:acme@12/shop@34:*' } });
    expect(readEvidence(text).request?.context).toMatchObject({
      [`${GITHUB}:sub`]: 'repo:acme@12/shop@34:environment:prod',
      [`${GITHUB}:environment`]: 'prod',
      [`${GITHUB}:repository_id`]: '34',
    });
  });

  it.each(['', '2026-11-30T09:12:41.1180153Z '])(
    'is known by the log of its run, lines begun by %j',
    (time) => {
      const log = `Run aws-actions/configure-aws-credentials@v4
  with:
    role-to-assume: ${ROLE}
    aws-region: eu-west-1
    audience: sts.amazonaws.com
  env:
    NODE_ENV: production
Assuming role with OIDC
${ERROR}`.replace(/^/gm, time);
      const evidence = readEvidence(log);
      expect(evidence).toMatchObject({
        kind: 'denial',
        request: { action: 'sts:AssumeRoleWithWebIdentity', resource: ROLE },
      });
      expect(evidence.request?.context).toMatchObject({
        [`${GITHUB}:aud`]: 'sts.amazonaws.com',
        [`${GITHUB}:sub`]: null,
      });
      // Neither the token nor its provider is in a log.
      expect(evidence.request).not.toHaveProperty('principal');
      expect(evidence.notes.join(' ')).toContain('does not say who');
    },
  );

  it('alone does not know its subject, and says so', () => {
    const { request, notes, kind } = readEvidence(WORKFLOW);
    expect(kind).toBe('token');
    expect(request?.context?.[`${GITHUB}:sub`]).toBeNull();
    expect(notes.join(' ')).toContain('does not name its repository');
  });

  it('without the permission gets no token, which is said', () => {
    expect(readEvidence(WORKFLOW.replace('id-token: write', 'id-token: read')).notes.join(' ')).toContain(
      '`permissions: id-token: write`',
    );
    expect(readEvidence(WORKFLOW).notes.join(' ')).not.toContain('gives it no token');
  });
});

describe('the two forms of GitHub’s subject', () => {
  it.each(['repo:acme/shop:ref:refs/heads/main', 'repo:acme@12/shop@34:environment:prod:blue'])(
    'reads %s and writes it back',
    (subject) => {
      const read = githubSubject(subject)!;
      expect(writeGithubSubject(read, subject.includes('@') ? 'ids' : 'names')).toBe(subject);
    },
  );
});
