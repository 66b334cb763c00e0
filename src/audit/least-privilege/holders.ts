/**
 * Whose policies an event speaks for. CloudTrail User Guide, "CloudTrail userIdentity element": the issuer of a role
 * session is the only place that has the role's path.
 */
import { textAt } from '../../intake/evidence/values';
import type { JsonObject } from '../../intake/evidence/values';
import { parseArn } from '../../language/arn';

export type Speaks =
  /** A user or role, whose identity-based policies allowed the call. */
  | { readonly kind: 'holder'; readonly arn: string }
  /** Someone with a name and without policies of their own. */
  | { readonly kind: 'cannot'; readonly arn: string; readonly why: string }
  /** A caller of a kind that has no identity-based policies here, by CloudTrail's word for it. */
  | { readonly kind: 'skipped'; readonly type: string }
  /** The text does not tell the caller. */
  | { readonly kind: 'untold' };

export function speaksFor(event: JsonObject): Speaks {
  const arn = textAt(event, 'userIdentity', 'arn');
  const issuer = textAt(event, 'userIdentity', 'sessionContext', 'sessionIssuer', 'arn');
  const type = textAt(event, 'userIdentity', 'type');
  switch (type) {
    case 'IAMUser':
      return arn === undefined ? { kind: 'untold' } : { kind: 'holder', arn };
    case 'AssumedRole':
      return ofRole(issuer, arn);
    case 'FederatedUser':
      return issuer === undefined ? { kind: 'untold' } : ofIssuer(issuer);
    case 'IdentityCenterUser':
      return issuer === undefined ? { kind: 'skipped', type } : ofIssuer(issuer);
    case 'Root':
      return {
        kind: 'cannot',
        arn: arn ?? 'root',
        why: 'the root user has no identity-based policy',
      };
    case 'AWSService':
    case 'AWSAccount':
    case 'SAMLUser':
    case 'WebIdentityUser':
      return { kind: 'skipped', type };
    case undefined:
      return { kind: 'untold' };
    default:
      return { kind: 'skipped', type };
  }
}

function ofIssuer(issuer: string): Speaks {
  return issuer.endsWith(':root')
    ? { kind: 'cannot', arn: issuer, why: 'the root user has no identity-based policy' }
    : { kind: 'holder', arn: issuer };
}

/** By the session's own name, without a path, where the issuer is not told. */
function ofRole(issuer: string | undefined, session: string | undefined): Speaks {
  if (issuer !== undefined) return { kind: 'holder', arn: issuer };
  if (session?.includes(':role/') === true) return { kind: 'holder', arn: session };
  const arn = session === undefined ? undefined : parseArn(session);
  const name = /^assumed-role\/([^/]+)/.exec(arn?.resource ?? '')?.[1];
  if (arn === undefined || name === undefined) return { kind: 'untold' };
  return { kind: 'holder', arn: `arn:${arn.partition}:iam::${arn.account}:role/${name}` };
}

/** Is it the same user or role, where one of the two may lack the path? */
export function sameHolder(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [parseArn(one), parseArn(other)];
  if (a === undefined || b === undefined || a.account !== b.account) return false;
  const [kindA, nameA] = nameOf(a.resource);
  const [kindB, nameB] = nameOf(b.resource);
  const pathless = a.resource.split('/').length === 2 || b.resource.split('/').length === 2;
  return kindA === kindB && nameA === nameB && pathless;
}

function nameOf(resource: string): readonly [kind: string, name: string] {
  const parts = resource.split('/');
  if (parts[0] === 'assumed-role') return ['role', parts[1] ?? ''];
  return [parts[0] ?? '', parts.at(-1) ?? ''];
}
