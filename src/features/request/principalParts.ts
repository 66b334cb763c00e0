/**
 * A principal taken to pieces and put together again.
 * IAM User Guide: "IAM identifiers"; "AWS JSON policy elements: Principal".
 */
import type { Request } from '../../case/scenario';

export type PrincipalForm =
  | 'user'
  | 'roleSession'
  | 'role'
  | 'root'
  | 'federatedUser'
  | 'samlProvider'
  | 'oidcProvider'
  | 'service'
  | 'anonymous';

export type PrincipalPart =
  'account' | 'path' | 'name' | 'role' | 'session' | 'parent' | 'provider' | 'service';

export interface PrincipalParts extends Readonly<Record<PrincipalPart, string>> {
  readonly form: PrincipalForm;
  readonly partition: string;
}

export const NO_PARTS: PrincipalParts = {
  form: 'user',
  partition: 'aws',
  account: '',
  path: '/',
  name: '',
  role: '',
  session: '',
  parent: '',
  provider: '',
  service: '',
};

/** The parts that each form is made of, in the order to ask for them. */
export const PARTS_OF: Record<PrincipalForm, readonly PrincipalPart[]> = {
  user: ['account', 'name', 'path'],
  roleSession: ['account', 'role', 'session', 'path'],
  role: ['account', 'role', 'path'],
  root: ['account'],
  federatedUser: ['account', 'name', 'parent'],
  samlProvider: ['account', 'provider'],
  oidcProvider: ['account', 'provider'],
  service: ['service'],
  anonymous: [],
};

/** Parts that may stay empty. */
export const OPTIONAL_PARTS: readonly PrincipalPart[] = ['path', 'parent'];

/** A path begins and ends with a slash: `team/ci` becomes `/team/ci/`. */
export function tidyPath(path: string): string {
  const inner = path.trim().replace(/^\/+|(?<!\/)\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** The fields of the request that these parts make; absent parts leave a gap rather than a guess. */
export function principalFields(parts: PrincipalParts): Pick<Request, 'principal' | 'role' | 'user'> {
  const path = tidyPath(parts.path);
  const iam = (resource: string): string => `arn:${parts.partition}:iam::${parts.account}:${resource}`;
  const sts = (resource: string): string => `arn:${parts.partition}:sts::${parts.account}:${resource}`;
  switch (parts.form) {
    case 'user':
      return { principal: iam(`user${path}${parts.name}`) };
    case 'roleSession': {
      const principal = sts(`assumed-role/${parts.role}/${parts.session}`);
      return path === '/' ? { principal } : { principal, role: iam(`role${path}${parts.role}`) };
    }
    case 'role':
      return { principal: iam(`role${path}${parts.role}`) };
    case 'root':
      return { principal: iam('root') };
    case 'federatedUser': {
      const principal = sts(`federated-user/${parts.name}`);
      return parts.parent === '' ? { principal } : { principal, user: parts.parent };
    }
    case 'samlProvider':
      return { principal: iam(`saml-provider/${parts.provider}`) };
    case 'oidcProvider':
      return { principal: parts.account === '' ? parts.provider : iam(`oidc-provider/${parts.provider}`) };
    case 'service':
      return { principal: parts.service };
    case 'anonymous':
      return { principal: '*' };
  }
}

/** Splits `user/team/ci/alice` behind its first word: path `/team/ci/`, name `alice`. */
function pathAndName(resource: string): { readonly path: string; readonly name: string } {
  const rest = resource.slice(resource.indexOf('/') + 1);
  const at = rest.lastIndexOf('/');
  return { path: tidyPath(rest.slice(0, at + 1)), name: rest.slice(at + 1) };
}

/** The parts of the request's principal; what cannot be told stays as in `NO_PARTS`. */
export function readPrincipal(request: Pick<Request, 'principal' | 'role' | 'user'>): PrincipalParts {
  const text = request.principal.trim();
  if (text === '*') return { ...NO_PARTS, form: 'anonymous' };
  const [scheme, partition = 'aws', service, , account = '', ...rest] = text.split(':');
  const resource = rest.join(':');
  if (scheme !== 'arn') return withoutArn(text);
  const base = { ...NO_PARTS, partition, account };
  const { path, name } = pathAndName(resource);
  const kind = resource.split('/')[0];
  if (service === 'sts' && kind === 'assumed-role') {
    const [, role = '', session = ''] = resource.split('/');
    const behind =
      request.role === undefined ? '/' : pathAndName(request.role.split(':').slice(5).join(':')).path;
    return { ...base, form: 'roleSession', role, session, path: behind };
  }
  if (service === 'sts' && kind === 'federated-user')
    return { ...base, form: 'federatedUser', name, parent: request.user ?? '' };
  if (kind === 'root') return { ...base, form: 'root' };
  if (kind === 'role') return { ...base, form: 'role', role: name, path };
  if (kind === 'saml-provider' || kind === 'oidc-provider')
    return {
      ...base,
      form: kind === 'saml-provider' ? 'samlProvider' : 'oidcProvider',
      provider: resource.slice(kind.length + 1),
    };
  return { ...base, path, name };
}

/** Services end in `amazonaws.com`; any other bare host is a web identity provider. */
function withoutArn(text: string): PrincipalParts {
  if (/\.amazonaws\.com(\.cn)?$/.test(text)) return { ...NO_PARTS, form: 'service', service: text };
  if (text.includes('.')) return { ...NO_PARTS, form: 'oidcProvider', provider: text };
  return NO_PARTS;
}
