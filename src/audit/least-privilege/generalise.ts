/**
 * Resources that were used, as the patterns of a policy. `exact` keeps them; `prefix` drops what is gone tomorrow (dates,
 * ids that AWS made) and joins many of one name; `wide` takes all of the type, never another bucket, key or account.
 */
import { parseArn } from '../../language/arn';
import { writtenLiteral } from '../../language/template';

export type Generalise = 'exact' | 'prefix' | 'wide';

/** More directories or names than this are too many to read. */
const MANY = 5;

export function generalise(action: string, resources: readonly string[], how: Generalise): readonly string[] {
  const unique = [...new Set(resources)];
  if (unique.includes('*')) return ['*'];
  const objects = unique.filter(isObjectArn);
  const others = unique.filter((arn) => !isObjectArn(arn));
  const patterns = [...objectPatterns(objects, how), ...otherPatterns(action, others, how)];
  return joinRegions(withoutCovered([...new Set(patterns)])).sort();
}

function isObjectArn(arn: string): boolean {
  return /^arn:[^:]*:s3:::[^/]+\//.test(arn);
}

/** By bucket: the directories of the keys, without what looks like a date, a number, an id or a hash at their end. */
function objectPatterns(arns: readonly string[], how: Generalise): readonly string[] {
  const buckets = new Map<string, string[]>();
  for (const arn of arns) {
    const slash = arn.indexOf('/');
    const bucket = arn.slice(0, slash);
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), arn.slice(slash + 1)]);
  }
  return [...buckets].flatMap(([bucket, keys]) => {
    if (how === 'wide' || keys.includes('*')) return [`${bucket}/*`];
    if (how === 'exact') return keys.map((key) => `${bucket}/${key.endsWith('/*') ? key : literal(key)}`);
    const found = new Set(keys.map((key) => (key.endsWith('/*') ? key : directoryOf(key))));
    return found.size > MANY ? [`${bucket}/*`] : [...found].map((pattern) => `${bucket}/${pattern}`);
  });
}

function directoryOf(key: string): string {
  const parts = key.split('/');
  const name = parts.pop()!;
  while (parts.length > 0 && looksMade(parts.at(-1)!)) parts.pop();
  if (parts.length > 0) return `${parts.map(literal).join('/')}/*`;
  return key.includes('/') || looksMade(name.replace(/\.\w{1,8}$/, '')) ? '*' : literal(name);
}

/** A date, a number, an id, a hash or a UUID; `dt=2026-11-02` too. */
function looksMade(part: string): boolean {
  const value = part.slice(part.indexOf('=') + 1);
  return (
    /^\d+$/.test(value) ||
    /^\d{4}[-_]\d{2}(?:[-_]\d{2})?/.test(value) ||
    /^[\da-f]{8,}$/i.test(value) ||
    /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(value) ||
    part === ''
  );
}

/** What would else be a wildcard or a variable. */
function literal(text: string): string {
  return writtenLiteral(text, true);
}

/** Ids in the ARNs of things that come and go. */
const MADE_ID = /(?:^|[:/])(?:i|vol|snap|eni|ami|spot|sir|fleet|import-i|export-i)-[\da-f]{8,17}$/;
const MADE_KINDS =
  /^(?:task|execution|express|session|build|job-run|query-execution|automation-execution|invalidation|changeset)(?=[:/])/;

function otherPatterns(action: string, arns: readonly string[], how: Generalise): readonly string[] {
  const written = arns.flatMap((arn) => (how === 'exact' ? withVersions(arn) : withVersions(anyStream(arn))));
  // Keys and passed roles are what they guard: others of the type are none of the caller's.
  if (
    how === 'exact' ||
    action.startsWith('kms:') ||
    action === 'iam:PassRole' ||
    action === 'sts:AssumeRole'
  )
    return written;
  const patterns: string[] = [];
  const byHead = new Map<string, string[]>();
  for (const arn of written) {
    const { head, name } = cut(arn);
    if (isMade(arn) && head !== '') patterns.push(`${head}*`);
    else if (how === 'wide' && mayWiden(arn, head)) patterns.push(`${head}*`);
    else byHead.set(head, [...(byHead.get(head) ?? []), name]);
  }
  for (const [head, names] of byHead) {
    const prefix = names.length > MANY ? commonPrefix(names) : undefined;
    if (prefix === undefined) patterns.push(...names.map((name) => head + name));
    else patterns.push(`${head}${prefix}*`);
  }
  return patterns;
}

/** A function that was called with a version or alias is asked for by both names. */
function withVersions(arn: string): readonly string[] {
  const match = /^(arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]+):[^:]+$/.exec(arn);
  return match === null || arn.endsWith(':*') ? [arn] : [match[1]!, `${match[1]!}:*`];
}

/** Streams of a log group come and go: a policy names the group, with all that is in it. */
const anyStream = (arn: string): string => arn.replace(/(:log-group:[^:*]+):log-stream:.+$/, '$1:*');

function isMade(arn: string): boolean {
  const resource = parseArn(arn)?.resource ?? '';
  return MADE_ID.test(resource) || MADE_KINDS.test(resource);
}

/** Before the last `/` or `:` of the resource, and after it. */
function cut(arn: string): { readonly head: string; readonly name: string } {
  const end = arn.endsWith(':*') ? arn.length - 2 : arn.length;
  const at = Math.max(arn.lastIndexOf('/', end - 1), arn.lastIndexOf(':', end - 1));
  return { head: arn.slice(0, at + 1), name: arn.slice(at + 1) };
}

/** Never above a bucket, and never over an ARN without a name. */
function mayWiden(arn: string, head: string): boolean {
  const parsed = parseArn(arn);
  return parsed !== undefined && parsed.service !== 's3' && head !== '' && !arn.endsWith('*');
}

function commonPrefix(names: readonly string[]): string | undefined {
  let prefix = names[0]!;
  for (const name of names) while (!name.startsWith(prefix)) prefix = prefix.slice(0, -1);
  const end = Math.max(...['-', '_', '/', '.'].map((mark) => prefix.lastIndexOf(mark)));
  const cutAt = prefix.slice(0, end + 1);
  return cutAt.length >= 4 ? cutAt : undefined;
}

/** The same thing in three Regions or more is used in any. */
function joinRegions(arns: readonly string[]): string[] {
  const groups = new Map<string, string[]>();
  for (const arn of arns) {
    const parts = arn.split(':');
    const key =
      parts.length > 5 && parts[3] !== '' ? [...parts.slice(0, 3), '*', ...parts.slice(4)].join(':') : arn;
    groups.set(key, [...(groups.get(key) ?? []), arn]);
  }
  return [...groups].flatMap(([anyRegion, members]) => (members.length >= 3 ? [anyRegion] : members));
}

function withoutCovered(arns: readonly string[]): readonly string[] {
  return arns.filter(
    (arn) =>
      !arns.some((other) => other !== arn && other.endsWith('*') && arn.startsWith(other.slice(0, -1))),
  );
}
