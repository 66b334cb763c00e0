/** Passing a role to a service, and assuming one. IAM User Guide: "Grant a user permissions to pass a role to a service". */
import type { LinkedRequest, Request } from '../../case/scenario';
import { lastSegment, parseArn } from '../../language/arn';
import { callerAccountOf, partitionOf } from './places';
import type { CallTemplate, TemplateField } from './types';
import { contextValue } from '../../case/edits';

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';

/** A role is passed within the caller's own account only. */
export const ROLE: TemplateField = {
  id: 'role',
  label: 'ARN of the role',
  start: (request) => `arn:${partitionOf(request)}:iam::${callerAccountOf(request)}:role/`,
};

export function passesRole(role: string, service: string, name = 'Pass the role'): LinkedRequest {
  return {
    name,
    request: { action: 'iam:PassRole', resource: role, context: { 'iam:PassedToService': service } },
  };
}

/** The session that assuming the role of a request gives; empty while no role is named. */
function sessionOf(request: Request): Partial<Request> {
  const { resource } = request;
  const arn = parseArn(resource);
  const role = lastSegment(arn?.resource ?? '');
  if (arn?.resource.startsWith('role/') !== true || role === '') return { principal: '' };
  const named = contextValue(request, 'sts:RoleSessionName');
  const session = typeof named === 'string' && named !== '' ? named : 'session';
  return {
    principal: `arn:${arn.partition}:sts::${arn.account}:assumed-role/${role}/${session}`,
    role: resource,
  };
}

const NOT_TOLD = { context: { 'sts:SourceIdentity': null } };

const setsIdentity = (request: Request): boolean => contextValue(request, 'sts:SourceIdentity') !== undefined;

export const roleTemplates: readonly CallTemplate[] = [
  {
    id: 'lambda-role',
    title: 'The function gets a role',
    about: 'The role that the function runs as is passed to Lambda: `iam:PassRole` on it.',
    actions: ['lambda:createfunction', 'lambda:updatefunctionconfiguration'],
    fields: [ROLE],
    make: (_, filled) => [passesRole(filled('role'), 'lambda.amazonaws.com')],
    page: `${IAM}/id_roles_use_passrole.html`,
  },
  {
    id: 'ecs-roles',
    title: 'The task gets roles',
    about:
      'The task role and the task execution role are passed to ECS tasks: `iam:PassRole` on each. Remove the one that is not used.',
    actions: ['ecs:registertaskdefinition', 'ecs:runtask', 'ecs:starttask'],
    fields: [
      { ...ROLE, label: 'ARN of the task role' },
      { ...ROLE, id: 'execution', label: 'ARN of the task execution role' },
    ],
    make: (_, filled) => [
      passesRole(filled('role'), 'ecs-tasks.amazonaws.com', 'Pass the task role'),
      passesRole(filled('execution'), 'ecs-tasks.amazonaws.com', 'Pass the execution role'),
    ],
    page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  },
  {
    id: 'sts-then-act',
    title: 'Then something is done as the role',
    about:
      'A second call, made by the session of the role. The policies of the role decide it, and those of what it asks for; the caller’s own no longer count.',
    actions: ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'],
    fields: [
      { id: 'action', label: 'Action of the second call', start: () => '' },
      { id: 'resource', label: 'ARN of its resource, or *', start: () => '' },
    ],
    make: (request, filled) => [
      {
        name: 'Act as the role',
        request: { ...sessionOf(request), action: filled('action'), resource: filled('resource') },
        policies: { identity: 'unknown' },
      },
    ],
    page: `${IAM}/tutorial_cross-account-with-roles.html`,
  },
  {
    id: 'sts-tags',
    title: 'Session tags are passed',
    about:
      'Tags for the session need `sts:TagSession` too: the caller must have it, and the trust policy must allow it.',
    actions: ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'],
    fields: [],
    make: () => [{ name: 'Tag the session', request: { action: 'sts:TagSession' } }],
    page: `${IAM}/id_session-tags.html`,
  },
  {
    id: 'sts-source-identity',
    title: 'A source identity is set',
    about:
      'It needs `sts:SetSourceIdentity` too: the trust policy must allow it, and the caller must have it across accounts or where it is a role itself.',
    actions: ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'],
    fields: [],
    make: (request) => [
      {
        name: 'Set the source identity',
        request: { action: 'sts:SetSourceIdentity', ...(setsIdentity(request) ? {} : NOT_TOLD) },
      },
    ],
    page: `${IAM}/id_credentials_temp_control-access_monitor.html`,
  },
];
