/** The statements of one policy, which a program may give in several calls. */
import { referencesIn } from '../cloudformation/values';
import type { Places } from '../place';
import type { CodePolicy, Holder } from '../types';
import { guessLayer } from '../../guess-layer';
import { holeIn } from './holes';
import { Unread, type Json, type Values } from './value';

export interface Group {
  readonly name: string;
  readonly kind: string;
  readonly policyKind: CodePolicy['policyKind'] | 'guess';
  readonly attachedTo: readonly Holder[];
  readonly at: number;
  /** Each gives statements; thrown `Unread` leaves the policy without a document. */
  readonly makes: (() => Json)[];
  readonly whole: boolean;
}

/**
 * The policy of a group. What could not be read leaves it without a document, and is named.
 * @param check throws `Unread` where something else changes the policy later on
 */
export function policyOf(
  { name, kind, policyKind, attachedTo, at, makes, whole }: Group,
  places: Places,
  values: Values,
  check: () => void,
): CodePolicy {
  const base = { name, kind, attachedTo, line: places.of(at).line };
  try {
    check();
    values.made.clear();
    const made = makes.map((make) => make());
    const document = whole ? made[0]! : { Version: '2012-10-17', Statement: made.flat() };
    const hole = holeIn(document, (reference) => values.made.has(reference));
    if (hole !== undefined) throw new Unread(hole, at);
    const written = JSON.stringify(document);
    const placeholders = [...new Set(referencesIn(written))].filter((each) => values.made.has(each));
    return { ...base, policyKind: guessed(policyKind, document), document, placeholders, notRead: [] };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    const what = error.what.length > 80 ? `${error.what.slice(0, 79)}…` : error.what;
    return {
      ...base,
      policyKind: guessed(policyKind, undefined),
      placeholders: [],
      notRead: [{ what, ...places.of(error.at) }],
    };
  }
}

function guessed(policyKind: Group['policyKind'], document: unknown): CodePolicy['policyKind'] {
  if (policyKind !== 'guess') return policyKind;
  const guess = guessLayer(document);
  return guess.trust ? 'trust' : guess.layer;
}

/** Parameters that name what a policy is attached to, and what kind of thing that is. */
export const HOLDERS: Readonly<Record<string, string>> = {
  role: 'role',
  user: 'user',
  group: 'group',
  bucket: 'bucket',
  queueUrl: 'queue',
  arn: 'topic',
  secretArn: 'secret',
  keyId: 'key',
};
