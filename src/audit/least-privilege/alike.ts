/** Which resources some policies cannot tell apart: those that the same of their patterns match. */
import { globMatches, globOf } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { resourcePartStart } from '../../language/arn';
import { treeOf } from './expand';

/** More patterns than this cost more than what they save. */
const MOST_PATTERNS = 400;

/** KMS, IAM and STS read more in a resource than its pattern: aliases, roles, whose trust policy is asked. */
const READ_WHOLE = /^arn:[^:]*:(?:kms|iam|sts):/;

/**
 * A text that is equal for resources which every statement of the policies answers alike: what stands before the fifth
 * colon as it is, and which patterns match what stands after it. The resource itself where that cannot be said.
 */
export function likenessOf(policies: readonly unknown[]): (resource: string) => string {
  const patterns = policies.flatMap((document) =>
    (treeOf(document)?.statements ?? []).flatMap(({ resource }) => resource?.values ?? []),
  );
  const unique = [...new Set(patterns)];
  if (unique.length > MOST_PATTERNS || unique.some((pattern) => pattern.includes('${')))
    return (resource) => resource;
  const rests = unique.flatMap((pattern): Glob[] => {
    const start = resourcePartStart(pattern);
    return start === undefined ? [] : [globOf(pattern.slice(start))];
  });
  const looseOnes = unique.some((pattern) => pattern !== '*' && resourcePartStart(pattern) === undefined);
  if (looseOnes) return (resource) => resource;
  return (resource) => {
    const start = resourcePartStart(resource);
    if (start === undefined || READ_WHOLE.test(resource)) return resource;
    const rest = resource.slice(start);
    return `${resource.slice(0, start)}${rests.map((glob) => (globMatches(glob, rest) ? '1' : '0')).join('')}`;
  };
}
