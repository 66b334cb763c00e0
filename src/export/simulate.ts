/**
 * The same question for AWS's own policy simulator, as a command, and what that simulator leaves out.
 * IAM API Reference, SimulateCustomPolicy and SimulatePrincipalPolicy; IAM User Guide, "Testing IAM policies with the
 * IAM policy simulator".
 */
import { globalKey } from '../catalog/global-keys';
import type { KeyType } from '../catalog/global-key';
import type { ContextValue, Policies, Policy, Request, Scenario } from '../case/scenario';
import { levelsOf } from '../case/scenario';
import { parseArn } from '../language/arn';
import { shellCommand } from '../intake/ask/shell';

export interface Simulation {
  /** Ready for a POSIX shell. */
  readonly command: string;
  /** The same with its parameters in a file: for other shells, and for policies longer than a command may be. */
  readonly fromFile: { readonly command: string; readonly name: string; readonly json: string };
  /** What this scenario has and the simulator does not check, one sentence each. */
  readonly leavesOut: readonly string[];
}

type Option = readonly [name: string, ...values: string[]];

/** With the policies of the scenario; they need not exist in AWS. Undefined while the request has no action. */
export function simulateCustomPolicy(scenario: Scenario): Simulation | undefined {
  const { request, policies } = scenario;
  if (request.action === '') return undefined;
  const identity = inPlay(listed(policies.identity));
  const caller = userArn(request) ?? roleArn(request);
  const resource =
    userArn(request) === undefined || isTrust(request) ? [] : inPlay(listed(policies.resource));
  const boundary = inPlay(listed(policies.boundary));
  const levels = organizationLevels(policies);
  const options: Option[] = [
    // The list may not be empty; a policy that grants nothing stands for none.
    ['--policy-input-list', ...(identity.length > 0 ? identity : [GRANTS_NOTHING])],
    ...(boundary.length > 0 ? [['--permissions-boundary-policy-input-list', ...boundary] as const] : []),
    ...(levels.length > 0
      ? [['--ordered-organization-policy-input-list', JSON.stringify(levels)] as const]
      : []),
    ...asked(request),
    ...resource.map((text) => ['--resource-policy', text] as const),
    ...(resource.length > 0 ? owner(request) : []),
    ...(caller !== undefined && (resource.length > 0 || levels.length > 0)
      ? [['--caller-arn', caller] as const]
      : []),
    ...entries(request.context),
  ];
  return {
    ...written('simulate-custom-policy', options),
    leavesOut: [
      ...scpsNotSent(policies, levels.length),
      ...leftOut(scenario),
      ...callerLeftOut(request, policies),
      ...unreadable(policies),
    ],
  };
}

/** With the policies attached in AWS to the caller. Undefined for callers that are neither user nor role. */
export function simulatePrincipalPolicy(scenario: Scenario): Simulation | undefined {
  const { request } = scenario;
  const source = userArn(request) ?? roleArn(request);
  if (source === undefined || request.action === '') return undefined;
  return {
    ...written('simulate-principal-policy', [
      ['--policy-source-arn', source],
      ...asked(request),
      ...entries(request.context),
    ]),
    leavesOut: [
      ...(scenario.policies.scp === undefined
        ? []
        : ['The SCPs of this case are not sent: the simulator takes those in force for the account.']),
      ...leftOut(scenario),
      ...(scenario.policies.resource === undefined
        ? []
        : ['The policy of the resource is not sent with this command.']),
      ...(request.role === undefined && userArn(request) === undefined
        ? ['The path of the role is not known; put it into the ARN if the role has one.']
        : []),
    ],
  };
}

/** Parameters that are lists; `--context-entries` is one already. */
const LISTS: ReadonlySet<string> = new Set([
  '--policy-input-list',
  '--permissions-boundary-policy-input-list',
  '--action-names',
  '--resource-arns',
]);

/** Parameters whose one value is JSON on the command line and in the file. */
const JSON_OPTIONS: ReadonlySet<string> = new Set([
  '--context-entries',
  '--ordered-organization-policy-input-list',
]);

/** AWS CLI User Guide, "AWS CLI skeletons and input files": the file names parameters as the API does. */
function written(operation: string, options: readonly Option[]): Pick<Simulation, 'command' | 'fromFile'> {
  const input = options.map(([name, ...values]): [string, unknown] => {
    if (JSON_OPTIONS.has(name)) return [apiName(name), JSON.parse(values[0]!)];
    return [apiName(name), LISTS.has(name) ? values : values[0]];
  });
  const file = `${operation}.json`;
  return {
    command: shellCommand(`aws iam ${operation}`, options),
    fromFile: {
      command: `aws iam ${operation} --cli-input-json file://${file}`,
      name: file,
      json: `${JSON.stringify(Object.fromEntries(input), null, 2)}\n`,
    },
  };
}

/** `--policy-source-arn` is PolicySourceArn. */
function apiName(option: string): string {
  return option.replace(/(?<!-)-+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** AWS STS answers GetCallerIdentity without any permission, so that allowing it allows nothing. */
const GRANTS_NOTHING =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:GetCallerIdentity","Resource":"*"}]}';

function listed(layer: Policies['identity'] | Policies['boundary']): readonly Policy[] {
  if (layer === undefined || layer === 'unknown') return [];
  return Array.isArray(layer) ? (layer as readonly Policy[]) : [layer as Policy];
}

/** The texts of the policies that are on and can be read, each on one line. */
function inPlay(policies: readonly Policy[]): readonly string[] {
  return policies.flatMap((policy) => (policy.off === true ? [] : (oneLine(policy) ?? [])));
}

function oneLine({ text, document }: Policy): string | undefined {
  if (text === undefined) return JSON.stringify(document);
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function unreadable(policies: Policies): readonly string[] {
  const { identity, boundary, resource } = policies;
  const scps = levelsOf(policies, 'scp').flatMap((level) => level.policies);
  return [...listed(identity), ...listed(boundary), ...listed(resource), ...scps]
    .filter((policy) => policy.off !== true && oneLine(policy) === undefined)
    .map(({ name }) => `\`${name}\` is not finished, so it is not sent.`);
}

/** IAM API Reference, SimulateCustomPolicy, OrderedOrganizationPolicyInputList: up to seven levels, the root first. */
const MOST_LEVELS = 7;

interface LevelInput {
  readonly ServiceControlPolicyInputList: readonly string[];
}

/** The SCPs of each level; none where a level has no text to send, for a level left out would be taken for none. */
function organizationLevels(policies: Policies): readonly LevelInput[] {
  const levels = levelsOf(policies, 'scp').map((level) => inPlay(level.policies));
  if (levels.length > MOST_LEVELS || levels.some((texts) => texts.length === 0)) return [];
  return levels.map((texts) => ({ ServiceControlPolicyInputList: texts }));
}

function scpsNotSent(policies: Policies, sent: number): readonly string[] {
  if (policies.scp === undefined || sent > 0) return [];
  return ['The SCPs are not sent: not every level of them is here and can be read.'];
}

function asked({ action, resource }: Request): readonly Option[] {
  return [
    ['--action-names', action],
    ...(resource === '' || resource === '*' ? [] : [['--resource-arns', resource] as const]),
  ];
}

function owner({ resource, resourceAccount, principal }: Request): readonly Option[] {
  const account = resourceAccount ?? (parseArn(resource)?.account || parseArn(principal)?.account);
  return account === undefined || account === ''
    ? []
    : [['--resource-owner', `arn:aws:iam::${account}:root`]];
}

function userArn({ principal }: Request): string | undefined {
  return parseArn(principal)?.resource.startsWith('user/') === true ? principal : undefined;
}

function roleArn({ principal, role }: Request): string | undefined {
  if (role !== undefined) return role;
  const arn = parseArn(principal);
  if (arn?.resource.startsWith('role/') === true) return principal;
  const name = /^assumed-role\/([^/]+)\//.exec(arn?.resource ?? '')?.[1];
  return arn === undefined || name === undefined
    ? undefined
    : `arn:${arn.partition}:iam::${arn.account}:role/${name}`;
}

function isTrust({ action }: Request): boolean {
  return /^sts:AssumeRole/i.test(action);
}

const TYPES: Readonly<Record<KeyType, string>> = {
  string: 'string',
  arn: 'string',
  bool: 'boolean',
  numeric: 'numeric',
  date: 'date',
  ip: 'ip',
};

function entries(context: Readonly<Record<string, ContextValue>> | undefined): readonly Option[] {
  const known = Object.entries(context ?? {}).flatMap(([key, value]) => {
    if (value === null) return [];
    const type = TYPES[globalKey(key)?.type ?? 'string'];
    return [
      {
        ContextKeyName: key,
        ContextKeyValues: typeof value === 'string' ? [value] : value,
        ContextKeyType: typeof value === 'string' ? type : `${type}List`,
      },
    ];
  });
  return known.length === 0 ? [] : [['--context-entries', JSON.stringify(known)]];
}

function leftOut({ request, policies, s3 }: Scenario): readonly string[] {
  const left: string[] = [];
  if (policies.rcp !== undefined) left.push('RCPs are not checked.');
  if (policies.session !== undefined) left.push('Session policies are not checked.');
  if (policies.endpoint !== undefined) left.push('VPC endpoint policies are not checked.');
  if (isTrust(request) && policies.resource !== undefined)
    left.push('The role’s trust policy is not checked.');
  if (s3 !== undefined) left.push('The S3 settings (ownership, ACL, Block Public Access) are not checked.');
  const caller = parseArn(request.principal)?.account;
  const account = request.resourceAccount ?? parseArn(request.resource)?.account;
  if (Boolean(caller) && Boolean(account) && caller !== account)
    left.push('It does not check that both accounts allow, as a request across accounts needs.');
  if (Object.values(request.context ?? {}).includes(null))
    left.push('Context keys whose value is not known are left out, and count as absent.');
  return left;
}

/** IAM API Reference, SimulateCustomPolicy, ResourcePolicy: not supported for IAM roles, though the caller may be one. */
function callerLeftOut(request: Request, policies: Policies): readonly string[] {
  if (policies.resource === undefined || isTrust(request) || userArn(request) !== undefined) return [];
  return [
    'The policy of the resource is not sent: the simulator takes it only together with an IAM user as the caller.',
  ];
}
