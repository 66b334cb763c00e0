import { beforeAll, describe, expect, it } from 'vitest';
import { mayNeedMore } from '../../../src/catalog/also-needs';
import { actionDetails } from '../../../src/catalog/service-lookup';
import { resourceFit } from '../../../src/catalog/resource-fit';
import type { Catalog } from '../../../src/catalog/service-reference';
import type { Request, Scenario } from '../../../src/case/scenario';
import { addLinked } from '../../../src/call/list';
import { fromTemplate, TEMPLATES, templatesFor } from '../../../src/call/templates';
import { evaluateCall } from '../../../src/call/verdict';
import { parseScenario } from '../../../src/formats/schema';
import { loadCatalog } from '../../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const RESOURCES: Readonly<Record<string, string>> = {
  s3: 'arn:aws:s3:::bucket/key',
  ec2: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
  lambda: 'arn:aws:lambda:eu-west-1:111122223333:function:f',
  ecs: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:1',
  sts: 'arn:aws:iam::444455556666:role/team/App',
  codeartifact: 'arn:aws:codeartifact:eu-west-1:111122223333:domain/d',
  'ecr-public': '*',
  ses: 'arn:aws:ses:eu-west-1:111122223333:identity/example.com',
};
const FILLED: Readonly<Record<string, string>> = {
  key: 'arn:aws:kms:eu-west-1:444455556666:key/k',
  object: 'arn:aws:s3:::other/key',
  image: 'arn:aws:ec2:eu-west-1::image/ami-1',
  subnet: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1',
  'security-group': 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1',
  'key-pair': 'arn:aws:ec2:eu-west-1:111122223333:key-pair/k',
  snapshot: 'arn:aws:ec2:eu-west-1::snapshot/snap-1',
  'configuration-set': 'arn:aws:ses:eu-west-1:111122223333:configuration-set/c',
  role: 'arn:aws:iam::111122223333:role/R',
  execution: 'arn:aws:iam::111122223333:role/E',
  action: 's3:PutObject',
  resource: 'arn:aws:s3:::bucket/out',
};

function asking(action: string): Request {
  const resource = RESOURCES[action.split(':')[0]!]!;
  return { principal: 'arn:aws:iam::111122223333:user/alice', action, resource };
}

function callOf(id: string, action: string, values: Readonly<Record<string, string>> = FILLED): Scenario {
  const request = asking(action);
  const template = TEMPLATES.find((one) => one.id === id)!;
  const everything = {
    name: 'All',
    document: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
  };
  return addLinked(
    { schema: 2, request, policies: { identity: [everything] } },
    fromTemplate(template, request, values),
  );
}

const cases = TEMPLATES.flatMap((template) =>
  template.actions.map((action) => [template.id, action] as const),
);

describe('every template', () => {
  it.each(cases)(
    '%s for %s makes requests that a scenario can hold, for actions and resources that fit',
    (id, action) => {
      const call = callOf(id, action);
      expect(parseScenario(JSON.parse(JSON.stringify(call)))).toEqual(call);
      const { parts } = evaluateCall(call);
      expect(parts.length).toBeGreaterThan(1);
      for (const { view, evaluation } of parts.slice(1)) {
        expect(actionDetails(catalog, view.request.action), view.request.action).toBeDefined();
        const fit = resourceFit(catalog, view.request.action, view.request.resource)?.kind;
        expect(fit ?? view.request.resource).toBe(view.request.resource === '*' ? '*' : 'fits');
        expect(evaluation.problems).toEqual([]);
      }
    },
  );

  it.each(cases)('%s for %s claims nothing before it is filled in', (id, action) => {
    const { fields } = TEMPLATES.find((one) => one.id === id)!;
    if (fields.length === 0) return;
    const call = callOf(id, action, {});
    const open = evaluateCall(call).parts.filter(({ evaluation }) => evaluation.problems.length > 0);
    expect(open.length).toBeGreaterThan(0);
    for (const { evaluation } of open) expect(evaluation.decision).toBe('Undetermined');
  });

  it('is known from the start by its actions, and names a page of AWS', () => {
    for (const { actions, page } of TEMPLATES) {
      expect(actions.filter((action) => !mayNeedMore(action))).toEqual([]);
      expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    }
    expect(templatesFor('S3:getobject').map(({ id }) => id)).toEqual([
      's3-read-kms',
      's3-copy-out',
      's3-copy-tags',
    ]);
    expect(templatesFor('s3:ListBucket')).toEqual([]);
  });
});

describe('what is asked besides', () => {
  const asked = (id: string, action: string) =>
    evaluateCall(callOf(id, action))
      .parts.slice(1)
      .map(({ view: { request } }) => request);

  it('for an encrypted object is the key, through S3', () => {
    expect(asked('s3-read-kms', 's3:GetObject')[0]).toMatchObject({
      action: 'kms:Decrypt',
      resource: FILLED.key,
      context: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'aws:ViaAWSService': 'true' },
    });
    expect(asked('s3-multipart-kms', 's3:PutObject').map(({ action }) => action)).toEqual([
      'kms:GenerateDataKey',
      'kms:Decrypt',
    ]);
  });

  it('for a tagged copy are the tags of source and copy, each on its own object', () => {
    const rows = (action: string) =>
      asked('s3-copy-tags', action).map(({ action: what, resource }) => [what, resource]);
    const [here, there] = ['arn:aws:s3:::bucket/key', 'arn:aws:s3:::other/key'];
    expect(rows('s3:GetObject')).toEqual([
      ['s3:PutObject', there],
      ['s3:GetObjectTagging', here],
      ['s3:PutObjectTagging', there],
    ]);
    expect(rows('s3:PutObject')).toEqual([
      ['s3:GetObject', there],
      ['s3:GetObjectTagging', there],
      ['s3:PutObjectTagging', here],
    ]);
  });

  it('for a launch is each required resource type that the first request is not about', () => {
    const types = asked('ec2-resources', 'ec2:RunInstances').map(
      ({ resource }) => resource.split(':')[5]!.split('/')[0],
    );
    expect(types).toEqual(['image', 'subnet', 'security-group', 'key-pair', 'network-interface', 'volume']);
    const required = actionDetails(catalog, 'ec2:RunInstances')!.resourceTypes.filter((one) => one.required);
    for (const { name } of required) expect(['instance', ...types]).toContain(name);
  });

  it('for passed roles tells the service', () => {
    const service = (id: string, action: string) =>
      asked(id, action).map(({ context }) => context?.['iam:PassedToService']);
    expect(service('ec2-role', 'ec2:RunInstances')).toEqual(['ec2.amazonaws.com']);
    expect(service('lambda-role', 'lambda:CreateFunction')).toEqual(['lambda.amazonaws.com']);
    expect(service('ecs-roles', 'ecs:RunTask')).toEqual([
      'ecs-tasks.amazonaws.com',
      'ecs-tasks.amazonaws.com',
    ]);
  });

  it('for a source identity is the role, with the identity as the call gives it', () => {
    expect(asked('sts-source-identity', 'sts:AssumeRole')).toMatchObject([
      {
        action: 'sts:SetSourceIdentity',
        resource: 'arn:aws:iam::444455556666:role/team/App',
        context: { 'sts:SourceIdentity': null },
      },
    ]);
    const template = TEMPLATES.find(({ id }) => id === 'sts-source-identity')!;
    const told = { ...asking('sts:AssumeRole'), context: { 'STS:SourceIdentity': 'alice' } };
    const call = addLinked({ schema: 2, request: told, policies: {} }, fromTemplate(template, told, {}));
    expect(evaluateCall(call).parts[1]!.view.request.context).toEqual(told.context);
  });

  it('after assuming a role is asked by its session, whose policies are not seen yet', () => {
    const call = callOf('sts-then-act', 'sts:AssumeRole');
    const { view } = evaluateCall(call).parts[1]!;
    expect(view.request).toMatchObject({
      principal: 'arn:aws:sts::444455556666:assumed-role/App/session',
      role: 'arn:aws:iam::444455556666:role/team/App',
    });
    expect(view.policies).toEqual({ identity: 'unknown' });
  });
});
