/** Words for the reasons of Action, NotAction, Resource and NotResource. */
import type { ElementReason } from '../../engine/evaluation';
import { list } from '../rich';
import { shortResource } from '../short-resource';

type Reason<K extends ElementReason['kind']> = Extract<ElementReason, { kind: K }>;
type Nearest = NonNullable<Reason<'resourceNotListed'>['nearest']>;

export function actionMatchedWords({ pattern }: Reason<'actionMatched'>, negated: boolean): string {
  if (negated) return `${pattern} is listed, and NotAction leaves out what it lists`;
  return pattern === '*' ? 'Any action' : `The action matches ${pattern}`;
}

export function actionNotListedWords(
  { action, listed }: Reason<'actionNotListed'>,
  negated: boolean,
): string {
  const end = negated ? ', so NotAction covers it' : '';
  if (listed === 0) return `No action is listed${end}`;
  return listed === 1
    ? `${action} is not the action named here${end}`
    : `${action} is not one of these ${listed} actions${end}`;
}

export function resourceMatchedWords({ pattern }: Reason<'resourceMatched'>, negated: boolean): string {
  if (negated) return `${pattern} is listed, and NotResource leaves out what it lists`;
  return pattern === '*' ? 'Any resource' : `The resource matches ${pattern}`;
}

export function resourceNotListedWords(reason: Reason<'resourceNotListed'>, negated: boolean): string {
  const { listed, nearest, unresolved } = reason;
  // With other entries that could be compared, the nearest of them tells more.
  if (unresolved && unresolved.length > 0 && !nearest) {
    const has = unresolved.length === 1 ? 'has no value' : 'have no value';
    return negated
      ? `${list(unresolved)} ${has}, so nothing is left out`
      : `${list(unresolved)} ${has}, so no resource matches`;
  }
  if (negated) return 'The resource is not listed, so NotResource covers it';
  if (listed === 0) return 'No resource is listed';
  if (nearest) return nearestWords(nearest);
  return listed === 1
    ? 'The resource is not the one named here'
    : `The resource is not one of these ${listed}`;
}

/** At which part of the ARN the nearest entry and the request part ways. */
function nearestWords(nearest: Nearest): string {
  const { pattern, part, expected, actual } = nearest;
  if (part === 'format') return formatWords(pattern, actual);
  if (part === 'kind')
    return `Another kind of resource: ${shortResource(actual)} is asked for, and this names ${shortResource(expected)}`;
  if (part !== 'resource') {
    return `Resource differs at the ${part}: ${named(actual)} is not ${named(expected)}`;
  }
  if (/^arn:[^:]*:s3:::/.test(pattern)) {
    if (!expected.includes('/') && actual.startsWith(`${expected}/`)) {
      return `The bucket, not its objects. The request is for ${actual}`;
    }
    if (expected === `${actual}/*`) return `The objects, not the bucket. The request is for ${actual}`;
  }
  return `Resource differs: ${actual} does not match ${expected}`;
}

function named(part: string): string {
  return part === '' ? 'an empty one' : part;
}

function formatWords(pattern: string, actual: string): string {
  if (actual === '*') return 'The request names no single resource, so only * matches';
  return `${pattern} is not an ARN`;
}
