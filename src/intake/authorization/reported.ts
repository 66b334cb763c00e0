/** A policy of AWS's own evaluation whose text is not there yet. */
import { FULL_ACCESS } from '../../case/layers';
import type { Policy, Request } from '../../case/scenario';
import { unseenPolicy } from '../../case/unseen';
import type { EvidencePolicy } from '../evidence/types';
import { evaluatedCommand } from './commands';
import type { AwsEvaluation } from './types';

/**
 * What stands for the policy: its text where that is there; what AWS attaches to every target; the statements that AWS
 * says matched, each for the very action and resource that was asked; else its name alone. A policy without a match in an
 * evaluation did not match there.
 */
export function reportedPolicy(
  policy: EvidencePolicy,
  evaluations: readonly AwsEvaluation[],
  request: Request,
): Policy {
  const { name = 'policy', uri = '', document, text } = policy;
  const named = { name, uri, ...via(policy) };
  if (document !== undefined) return { ...named, ...(text === undefined ? { document } : { text }) };
  if (/\/p-(?:RCP)?FullAWSAccess$/.test(uri))
    return { ...FULL_ACCESS, name: FULL_ACCESS_NAMES[policy.layer === 'rcp' ? 'rcp' : 'scp'], uri };
  const told = evaluations.length > 0 && evaluations.every(({ outcome }) => outcome !== undefined);
  if (!told) return { ...unseenPolicy(name, [evaluatedCommand(uri)]), ...named };
  const statements = evaluations.flatMap(({ action, resource, matches }) =>
    matches
      .filter((match) => match.uri === uri)
      .map(({ sid, effect }) => ({
        ...(sid !== undefined && { Sid: sid }),
        Effect: effect,
        ...principalOf(policy, effect, request),
        Action: action,
        // A role's trust policy has no Resource.
        ...((policy.layer !== 'resource' || !/^sts:/i.test(action)) && { Resource: resource }),
      })),
  );
  return { ...named, document: { Version: '2012-10-17', Statement: statements }, reported: true };
}

const FULL_ACCESS_NAMES = { scp: 'p-FullAWSAccess', rcp: 'p-RCPFullAWSAccess' } as const;

/** Policies that name a principal matched this caller: an Allow named it, or its account; a Deny whom it may. */
function principalOf(
  { layer }: EvidencePolicy,
  effect: 'Allow' | 'Deny',
  { principal, role }: Request,
): { readonly Principal?: unknown } {
  if (layer !== 'resource' && layer !== 'rcp' && layer !== 'endpoint') return {};
  if (layer === 'resource' && effect === 'Allow' && principal.startsWith('arn:'))
    return { Principal: { AWS: role ?? principal } };
  return { Principal: '*' };
}

/** A policy of a group applies to its members. */
function via({ layer, attachedTo = [] }: EvidencePolicy): { readonly via?: string } {
  const group = attachedTo.map((arn) => /:group\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1]).find(Boolean);
  return layer === 'identity' && group !== undefined ? { via: `group/${group}` } : {};
}
