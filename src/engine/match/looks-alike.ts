/**
 * An entry of a Principal element that looks like the caller and does not name it, and the one thing that differs.
 * IAM User Guide: "AWS JSON policy elements: Principal" (whole ARNs, no wildcard in a part of one), "IAM identifiers"
 * (paths; names are compared with regard to case).
 */
import { lastSegment, parseArn } from '../../language/arn';
import type { PrincipalNode } from '../../language/policy';
import type { Unlike } from '../evaluation';
import type { Caller } from '../request/caller';

/** A user, role or session, as its ARN writes it. */
interface Named {
  readonly partition: string;
  readonly account: string;
  readonly kind: string;
  readonly path: string;
  readonly name: string;
  readonly session: string;
}

function namedBy(text: string): Named | undefined {
  const arn = parseArn(text);
  const slash = arn?.resource.indexOf('/') ?? -1;
  if (!arn || slash === -1) return undefined;
  const kind = arn.resource.slice(0, slash);
  const rest = arn.resource.slice(slash + 1);
  const { partition, account } = arn;
  if (kind === 'assumed-role') {
    const [name = '', session = ''] = rest.split('/');
    return { partition, account, kind: 'role', path: '', name, session };
  }
  const name = lastSegment(rest);
  return { partition, account, kind, path: rest.slice(0, rest.length - name.length), name, session: '' };
}

/** The only thing in which two differ; undefined where there are several, or none. */
function onlyDifference(entry: Named, caller: Named): Unlike | undefined {
  const differs: Unlike[] = [];
  if (entry.partition !== caller.partition) differs.push('partition');
  if (entry.account !== caller.account) differs.push('account');
  if (entry.kind !== caller.kind) differs.push('kind');
  if (entry.name !== caller.name) {
    if (/[*?]/.test(entry.name)) differs.push('wildcard');
    else if (entry.name.toLowerCase() === caller.name.toLowerCase()) differs.push('capitals');
    else return undefined;
  }
  if (entry.session !== '' && entry.session !== caller.session) differs.push('session');
  else if (entry.session === '' && entry.path !== caller.path) differs.push('path');
  return differs.length === 1 ? differs[0] : undefined;
}

function unlikeAws(entry: string, caller: Caller): Unlike | undefined {
  const named = namedBy(entry);
  if (!named) return undefined;
  const session = namedBy(caller.id);
  for (const text of [caller.roleArn, caller.userArn, caller.id]) {
    const own = text === undefined ? undefined : namedBy(text);
    if (!own) continue;
    const differs = onlyDifference(named, { ...own, session: session?.session ?? '' });
    // A wildcard that reaches nobody of that name is no near miss.
    if (differs && (differs !== 'wildcard' || reaches(named.name, own.name))) return differs;
  }
  return undefined;
}

function reaches(pattern: string, name: string): boolean {
  const plain = pattern.slice(0, pattern.search(/[*?]/));
  return name.startsWith(plain);
}

/** `events.amazonaws.com.cn`, `event.amazonaws.com` and `Events.amazonaws.com` look like `events.amazonaws.com`. */
function unlikeService(entry: string, name: string): Unlike | undefined {
  if (entry.toLowerCase() === name.toLowerCase()) return 'capitals';
  const bare = (text: string): string => text.replace(/\.cn$/, '');
  if (bare(entry) === bare(name)) return 'partition';
  const heads = [entry, name].map((text) => text.split('.', 1)[0]!);
  const isPart = heads[0]!.startsWith(heads[1]!) || heads[1]!.startsWith(heads[0]!);
  return isPart && Math.min(heads[0]!.length, heads[1]!.length) > 3 ? 'service' : undefined;
}

export interface LooksAlike {
  readonly group: number;
  readonly entry: number;
  readonly differs: Unlike;
}

/** The first entry that looks like the caller; undefined where none does. */
export function looksAlike(node: PrincipalNode, caller: Caller): LooksAlike | undefined {
  for (const [group, { type, values }] of node.groups.entries()) {
    for (const [entry, text] of values.entries()) {
      const isService = type === 'Service' && caller.kind === 'service';
      const differs = isService
        ? unlikeService(text, caller.id)
        : type === 'AWS'
          ? unlikeAws(text, caller)
          : undefined;
      if (differs) return { group, entry, differs };
    }
  }
  return undefined;
}
