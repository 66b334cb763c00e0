import { useMemo, type ReactElement } from 'react';
import { accountRepair, withAccounts } from '../../case/placeholder-accounts';
import { useSettled } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { ACCOUNTS } from './words';

/** So many stand-ins are named; more would fill the line. */
const NAMED = 3;

/** Stand-ins for accounts, repaired everywhere with one click. */
export default function Accounts(): ReactElement | null {
  const scenario = useSettled();
  const edit = useVerdict((state) => state.edit);
  const say = useVerdict((state) => state.say);
  const repair = useMemo(() => accountRepair(scenario), [scenario]);
  if (repair === undefined) return null;
  const names = [...repair.written.keys()];
  const accounts = [...new Set(repair.written.values())];
  const only = accounts.length === 1 ? accounts[0] : undefined;
  return (
    <div className="parts-strip" role="note" aria-label={ACCOUNTS.note}>
      <span>
        {repair.kind === 'mixed'
          ? ACCOUNTS.mixed(names[0]!, accounts[0]!)
          : ACCOUNTS.standIn(names.slice(0, NAMED).join(' and '))}
      </span>
      <button
        className="btn sm line"
        onClick={() => {
          edit((present) => withAccounts(present, repair));
          say(ACCOUNTS.done, { undo: true });
        }}
      >
        {ACCOUNTS.button(only)}
      </button>
    </div>
  );
}
