/** What Amazon EC2 asks for when instances are launched. */
import type { LinkedRequest, Request } from '../../case/scenario';
import { parseArn } from '../../language/arn';
import { passesRole, ROLE } from './roles';
import { arnStart, callerAccountOf } from './places';
import type { CallTemplate, TemplateField } from './types';

const RUN = ['ec2:runinstances'];
const EXAMPLES = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html';

/** Launched into the caller's own account; images are under no account, shared or not. */
const start = (request: Request, type: string): string =>
  `${arnStart(request, 'ec2', { account: type === 'image' ? '' : callerAccountOf(request) })}${type}/`;

/** What is made by the launch has no ID yet, so AWS checks it with a wildcard in its place. */
const made = (request: Request, type: string): string => `${start(request, type)}*`;

const field = (id: string, label: string): TemplateField => ({
  id,
  label,
  start: (request) => start(request, id),
});

const USED: readonly (readonly [type: string, name: string, label: string])[] = [
  ['image', 'The image', 'ARN of the image'],
  ['subnet', 'The subnet', 'ARN of the subnet'],
  ['security-group', 'The security group', 'ARN of the security group'],
  ['key-pair', 'The key pair', 'ARN of the key pair'],
];
const MADE: readonly (readonly [type: string, name: string])[] = [
  ['instance', 'The instance'],
  ['network-interface', 'The network interface'],
  ['volume', 'The volume'],
];

function typeOf({ resource }: Request): string | undefined {
  const arn = parseArn(resource);
  return arn?.service === 'ec2' ? arn.resource.split('/')[0] : undefined;
}

export const ec2Templates: readonly CallTemplate[] = [
  {
    id: 'ec2-resources',
    title: 'What is launched, and with what',
    about:
      'One launch is checked on the instance, the image, the subnet, the security group, the network interface, the volume and the key pair. ' +
      'Remove what this launch does not name.',
    actions: RUN,
    fields: USED.map(([type, , label]) => field(type, label)),
    make: (request, filled) => {
      const own = typeOf(request);
      const makes = MADE.map(([type, name]) => ({ type, name, resource: made(request, type) }));
      const uses = USED.map(([type, name]) => ({ type, name, resource: filled(type) }));
      return [...makes.slice(0, 1), ...uses, ...makes.slice(1)]
        .filter(({ type }) => type !== own)
        .map(({ name, resource }): LinkedRequest => ({ name, request: { resource } }));
    },
    page: `${EXAMPLES}#iam-example-runinstances`,
  },
  {
    id: 'ec2-role',
    title: 'The instance gets a role',
    about: 'Naming an instance profile passes its role to EC2: `iam:PassRole` on the role.',
    actions: RUN,
    fields: [ROLE],
    make: (_, filled) => [passesRole(filled('role'), 'ec2.amazonaws.com')],
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
  {
    id: 'ec2-tags',
    title: 'It is tagged while it is launched',
    about:
      'Tags in the launch need `ec2:CreateTags` on what is tagged, with `ec2:CreateAction` telling that it is part of the launch.',
    actions: RUN,
    fields: [],
    make: (request) =>
      [MADE[0]!, MADE[2]!].map(([type, name]): LinkedRequest => ({
        name: `Tag ${name.toLowerCase()}`,
        request: {
          action: 'ec2:CreateTags',
          resource: made(request, type),
          context: { 'ec2:CreateAction': 'RunInstances' },
        },
      })),
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html',
  },
  {
    id: 'ec2-volume-snapshot',
    title: 'The volume is made from a snapshot',
    about: '`CreateVolume` is checked on the new volume, and on the snapshot that it is made from.',
    actions: ['ec2:createvolume'],
    fields: [field('snapshot', 'ARN of the snapshot')],
    make: (request, filled) => {
      const own = typeOf(request);
      return own === 'snapshot'
        ? [{ name: 'The volume', request: { resource: made(request, 'volume') } }]
        : [{ name: 'The snapshot', request: { resource: filled('snapshot') } }];
    },
    page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html',
  },
  {
    id: 'ec2-volume-tags',
    title: 'It is tagged while it is made',
    about:
      'Tags in the call need `ec2:CreateTags` on the volume, with `ec2:CreateAction` telling that it is part of the call.',
    actions: ['ec2:createvolume'],
    fields: [],
    make: (request) => [
      {
        name: 'Tag the volume',
        request: {
          action: 'ec2:CreateTags',
          resource: made(request, 'volume'),
          context: { 'ec2:CreateAction': 'CreateVolume' },
        },
      },
    ],
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html',
  },
];
