/**
 * Who asks: the request's principal, read from its ARN or name.
 * IAM User Guide: "AWS JSON policy elements: Principal", "IAM identifiers".
 */
import { isAccountId, isPartition, lastSegment, parseArn } from '../../language/arn';
import type { Arn } from '../../language/arn';
import type { PrincipalKind, RequestProblem } from '../evaluation';
import type { Request } from '../../case/scenario';

export interface Caller {
  readonly kind: PrincipalKind;
  /** As written in the request: what a Principal element names directly. */
  readonly id: string;
  readonly partition?: string;
  readonly account?: string;
  /** Short name for people. */
  readonly name: string;
  /** Role sessions: the role's ARN, with its path where the request tells it. */
  readonly roleArn?: string;
  readonly roleName?: string;
  /** Federated user sessions: the IAM user behind it, where the request tells it. */
  readonly userArn?: string;
  /** Federated user sessions: the root user is behind it. */
  readonly ofRoot?: boolean;
  /** A session of a role that only one service may use. */
  readonly serviceLinked: boolean;
}

export interface ReadCaller {
  readonly caller: Caller;
  readonly problems: readonly RequestProblem[];
}

const WEB_IDENTITY_PROVIDERS: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'www.amazon.com',
  'graph.facebook.com',
  'cognito-identity.amazonaws.com',
]);

const SERVICE_PRINCIPAL = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.(com(\.cn)?|eu)|aws\.internal|api\.aws)$/;

/** Roles under this path belong to an AWS service: IAM User Guide, "Create a service-linked role". */
export const SERVICE_LINKED_PATH = 'aws-service-role/';

/** CloudFront Developer Guide: "Use an origin access identity", both forms of its principal. */
const ORIGIN_ACCESS = /^arn:[a-z-]+:iam::cloudfront:user\/CloudFront Origin Access Identity (E[A-Z0-9]+)$/;
const CANONICAL_ID = /^[0-9a-f]{64,128}$/;

const HINT =
  'write the ARN of a user, a role or a session, a service such as `lambda.amazonaws.com`, or `*` for an unsigned request';

function invalid(id: string, problem: Omit<RequestProblem, 'field'>): ReadCaller {
  return {
    caller: { kind: 'invalid', id, name: id, serviceLinked: false },
    problems: [{ field: 'principal', ...problem }],
  };
}

function malformed(id: string, why: string): ReadCaller {
  return invalid(id, { kind: 'malformed', message: `\`${id}\` ${why}` });
}

function plain(caller: Omit<Caller, 'serviceLinked'>): ReadCaller {
  return { caller: { serviceLinked: false, ...caller }, problems: [] };
}

/** The role behind a session: from the request's `role`, or by the session's own name without a path. */
function readRole(
  arn: Arn,
  roleName: string,
  request: Request,
): { roleArn: string; problem?: RequestProblem } {
  const assumed = `arn:${arn.partition}:iam::${arn.account}:role/${roleName}`;
  if (request.role === undefined || request.role === '') return { roleArn: assumed };
  const role = parseArn(request.role);
  const fits =
    role?.service === 'iam' &&
    role.partition === arn.partition &&
    role.account === arn.account &&
    role.resource.startsWith('role/') &&
    lastSegment(role.resource) === roleName;
  if (fits) return { roleArn: request.role };
  const message = `\`${request.role}\` is not the ARN of a role \`${roleName}\` in account ${arn.account}`;
  return { roleArn: assumed, problem: { field: 'role', kind: 'malformed', message } };
}

function readStsCaller(request: Request, arn: Arn): ReadCaller {
  const id = request.principal;
  const common = { id, partition: arn.partition, account: arn.account };
  const [type, first, ...rest] = arn.resource.split('/');
  if (type === 'assumed-role') {
    const session = rest.join('/');
    if (!first || !session) {
      return malformed(id, 'lacks the role or the session: `…:assumed-role/ROLE/SESSION`');
    }
    const { roleArn, problem } = readRole(arn, first, request);
    const serviceLinked = roleArn.includes(`:role/${SERVICE_LINKED_PATH}`);
    return {
      caller: { kind: 'roleSession', ...common, name: session, roleName: first, roleArn, serviceLinked },
      problems: problem ? [problem] : [],
    };
  }
  if (type === 'federated-user') {
    const name = [first, ...rest].join('/');
    if (!name) return malformed(id, 'lacks the name of the federated user: `…:federated-user/NAME`');
    return readFederatedUser(request, arn, name);
  }
  return malformed(id, `is not a session: ${HINT}`);
}

function readFederatedUser(request: Request, arn: Arn, name: string): ReadCaller {
  const common = { id: request.principal, partition: arn.partition, account: arn.account, name };
  if (request.user === undefined || request.user === '') return plain({ kind: 'federatedUser', ...common });
  const user = parseArn(request.user);
  if (user?.service === 'iam' && user.account === arn.account) {
    if (user.resource === 'root') return plain({ kind: 'federatedUser', ...common, ofRoot: true });
    if (/^user\/.*[^/]$/.test(user.resource))
      return plain({ kind: 'federatedUser', ...common, userArn: request.user });
  }
  const message = `\`${request.user}\` is not the ARN of a user in account ${arn.account}`;
  const { caller } = plain({ kind: 'federatedUser', ...common });
  return { caller, problems: [{ field: 'user', kind: 'malformed', message }] };
}

function readIamCaller(id: string, arn: Arn): ReadCaller {
  const common = { id, partition: arn.partition, account: arn.account };
  if (arn.resource === 'root') return plain({ kind: 'root', ...common, name: 'root' });
  const slash = arn.resource.indexOf('/');
  const type = arn.resource.slice(0, Math.max(slash, 0));
  const name = lastSegment(arn.resource);
  if (type === 'group') return malformed(id, 'is a group: name one of its users, a group makes no requests');
  if (!name && ['user', 'role', 'saml-provider', 'oidc-provider'].includes(type)) {
    return malformed(id, `lacks the name after \`${type}/\``);
  }
  switch (type) {
    case 'user':
      return plain({ kind: 'user', ...common, name });
    case 'role': {
      const serviceLinked = arn.resource.startsWith(`role/${SERVICE_LINKED_PATH}`);
      return {
        caller: { kind: 'role', ...common, name, roleName: name, roleArn: id, serviceLinked },
        problems: [],
      };
    }
    case 'saml-provider':
    case 'oidc-provider':
      return plain({ kind: 'federatedCaller', ...common, name: arn.resource.slice(slash + 1) });
    default:
      return malformed(id, `is not a principal: ${HINT}`);
  }
}

let last: { readonly request: Request; readonly read: ReadCaller } | undefined;

/**
 * Reads the caller of a request. A field that is empty or cannot be read is told in `problems`.
 * The same object for as long as the same caller asks: what was made of it stays good.
 */
export function readCaller(request: Request): ReadCaller {
  const { principal, role, user } = request;
  const before = last?.request;
  if (!last || before?.principal !== principal || before.role !== role || before.user !== user) {
    last = { request, read: readAnew(request) };
  }
  return last.read;
}

function readAnew(request: Request): ReadCaller {
  const id = request.principal;
  if (id === '') return invalid(id, { kind: 'missing', message: `who makes the request: ${HINT}` });
  if (id === '*') return plain({ kind: 'anonymous', id, name: 'anonymous' });
  return id.startsWith('arn:') ? readArn(request, id) : readName(id);
}

function readName(id: string): ReadCaller {
  if (WEB_IDENTITY_PROVIDERS.has(id)) return plain({ kind: 'federatedCaller', id, name: id });
  if (SERVICE_PRINCIPAL.test(id)) return plain({ kind: 'service', id, name: id });
  if (CANONICAL_ID.test(id)) return plain({ kind: 'originAccessIdentity', id, name: `${id.slice(0, 8)}…` });
  return malformed(id, `is not a principal: ${HINT}`);
}

function readArn(request: Request, id: string): ReadCaller {
  const arn = parseArn(id);
  if (!arn) return malformed(id, `is not a principal: ${HINT}`);
  const origin = arn.account === 'cloudfront' ? ORIGIN_ACCESS.exec(id) : null;
  if (origin) return plain({ kind: 'originAccessIdentity', id, name: origin[1]! });
  if (!isPartition(arn.partition)) return malformed(id, `has no partition such as \`aws\` after \`arn:\``);
  if (arn.service !== 'iam' && arn.service !== 'sts') return malformed(id, `is not a principal: ${HINT}`);
  if (arn.region !== '') return malformed(id, 'has a Region; ARNs of IAM and STS have none');
  if (!isAccountId(arn.account)) return malformed(id, 'has no account ID of twelve digits');
  return arn.service === 'iam' ? readIamCaller(id, arn) : readStsCaller(request, arn);
}
