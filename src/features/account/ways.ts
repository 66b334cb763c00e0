/** The ways to administrator as they are drawn: whose are shown, and the words of their gates. */
import { ESCALATION_PATHS } from '../../checks/escalation-paths';
import type { AccountQuestion } from '../../audit/account/principal-case';
import type { AdminPath, AdminPaths, Cut, Station } from '../../audit/account/paths/types';
import type { AccountPrincipal } from '../../intake/account/read';
import type { AccountState } from '../../store/account/account';
import { listWords, nameOf, plural, shortName } from './words';

/** The ways of the chosen principal; of the first that has one, while nobody is chosen. */
export function waysShown({
  paths,
  selected,
}: Pick<AccountState, 'paths' | 'selected'>): readonly AdminPath[] {
  if (paths === undefined) return [];
  const whose = selected ?? paths.paths[0]?.from.arn;
  return paths.paths.filter(({ from }) => from.arn === whose);
}

/** Every request of a way, in order. */
export const gatesOf = ({ steps }: AdminPath): readonly Station[] =>
  steps.flatMap(({ stations }) => stations);

/** Whom it makes of somebody; undefined: itself, with more permissions. */
export function lastOf({ steps }: AdminPath): AccountPrincipal | undefined {
  return steps.findLast(({ becomes }) => becomes !== undefined)?.becomes;
}

/** What is done on the way, after "can": of a known path its deed, else the taking of a role. */
export function deedOf({ steps }: AdminPath): string {
  const deeds = steps.map(({ path, to }) => {
    const known = ESCALATION_PATHS.find(({ name }) => name === path);
    return known?.deed ?? `assume ${shortName(to)}`;
  });
  return [...new Set(deeds)].join(', then ');
}

/** The ways of a principal as they are told apart in a list: by path and by what is used. */
export const wayName = ({ steps }: AdminPath): string =>
  steps.map(({ path, to }) => `${path} ${shortName(to)}`).join(', ');

export const keysOf = (way: AdminPath): readonly string[] => [
  ...new Set(gatesOf(way).flatMap(({ keys }) => keys)),
];

/** The cuts that close this very way. */
export function cutsOf(way: AdminPath, { paths, cuts }: Pick<AdminPaths, 'paths' | 'cuts'>): readonly Cut[] {
  const at = paths.indexOf(way);
  return cuts.filter(({ ways }) => ways.includes(at));
}

const MOST_CUTS = 5;

/** Those that are shown: of the gate that is looked at first, and the best that an SCP can do among them. */
export function cutsShown(
  way: AdminPath,
  found: Pick<AdminPaths, 'paths' | 'cuts'>,
  gate: Station | undefined,
): readonly Cut[] {
  const all = cutsOf(way, found);
  const isHere = ({ station: { question } }: Cut): boolean =>
    gate?.question.action === question.action && gate.question.resource === question.resource;
  const inOrder = [...all.filter(isHere), ...all.filter((cut) => !isHere(cut))];
  const first = inOrder.slice(0, MOST_CUTS);
  const scp = inOrder.find(({ kind }) => kind === 'scp');
  return scp === undefined || first.includes(scp) ? first : [...first.slice(0, -1), scp];
}

const MOST_NAMED = 3;

/** `fn-a, fn-b and 4 more`. */
export function rolesIn(arns: readonly string[]): string {
  const names = arns.map(shortName);
  return names.length <= MOST_NAMED + 1
    ? listWords(names)
    : listWords([...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} more`]);
}

const entryName = (value: string): string => (value.startsWith('arn:') ? nameOf(value) : value);

/** `take iam:PassRole out of statement 2 of Deploy`: what is changed. */
export function cutWords(cut: Cut): string {
  if (cut.kind === 'scp') return `deny ${cut.action} on ${shortName(cut.resource)} in an SCP`;
  const { statement, part } = cut;
  const whole = statement.sid ?? `statement ${statement.statement + 1}`;
  if (part === undefined) return `take ${whole} out of ${statement.policy}`;
  const of = `${whole} of ${statement.policy}`;
  switch (part.kind) {
    case 'entries':
      return `take ${listWords(part.values.map(entryName))} out of ${of}`;
    case 'narrowed':
      return `narrow ${listWords(part.values.map(entryName))} in ${of} to ${rolesIn(part.to)}`;
    case 'except':
      return `leave ${rolesIn(part.roles)} out of ${of}, by NotResource`;
  }
}

/** Whose policy it is, or whom it is for; and how much it closes. */
export function cutNote(cut: Cut): string {
  const closes = `closes ${plural(cut.closes, 'way')}`;
  return cut.kind === 'scp'
    ? `${closes}, for everybody in the account, administrators too; it does not bind a management account`
    : `${nameOf(cut.holder)}, ${closes}`;
}

/** At the start of a sentence. */
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** A service takes a role by its trust policy. */
const isTrust = ({ principal }: Station): boolean => !principal.startsWith('arn:');

export const stationName = (station: Station): string =>
  isTrust(station) ? `Trust of ${shortName(station.question.resource)}` : station.question.action;

export function stationWord(station: Station): string {
  if (station.decision !== 'Allowed') return 'Not known';
  return isTrust(station) ? 'Admits' : 'Allows';
}

/** On what, or whom it admits; and the policy that says so. */
export function stationNote(station: Station): string {
  const { principal, question, because } = station;
  const on = question.resource === '*' ? 'everything' : shortName(question.resource);
  const policy = because[0]?.policy;
  return [
    isTrust(station) ? principal : `on ${on}`,
    ...(policy === undefined || isTrust(station) ? [] : [policy]),
  ].join(' · ');
}

/** `iam:PassedToService set to lambda.amazonaws.com`, for each key that the path sends. */
export function contextWords(context: AccountQuestion['context'] = {}): readonly string[] {
  return Object.entries(context).map(([key, value]) => {
    if (Array.isArray(value) && value.length === 0) return `${key} absent`;
    const words = (Array.isArray(value) ? value : [value ?? 'not known']).map((one) =>
      typeof one === 'string' && one.startsWith('arn:') ? nameOf(one) : String(one),
    );
    return `${key} set to ${words.join(', ')}`;
  });
}
