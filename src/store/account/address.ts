/**
 * The question of the place Account in the address, so that it outlasts a reload, has a back button, and can be handed on. What
 * names somebody of the account or a resource stays out of it: that is kept beside the entry of the browser's history, in this tab.
 */
import { goTo, useRouter, type Route } from '../router';
import type { RouteParams } from '../routes';
import { useAccount, type AccountOnly, type AccountState, type AccountView } from './account';
import { KEY_LIMITS, type KeyLimits } from '../../audit/credentials/types';
import { askCan, askWho, limitKeys, showView } from './ask';

const VIEWS: Readonly<Record<AccountView, true>> = {
  who: true,
  can: true,
  admins: true,
  outside: true,
  unused: true,
  findings: true,
  checks: true,
};
const ONLIES: Readonly<Record<AccountOnly, true>> = {
  all: true,
  admins: true,
  become: true,
  outside: true,
  unused: true,
  findings: true,
  due: true,
  noMfa: true,
  root: true,
};

interface Written {
  readonly params: RouteParams;
  readonly own: RouteParams;
}

const told = (all: Readonly<Record<string, string | undefined>>): RouteParams =>
  Object.fromEntries(
    Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  );

/** The limits of keys by their names in the address. */
const LIMITS: Readonly<Record<string, keyof KeyLimits>> = {
  older: 'maxKeyAgeDays',
  quiet: 'quietHours',
  unused: 'unusedDays',
};

/** The limits that an address asks for; whole numbers that a person could mean, else as they are by default. */
function limitsIn(params: RouteParams): KeyLimits {
  const asked = Object.entries(LIMITS).map(([name, id]) => {
    const number = /^\d{1,4}$/.test(params[name] ?? '') ? Number(params[name]) : 0;
    return [id, number > 0 ? number : KEY_LIMITS[id]];
  });
  return Object.fromEntries(asked) as Record<keyof KeyLimits, number>;
}

/** What of the state is in the address and beside it. */
export function written({ view, only, group, filter, selected, who, can, limits }: AccountState): Written {
  const question = who?.question;
  return {
    params: told({
      ask: view === 'who' ? undefined : view,
      action: question?.action,
      only: only === 'all' ? undefined : only,
      group,
      ...Object.fromEntries(
        Object.entries(LIMITS)
          .filter(([, id]) => limits[id] !== KEY_LIMITS[id])
          .map(([name, id]) => [name, String(limits[id])]),
      ),
    }),
    own: told({
      resource: question?.resource,
      principal: can?.arn,
      other: can?.other,
      selected,
      filter,
    }),
  };
}

const isOf = <Id extends string>(table: Readonly<Record<Id, true>>, id: string | undefined): id is Id =>
  id !== undefined && Object.hasOwn(table, id);

/** Brings the place to what an address asks. Before an account is there the question waits for it. */
export function takeAddress({ params, own = {} }: Route): void {
  const { who, can, overview } = useAccount.getState();
  const { action = '', ask, only } = params;
  const { resource = '', principal, other } = own;
  const view = isOf(VIEWS, ask) ? ask : 'who';
  const isAsked = action !== '' && resource !== '';
  const isOther = who?.question.action !== action || who.question.resource !== resource;
  if (isAsked && isOther) {
    if (overview !== undefined) askWho({ action, resource });
    else
      useAccount.setState({
        who: { question: { action, resource }, rows: new Map(), done: false, needsResourcePolicy: false },
      });
  }
  if (!isAsked && isOther) useAccount.setState({ who: undefined });
  if (principal !== undefined && (can?.arn !== principal || can.other !== other)) {
    if (overview !== undefined) askCan(principal, other);
    else useAccount.setState({ can: { arn: principal, other, can: undefined, difference: undefined } });
  }
  const limits = limitsIn(params);
  const now = useAccount.getState().limits;
  if (Object.values(LIMITS).some((id) => limits[id] !== now[id])) limitKeys(limits);
  if (overview === undefined) useAccount.setState({ view });
  else if (useAccount.getState().view !== view) showView(view);
  useAccount.setState({
    draft: { action, resource },
    only: isOf(ONLIES, only) ? only : 'all',
    group: params.group,
    filter: own.filter ?? '',
    selected: own.selected,
  });
}

const same = (one: RouteParams, other: RouteParams): boolean =>
  JSON.stringify(told(one)) === JSON.stringify(told(other));

/** What is a new entry of the history, and not a filter over the same answer. */
const questionOf = ({ params, own }: Written): RouteParams =>
  told({
    ask: params.ask,
    action: params.action,
    resource: own.resource,
    principal: own.principal,
    other: own.other,
  });

/** Keeps the address and the place in step while the place is there. Returns how to stop. */
export function followAddress(): () => void {
  let isTaking = false;
  const take = (route: Route): void => {
    const now = written(useAccount.getState());
    if (route.place !== 'account' || (same(route.params, now.params) && same(route.own ?? {}, now.own)))
      return;
    isTaking = true;
    takeAddress(route);
    isTaking = false;
  };
  const write = (state: AccountState, before: AccountState): void => {
    const { route } = useRouter.getState();
    if (isTaking || route.place !== 'account') return;
    const [now, then] = [written(state), written(before)];
    if (same(now.params, then.params) && same(now.own, then.own)) return;
    goTo('account', now, same(questionOf(now), questionOf(then)) ? 'replace' : 'push');
  };
  take(useRouter.getState().route);
  const stops = [useRouter.subscribe(({ route }) => take(route)), useAccount.subscribe(write)];
  return () => stops.forEach((stop) => stop());
}
