/** For a statement that does not name the resource: the resource is added, or what was mistyped is corrected. */
import type { ElementTrace } from '../../engine/evaluation';
import { parseArn } from '../../language/arn';
import { writtenLiteral } from '../../language/template';
import { code, rich } from '../rich';
import type { Piece } from '../rich';
import { valuesAt } from '../source';
import { appendValue, replaceValue } from '../../language/edits-at';
import { readsVariables } from '../values/filled';
import { goesOn } from './goes-on';
import type { Made } from './types';

/** Parts of an ARN that are likelier to be mistyped than meant. */
const CORRECTED: ReadonlySet<string> = new Set(['partition', 'region', 'account']);

export function resourceRepairs(
  { path, reason }: ElementTrace,
  text: string,
  asked: string,
  name: Piece,
): readonly Made[] {
  if (asked === '*') return [];
  const resource = readsVariables(text) ? writtenLiteral(asked, false) : asked;
  const made: Made[] = [];
  const put = (kind: Made['kind'], title: Made['title'], newText: string | undefined): void => {
    if (newText !== undefined) made.push({ kind, title, newText });
  };
  const nearest = reason.kind === 'resourceNotListed' ? reason.nearest : undefined;
  if (nearest && CORRECTED.has(nearest.part) && !nearest.pattern.includes('${')) {
    const { part, actual, pattern, path: at } = nearest;
    const title = rich`Correct the ${part} in ${name}: ${code(actual === '' ? 'empty' : actual)}`;
    put('correctResource', title, replaceValue(text, at, corrected(pattern, part, actual)));
  }
  // KMS decides by keys; an alias in Resource is only about the alias itself.
  if (nearest && /:alias\//.test(nearest.pattern) && /:key\//.test(asked)) {
    const title = rich`Name the key in place of its alias in ${name}`;
    put('correctResource', title, replaceValue(text, nearest.path, resource));
  }
  const grown = nearest && goesOn(nearest.pattern, asked);
  if (nearest && grown) {
    const { kind, pattern, words } = grown;
    const edited =
      kind === 'addResource' ? appendValue(text, path, pattern) : replaceValue(text, nearest.path, pattern);
    put(kind, rich`${words} ${name}: ${code(pattern)}`, edited);
  }
  put('addResource', rich`Add ${code(resource)} to ${name}`, appendValue(text, path, resource));
  const bucket = bucketOf(asked);
  if (bucket !== undefined && valuesAt(text, path).includes(bucket)) {
    const objects = `${bucket}/*`;
    put(
      'addResource',
      rich`Add the bucket’s objects to ${name}: ${code(objects)}`,
      appendValue(text, path, objects),
    );
  }
  return made;
}

/** The bucket of an object; a bucket's ARN does not cover its objects. */
function bucketOf(resource: string): string | undefined {
  const slash = resource.indexOf('/');
  return parseArn(resource)?.service === 's3' && slash !== -1 ? resource.slice(0, slash) : undefined;
}

function corrected(pattern: string, part: string, actual: string): string {
  const pieces = pattern.split(':');
  pieces[{ partition: 1, region: 3, account: 4 }[part] ?? 4] = actual;
  return pieces.join(':');
}
