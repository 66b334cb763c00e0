/**
 * Classes of callers. A caller is one text, an ARN or a name, so Principal elements and conditions on keys that follow
 * from that text are patterns over it and are joined in one automaton. What no pattern is about stands for itself.
 */
import { isAccountId, parseArn } from '../../language/arn';
import { globOf } from '../../language/glob';
import type { TextList, PrincipalType } from '../../language/policy';
import { PrincipalElement } from '../../engine/match/principal-element';
import { accountOfEntry } from '../../engine/match/principal';
import { readCaller } from '../../engine/request/caller';
import type { Caller } from '../../engine/request/caller';
import { buildContext } from '../../engine/request/context';
import type { CallerAtom, Matcher, PrincipalAtom } from '../atoms';
import { classesOf } from '../automaton/joint';
import type { JointOptions } from '../automaton/joint';
import { Language } from '../automaton/language';
import { COLON, arnPattern, folded, globPattern, literal, one, run, some } from '../automaton/tokens';
import type { Pattern, Token } from '../automaton/tokens';
import { NAMED, twelveDigits } from '../domains';
import { CALLER_TEXTS, isOfCaller } from '../key-facts';
import type { Space } from '../space';
import { templatePattern } from '../templates';
import type { Values } from '../templates';
import type { CallerChoice, Classes, Incomplete, KeyValue } from './choice';
import { isUniqueId } from '../../language/unique-id';

const SLASH = 47;
const ANYONES: readonly string[] = [
  '*',
  'other-service.amazonaws.com',
  'accounts.google.com',
  'arn:aws:iam::999999999999:oidc-provider/other',
  'arn:aws:iam::999999999999:saml-provider/other',
];

/** What Principal elements name, each entry once. */
function entriesOf(atoms: readonly PrincipalAtom[]): readonly (readonly [PrincipalType, string])[] {
  const groups: readonly (TextList & { type: PrincipalType })[] = atoms.flatMap(({ node }) => node.groups);
  return groups.flatMap(({ type, values }) => values.map((value) => [type, value] as const));
}

const ofAccount = (account: string): Pattern => [
  ...literal('arn:'),
  run(COLON),
  ...literal(':'),
  run(COLON),
  ...literal(`::${account}:`),
  run(),
];

/** Patterns over the whole text of a caller for what a condition asks of a part of it. */
function overCaller(key: string, pattern: Pattern): readonly Pattern[] {
  if (key === 'aws:principalarn') return [pattern];
  const within = (bar: number): Pattern =>
    pattern.map((token): Token => (token.kind === 'run' || token.kind === 'one' ? { ...token, bar } : token));
  if (key === 'aws:principalaccount') {
    const front = [...literal('arn:'), run(COLON), ...literal(':'), run(COLON), ...literal('::')];
    return [[...front, ...within(COLON), ...literal(':'), run()]];
  }
  const user = [...literal('arn:'), run(COLON), ...literal(':iam::'), run(COLON), ...literal(':user/')];
  return [
    [...user, ...within(SLASH)],
    [...user, run(), ...literal('/'), ...within(SLASH)],
  ];
}

function patternsOf(matcher: Matcher, values: Values | undefined): readonly Pattern[] {
  const { family, comparison, plainValues, templates } = matcher;
  const plain = plainValues.map((value): Pattern | undefined => {
    if (comparison === 'equalsIgnoreCase') return folded(value);
    const pattern = comparison === 'like' ? globPattern(globOf(value)) : literal(value);
    return family === 'arn' ? arnPattern(pattern) : pattern;
  });
  const open = templates.map(({ parts }) => templatePattern(parts, matcher, values));
  return [...plain, ...open].filter((pattern) => pattern !== undefined);
}

/** Lists of texts and patterns that tell callers apart. */
function languagesOf(
  space: Space,
  atoms: readonly CallerAtom[],
  values: Values | undefined,
): readonly Language[] {
  const found: Language[] = [];
  const add = (patterns: readonly Pattern[]): void => {
    if (patterns.length > 0) found.push(new Language(patterns));
  };
  for (const { asks } of atoms) {
    if (asks.kind === 'set') {
      for (const account of asks.accounts) add([ofAccount(account)]);
      continue;
    }
    const entries = entriesOf([asks]).filter(([type]) => type === 'AWS');
    const accounts = entries
      .map(([, entry]) => accountOfEntry(entry))
      .filter((account) => account !== undefined);
    add(accounts.map(ofAccount));
    add(entries.filter(([, entry]) => parseArn(entry)).map(([, entry]) => literal(entry)));
  }
  for (const matcher of space.matchers) {
    if (!CALLER_TEXTS.has(matcher.key)) continue;
    add(patternsOf(matcher, values).flatMap((pattern) => overCaller(matcher.key, pattern)));
  }
  return found;
}

/** An optional path and a name. */
function names(front: Pattern): readonly Pattern[] {
  return [
    [...front, ...some(NAMED)],
    [...front, one(COLON), run(COLON), ...literal('/'), ...some(NAMED)],
  ];
}

function domainsOf(partition: string, identityOnly: boolean): readonly Language[] {
  const iam = (rest: string): Pattern => [
    ...literal(`arn:${partition}:iam::`),
    ...twelveDigits,
    ...literal(rest),
  ];
  const federated = [
    ...literal(`arn:${partition}:sts::`),
    ...twelveDigits,
    ...literal(':federated-user/'),
    ...some(NAMED),
  ];
  return [
    new Language(names(iam(':user/'))),
    new Language(names(iam(':role/'))),
    new Language([federated]),
    ...(identityOnly ? [] : [new Language([iam(':root')])]),
  ];
}

function derivedOf(
  caller: Caller,
  request: { principal: string; userId?: string },
): ReadonlyMap<string, KeyValue> {
  const context = buildContext({
    request: { principal: request.principal, action: '', resource: '' },
    caller,
    resourceArn: undefined,
    resourceAccount: undefined,
    policies: {},
    organization: undefined,
  });
  const found = new Map<string, KeyValue>();
  for (const [key, { value, origin, from }] of context) {
    const follows = from === 'principal' || from === 'role';
    if (origin === 'derived' && follows && value !== null) found.set(key, value);
  }
  if (request.userId !== undefined) found.set('aws:userid', request.userId);
  return found;
}

function choiceOf(text: string, atoms: readonly CallerAtom[], userId?: string): CallerChoice | undefined {
  const { caller, problems } = readCaller({ principal: text, action: '', resource: '' });
  if (problems.length > 0) return undefined;
  const derived = derivedOf(caller, { principal: text, ...(userId !== undefined && { userId }) });
  const facts = {
    caller,
    action: undefined,
    resource: undefined,
    partition: caller.partition,
    lookup: (key: string) => derived.get(key),
    isAlwaysSent: () => false,
    bounded: false,
  };
  const yes = new Set<number>();
  for (const { id, asks } of atoms) {
    const holds =
      asks.kind === 'set'
        ? asks.holds(caller)
        : new PrincipalElement(asks.node, asks.effect, '').answer(facts).truth === 'yes';
    if (holds) yes.add(id);
  }
  return { kind: 'caller', caller, derived, yes, free: false };
}

/** Callers whose unique ID an entry names, and the same callers under no such ID. */
function withIds(
  text: string,
  atoms: readonly CallerAtom[],
  ids: readonly string[],
): readonly CallerChoice[] {
  const plain = choiceOf(text, atoms);
  if (!plain) return [];
  const { kind } = plain.caller;
  const wanted = kind === 'user' ? 'AIDA' : kind === 'role' ? 'AROA' : undefined;
  const named = wanted === undefined ? [] : ids.filter((id) => id.startsWith(wanted));
  const more = named.map((id) => choiceOf(text, atoms, kind === 'user' ? id : `${id}:session`));
  return [plain, ...more.filter((choice) => choice !== undefined)];
}

/** Canonical IDs belong to accounts, and no policy tells to which: a caller of an account may be named by one, or not. */
function withCanonicalIds(choice: CallerChoice, atoms: readonly CallerAtom[]): readonly CallerChoice[] {
  if (choice.caller.account === undefined) return [choice];
  const open = atoms.filter(
    ({ id, asks }) =>
      asks.kind === 'principal' &&
      !choice.yes.has(id) &&
      asks.node.groups.some(({ type }) => type === 'CanonicalUser'),
  );
  if (open.length === 0) return [choice];
  return [choice, { ...choice, yes: new Set([...choice.yes, ...open.map(({ id }) => id)]), free: true }];
}

const DEFAULT_ACCOUNT = '111122223333';

/** Callers that have the values that variables were given. */
function fitting(values: Values): readonly string[] {
  const given = values.get('aws:principalaccount') ?? '';
  const account = isAccountId(given) ? given : DEFAULT_ACCOUNT;
  const user = values.get('aws:username');
  const arn = values.get('aws:principalarn');
  return [
    ...(arn === undefined ? [] : [arn]),
    ...(user === undefined ? [] : [`arn:aws:iam::${account}:user/${user}`]),
    `arn:aws:iam::${account}:role/example`,
    `arn:aws:iam::${account}:user/example`,
  ];
}

function fits({ derived }: CallerChoice, values: Values | undefined): boolean {
  if (!values) return true;
  for (const [key, value] of values) if (isOfCaller(key) && derived.get(key) !== value) return false;
  return true;
}

/** All callers, as far as the statements can tell them apart. */
export function callerClasses(
  space: Space,
  values: Values | undefined,
  options: JointOptions,
): Classes<CallerChoice> {
  const atoms = space.atoms.filter((atom) => atom.kind === 'caller');
  const principals = atoms.flatMap(({ asks }) => (asks.kind === 'principal' ? [asks] : []));
  const identityOnly = atoms.length === 0;
  const languages = languagesOf(space, atoms, values);
  const texts = new Set<string>();
  let incomplete: Incomplete | undefined;
  for (const partition of identityOnly ? space.partitions : [space.partition]) {
    for (const within of domainsOf(partition, identityOnly)) {
      const { classes, cut } = classesOf(languages, { within }, options);
      if (cut) incomplete = { kind: 'cap', of: 'callers' };
      for (const { text } of classes) texts.add(text);
    }
  }
  if (values) for (const text of fitting(values)) texts.add(text);
  const entries = entriesOf(principals).map(([, entry]) => entry);
  const ids = [...new Set(entries.filter((entry) => isUniqueId(entry)))];
  if (!identityOnly) {
    for (const text of ANYONES) texts.add(text);
    for (const entry of entries)
      if (accountOfEntry(entry) === undefined && !isUniqueId(entry)) texts.add(entry);
  }
  const choices = [...texts]
    .flatMap((text) => withIds(text, atoms, ids))
    .flatMap((choice) => (values ? [choice] : withCanonicalIds(choice, atoms)))
    .filter((choice) => fits(choice, values));
  return { choices, incomplete };
}
