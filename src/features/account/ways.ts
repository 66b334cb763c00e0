/** The ways to administrator as they are drawn: whose are shown, and the words of their gates. */
import { ESCALATION_PATHS } from '../../checks/escalation-paths';
import type { AccountQuestion } from '../../audit/account/principal-case';
import type { AdminPath, Cut, Station } from '../../audit/account/paths/types';
import type { AccountPrincipal } from '../../intake/account/read';
import type { AccountState } from '../../store/account/account';
import { nameOf, shortName } from './words';

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

/** Cuts that close this very way. */
export function cutsOf(way: AdminPath, cuts: readonly Cut[]): readonly Cut[] {
  const statements = gatesOf(way).flatMap(({ because }) => because);
  return cuts.filter(({ statement }) =>
    statements.some(
      (one) =>
        one.layer === statement.layer &&
        one.policy === statement.policy &&
        one.statement === statement.statement,
    ),
  );
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
