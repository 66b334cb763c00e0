/** What keeps a bucket policy from granting although it says so: Block Public Access, and objects of other accounts. */
import type { Evaluation } from '../../engine/evaluation';
import type { Layer, Scenario } from '../../case/scenario';
import { statementName, statementsOf, stepOf } from '../facts';
import { serviceOf } from '../../case/layers';
import { code, rich } from '../rich';
import { textAt } from '../source';
import { callerEntry } from './caller';
import { replaceValue } from '../../language/edits-at';
import type { Proposal } from './types';

/**
 * A bucket policy that is public reaches nobody in other accounts while RestrictPublicBuckets is on; one that names
 * the caller is not public. S3 User Guide, "Blocking public access to your Amazon S3 storage".
 */
export function publicRepairs(layer: Layer, scenario: Scenario, evaluation: Evaluation): readonly Proposal[] {
  const step = stepOf(evaluation, layer);
  const caller = callerEntry(scenario, evaluation);
  if (layer !== 'resource' || !step || !caller) return [];
  if (scenario.s3?.blockPublicAccess?.restrictPublicBuckets !== true) return [];
  return statementsOf(step).flatMap((statement): readonly Proposal[] => {
    const { address, policy, effect, truth, elements } = statement;
    const principal = elements.find(({ element }) => element === 'Principal');
    const text = textAt(scenario, address);
    const isPublic = principal?.reason.kind === 'principalMatched' && principal.reason.value === '*';
    if (effect !== 'Allow' || truth !== 'yes' || !isPublic || text === undefined) return [];
    const newText = replaceValue(text, principal.path.replace(/\.AWS(\[\d+\])?$/, ''), {
      [caller.type]: caller.value,
    });
    const title = rich`Name ${code(caller.shown)} instead of everyone in ${code(statementName(statement))}`;
    const base = { layer, address, policy, statement: statement.statement, title };
    return newText === undefined ? [] : [{ ...base, kind: 'narrowPrincipal', newText }];
  });
}

/** Where uploaders own their objects, the bucket's owner cannot grant them. S3 User Guide, "Object Ownership". */
export function ownership({ request, s3 }: Scenario): readonly Proposal[] {
  const owner = s3?.objectOwnership;
  if (serviceOf(request.action) !== 's3' || owner === undefined || owner === 'BucketOwnerEnforced') return [];
  return [
    {
      kind: 'setOwnership',
      layer: 'resource',
      address: { layer: 'resource', index: 0 },
      policy: 'Object Ownership',
      title: rich`Let the bucket’s owner own its objects: ${code('BucketOwnerEnforced')}`,
      s3: { ...s3, objectOwnership: 'BucketOwnerEnforced' },
    },
  ];
}

/** For an allow that reaches everyone: the bucket's own lock. */
export function blockPublic({ request, s3 }: Scenario): readonly Proposal[] {
  if (serviceOf(request.action) !== 's3') return [];
  return [
    {
      kind: 'blockPublic',
      layer: 'resource',
      address: { layer: 'resource', index: 0 },
      policy: 'Block Public Access',
      title: rich`Switch on Block Public Access for the bucket`,
      s3: {
        ...s3,
        blockPublicAccess: {
          blockPublicAcls: true,
          ignorePublicAcls: true,
          blockPublicPolicy: true,
          restrictPublicBuckets: true,
        },
      },
    },
  ];
}
