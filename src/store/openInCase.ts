import { keepTests } from '../case/keep-tests';
import type { Scenario } from '../case/scenario';
import { goTo, useRouter, wayBack, type PlaceId } from './router';
import { useVerdict } from './store';

/** How a place is called in a message. */
const NAMES: Record<PlaceId, string> = {
  case: 'Case',
  compare: 'Compare',
  tighten: 'Tighten',
  account: 'Account',
  learn: 'Learn',
};

/**
 * Opens a row of the present place in Case: the change is one undo step, the tests go on asking what they asked, and a
 * message offers Undo and the way back; `more` is said in it besides. For another case as a whole give a change that ignores its argument.
 */
export function openInCase(change: (whole: Scenario) => Scenario, more = ''): void {
  const from = useRouter.getState().route;
  const { history, replace, say } = useVerdict.getState();
  const next = keepTests(history.present, change(history.present));
  if (next !== history.present) replace(next);
  goTo('case');
  say(`Opened from ${NAMES[from.place]}.${more}`, { undo: next !== history.present, back: wayBack(from) });
}
