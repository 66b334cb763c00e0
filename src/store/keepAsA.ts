import { keepCaseA } from './caseA';
import { useVerdict } from './store';

/** A copy of the case to compare with, which stays as it is while the case goes on changing. */
export function keepPresentAsA(): void {
  const { history, say } = useVerdict.getState();
  keepCaseA(history.present);
  say('Kept as “before”. Change the case, then look at Compare.');
}
