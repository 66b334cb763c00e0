/** Ways from the permissions of the policy to more. */
import { security } from './check';
import type { Problem } from './check';
import type { CheckedPolicy } from './document';
import { ESCALATION_PATHS } from './escalation-paths';
import type { EscalationPath } from './escalation-paths';
import { grantOf, isFullAccess } from './grants';
import type { Grant } from './grants';
import type { PolicyType } from './policy-type';
import { code, listed, listedCode } from './words';

const IDENTITY: readonly PolicyType[] = ['identity'];

interface OpenPath extends EscalationPath {
  readonly grants: readonly Grant[];
}

function openPaths(policy: CheckedPolicy): readonly OpenPath[] {
  const grants = new Map<string, Grant | undefined>();
  const granted = (action: string): Grant | undefined => {
    if (!grants.has(action)) grants.set(action, grantOf(policy, action));
    return grants.get(action);
  };
  const open: OpenPath[] = [];
  for (const path of ESCALATION_PATHS) {
    const needed = path.actions.map(granted);
    if (needed.every((grant) => grant !== undefined)) open.push({ ...path, grants: needed });
  }
  // A path that holds another open one adds nothing to it.
  return open.filter(
    (path) =>
      !open.some(
        (other) =>
          other !== path &&
          other.actions.length < path.actions.length &&
          other.actions.every((action) => path.actions.includes(action)),
      ),
  );
}

function limits(grants: readonly Grant[]): string {
  const reasons = [
    grants.some((grant) => !grant.everywhere) && 'to the resources that it names',
    grants.some((grant) => grant.conditional) && 'by its conditions',
  ].filter((reason) => reason !== false);
  return reasons.length === 0
    ? ''
    : ` The policy limits this ${listed(reasons)}: check that they exclude what has more rights.`;
}

const ADVICE =
  'Take one of the actions away, or limit its resources to what holds no more rights than the user.';

/** One finding for each path; the paths that one wildcard opens are told together. */
function* tellPaths(policy: CheckedPolicy): Iterable<Problem> {
  if (policy.statements.some(isFullAccess)) return;
  const byWildcard = new Map<string, OpenPath[]>();
  for (const path of openPaths(policy)) {
    const [first] = path.grants;
    const together = path.grants.every((grant) => grant.at.path === first!.at.path);
    if (together && (first!.at.text === undefined || first!.at.text.includes('*'))) {
      byWildcard.set(first!.at.path, [...(byWildcard.get(first!.at.path) ?? []), path]);
      continue;
    }
    yield {
      at: first!.at,
      related: path.grants.slice(1).map((grant) => grant.at),
      message: `With ${listedCode(path.actions, 6)} somebody can ${path.deed}, and so get more rights than this policy gives.${limits(path.grants)} ${ADVICE}`,
    };
  }
  for (const paths of byWildcard.values()) {
    const [{ at }] = paths[0]!.grants as [Grant];
    const deeds = paths.map((path) => path.deed);
    const ways = paths.length === 1 ? 'a known way' : `${paths.length} known ways`;
    yield {
      at,
      message: `${code(at.text ?? 'NotAction')} opens ${ways} to more rights than this policy gives: somebody can ${listed(deeds, 5, 'or')}.${limits(paths.flatMap((path) => path.grants))} List the actions that are needed.`,
    };
  }
}

export const escalationChecks = [
  security('privilege-escalation', tellPaths, IDENTITY),

  security(
    'resource-policy-privilege-escalation',
    function* (policy) {
      if (policy.statements.some(isFullAccess)) return;
      const has = (action: string): boolean => grantOf(policy, action) !== undefined;
      const objects = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'];
      const missing = objects.filter((action) => !has(action));
      for (const action of ['s3:PutBucketPolicy', 's3:PutBucketAcl']) {
        const grant = grantOf(policy, action);
        if (!grant || missing.length === 0) continue;
        yield {
          at: grant.at,
          message: `${code(action)} lets somebody give themselves ${listedCode(missing)} on the bucket, which this policy does not allow. Leave it to those who may do both.`,
        };
      }
      const lifecycle = grantOf(policy, 's3:PutLifecycleConfiguration');
      if (lifecycle && !has('s3:DeleteObject')) {
        yield {
          at: lifecycle.at,
          message:
            '`s3:PutLifecycleConfiguration` lets somebody have all objects of a bucket expire, though this policy does not allow `s3:DeleteObject`.',
        };
      }
    },
    IDENTITY,
  ),
];
