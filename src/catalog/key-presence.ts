/** Does AWS send a condition key with a request, and what does a request have that tells nothing of it? */
import { KEY_PRESENCE, PRESENCE_PAGE } from './key-presence-data';
import type { KeyPresenceRow, PresenceCaller, Sent } from './key-presence-data';

export type { PresenceCaller, Sent } from './key-presence-data';

/** How the request came: what the other keys of the request tell. */
export interface RequestPath {
  /** Through a VPC endpoint. */
  readonly endpoint: boolean;
  /** Made by another service on the caller's behalf. */
  readonly service: boolean;
  /** What is known of `aws:MultiFactorAuthPresent`. */
  readonly mfa: 'true' | 'no' | 'unknown' | 'untold';
}

export interface KeyPresence {
  readonly sent: Sent;
  /** What the key counts as while nobody told it. */
  readonly untold: 'unknown' | 'absent';
  readonly words: string;
  readonly choice?: string;
  readonly page: string;
}

const TAG_SUFFIX = '/tag-key';

const byName = new Map(KEY_PRESENCE.map((row) => [row.key.toLowerCase().replace(TAG_SUFFIX, '/'), row]));

function rowOf(key: string): KeyPresenceRow | undefined {
  const lower = key.toLowerCase();
  const slash = lower.indexOf('/');
  return byName.get(slash === -1 ? lower : lower.slice(0, slash + 1));
}

function sentBy(row: KeyPresenceRow, caller: PresenceCaller, path: RequestPath): Sent {
  const sent = row.sent[caller] ?? row.sent.else;
  if (row.path === 'direct' && sent !== 'never') {
    if (path.endpoint) return 'never';
    return path.service ? 'sometimes' : sent;
  }
  if (row.path === 'endpoint' && sent !== 'never' && path.endpoint)
    return path.service ? 'sometimes' : 'always';
  if (row.path === 'mfa' && sent !== 'never') {
    if (path.mfa === 'true') return 'always';
    return path.mfa === 'no' ? 'never' : sent;
  }
  return sent;
}

/**
 * Whether AWS sends a key with a request of this kind. Keys without a row (most keys of services, tags of resources and
 * requests) are sent with some requests, and count as absent while nobody told them.
 */
export function keyPresence(key: string, caller: PresenceCaller, path: RequestPath): KeyPresence | undefined {
  const row = rowOf(key);
  if (row === undefined) return undefined;
  return {
    sent: sentBy(row, caller, path),
    untold: isOpen(row, caller, path) ? 'unknown' : 'absent',
    words: row.words,
    ...(row.choice !== undefined && { choice: row.choice }),
    page: PRESENCE_PAGE,
  };
}

/** Does a key that nobody told count as not known? */
function isOpen(row: KeyPresenceRow, caller: PresenceCaller, path: RequestPath): boolean {
  const sent = sentBy(row, caller, path);
  return sent === 'always' || (sent === 'sometimes' && row.untold?.[caller] === 'unknown');
}

/** A request straight to the service: no endpoint, no service in between, nothing told of MFA. */
const DIRECT: RequestPath = { endpoint: false, service: false, mfa: 'untold' };

/** Does every request of this kind carry the key? Keys without a row come with some requests only. */
export function alwaysSent(key: string, caller: PresenceCaller, path: RequestPath = DIRECT): boolean {
  return keyPresence(key, caller, path)?.sent === 'always';
}

/** Is there a caller for whom the key counts as not known, neither as absent nor as derived, while nobody told it? */
export function mayBeOpen(key: string): boolean {
  const row = rowOf(key);
  if (row === undefined || row.derived) return false;
  return row.untold !== undefined || Object.values(row.sent).includes('always');
}

/** Of each kind of caller and of path, of which there are few: a column of the table. Every request asks for one. */
const untold = new Map<string, readonly string[]>();

/**
 * The keys of the table that count as not known for this caller while nobody told them; the same list each time. That
 * they stand in the request as not known changes nothing of how it came, so the table need be asked once only.
 */
export function untoldKeys(caller: PresenceCaller, path: RequestPath): readonly string[] {
  const column = `${caller} ${String(path.endpoint)} ${String(path.service)} ${path.mfa}`;
  const known = untold.get(column);
  if (known !== undefined) return known;
  const keys = KEY_PRESENCE.filter((row) => isOpen(row, caller, path)).map(({ key }) => key);
  untold.set(column, keys);
  return keys;
}
