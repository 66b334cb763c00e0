/**
 * At which step of a rotation each user's access keys stand, as far as the columns of the report show it.
 * IAM User Guide: "Update access keys": create, deploy, wait, switch off, delete. Where that page names no time, the key that is
 * replaced counts as quiet after some time without use (`KEY_LIMITS`).
 */
import { shellWord } from '../../intake/ask/shell';
import type { CredentialKey, CredentialRow } from '../../intake/report/credential-types';
import { wholeDays } from '../days';
import { KEY_LIMITS } from './types';
import type { Rotation } from './types';

export interface RotationLimits {
  /** ISO 8601. */
  readonly now: string;
  readonly maxKeyAgeDays: number;
  /** Default as in `KEY_LIMITS`. */
  readonly quietHours?: number;
}

const HOUR_MS = 3_600_000;

export function rotationOf(row: CredentialRow, limits: RotationLimits): Rotation {
  const { user } = row;
  const say = commandsFor(user);
  const keys = [...row.keys].sort((one, other) => made(one) - made(other));
  const [first, second] = keys;
  if (first === undefined) return { user, state: 'none', next: null };
  if (user === '<root_account>') return { user, state: 'root', next: say.removeOwn, older: first.slot };
  if (second === undefined) return single(row, first, limits, say);
  const pair = { user, older: first.slot, newer: second.slot };
  if (first.active && second.active) return bothActive(pair, first, second, limits, say);
  if (second.active) return { ...pair, state: 'delete', next: say.remove };
  if (first.active) return { ...pair, state: 'rolled-back', next: null };
  return { ...pair, state: 'both-inactive', next: say.remove };
}

const made = (key: CredentialKey): number => (key.made === undefined ? 0 : Date.parse(key.made));

type Commands = ReturnType<typeof commandsFor>;

function commandsFor(user: string) {
  const of = `--user-name ${shellWord(user)}`;
  return {
    create: `aws iam create-access-key ${of}`,
    switchOff: `aws iam update-access-key ${of} --access-key-id OLD_KEY_ID --status Inactive`,
    remove: `aws iam delete-access-key ${of} --access-key-id OLD_KEY_ID`,
    // The root user's key is deleted with its own credentials, and named by no user.
    removeOwn: 'aws iam delete-access-key --access-key-id OLD_KEY_ID',
    lastUse: 'aws iam get-access-key-last-used --access-key-id NEW_KEY_ID',
    calls:
      'aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=OLD_KEY_ID',
    list: `aws iam list-access-keys ${of}`,
  };
}

function single(
  { user }: CredentialRow,
  key: CredentialKey,
  { now, maxKeyAgeDays }: RotationLimits,
  say: Commands,
): Rotation {
  const older = { older: key.slot, look: say.list };
  if (!key.active) return { user, state: 'only-inactive', next: say.remove, ...older };
  if (key.made === undefined || wholeDays(key.made, now) <= maxKeyAgeDays)
    return { user, state: 'fresh', next: null, newer: key.slot, ...dueOf(key, maxKeyAgeDays) };
  // Nobody would notice a new key in place of one that was never used.
  if (key.lastUsed === undefined) return { user, state: 'unused', next: say.switchOff, ...older };
  return { user, state: 'create', next: say.create, older: key.slot };
}

function bothActive(
  pair: Pick<Rotation, 'user' | 'older' | 'newer'>,
  first: CredentialKey,
  second: CredentialKey,
  { now, quietHours = KEY_LIMITS.quietHours }: RotationLimits,
  say: Commands,
): Rotation {
  if (second.lastUsed === undefined) return { ...pair, state: 'deploy', next: null, look: say.lastUse };
  const used = first.lastUsed === undefined ? undefined : Date.parse(first.lastUsed);
  const busy =
    used !== undefined &&
    (used > Date.parse(second.lastUsed) || Date.parse(now) - used < quietHours * HOUR_MS);
  if (busy) return { ...pair, state: 'wait', next: null, look: say.calls, ...userOf(first) };
  return { ...pair, state: 'deactivate', next: say.switchOff, look: say.list };
}

/** The first day on which it is older than the limit. */
function dueOf({ made: time }: CredentialKey, maxKeyAgeDays: number): Pick<Rotation, 'due'> {
  if (time === undefined) return {};
  return { due: new Date(Date.parse(time) + (maxKeyAgeDays + 1) * 24 * HOUR_MS).toISOString() };
}

function userOf({ service, region, lastUsed }: CredentialKey): Pick<Rotation, 'by'> {
  if (service === undefined) return {};
  const where = region === undefined ? '' : ` in ${region}`;
  return { by: `${service}${where}${lastUsed === undefined ? '' : ` on ${lastUsed.slice(0, 10)}`}` };
}
