/** The ways to administrator as they are drawn: whose are shown, and the words of their gates. */
import { ESCALATION_PATHS } from '../../checks/escalation-paths';
import type { AccountQuestion } from '../../audit/account/principal-case';
import type { AdminPath, Cut, Station } from '../../audit/account/paths/types';
import type { AccountPrincipal } from '../../intake/account/read';
import type { AccountState } from '../../store/account/account';
import { globMatches, globOf } from '../../language/glob';
import { listWords, nameOf, shortName } from './words';

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

/** Cuts that close this very way: by a statement that let one of its requests through, or by an entry of it that fits that request. */
export function cutsOf({ steps }: AdminPath, cuts: readonly Cut[]): readonly Cut[] {
  const places = steps.flatMap(({ stations, to }) => stations.map((station) => ({ station, to })));
  return cuts.filter((cut) => places.some(({ station, to }) => isCutBy(station, to, cut)));
}

function isCutBy(
  { principal, question, because }: Station,
  to: string,
  { holder, statement, part }: Cut,
): boolean {
  // Policies of other users and roles can have the same name; those of groups and managed ones are their own.
  const isOwn = /:(?:user|role)\//.test(holder);
  if (isOwn && holder !== (statement.layer === 'resource' ? to : principal)) return false;
  const { layer, policy, statement: at } = statement;
  if (!because.some((one) => one.layer === layer && one.policy === policy && one.statement === at))
    return false;
  if (part === undefined) return true;
  const { action, resource } = question;
  return part.values.some((value) =>
    part.element === 'Action'
      ? globMatches(globOf(value.toLowerCase()), action.toLowerCase())
      : globMatches(globOf(value), resource),
  );
}

/** `iam:PassRole out of statement 2 of Deploy`: what is taken out. */
export function cutWords({ statement: { policy, sid, statement }, part }: Cut): string {
  const whole = sid ?? `statement ${statement + 1}`;
  if (part === undefined) return `${whole} out of ${policy}`;
  return `${listWords(part.values.map((value) => (value.startsWith('arn:') ? nameOf(value) : value)))} out of ${whole} of ${policy}`;
}

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
