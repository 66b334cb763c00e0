import { useMemo, useState, type DragEvent, type ReactElement } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { filterBy, isAnswered, showOnly, useAccount, type AccountState } from '../../store/account/account';
import { forgetAccount, keepAccount, loadAccount } from '../../store/account/ask';
import { openFiles } from '../../store/browser/files';
import { Icon } from '../../ui/Icon';
import { AnswerBand } from './AnswerBand';
import { AskAccount } from './AskAccount';
import { CanDoTable } from './CanDoTable';
import { ChecksList } from './ChecksList';
import { DetailsSource } from './DetailsSource';
import { Gates } from './Gates';
import { Given, type GivenKind } from './Given';
import { groupsNow, ONLY, rowsAsked, rowsOf, tabsOf, type Row } from './groups';
import { PathFlow } from './PathFlow';
import { PrincipalColumn } from './PrincipalColumn';
import { PrincipalTable } from './PrincipalTable';
import { TakeAway } from './TakeAway';
import { UnseenPolicies } from './UnseenPolicies';
import { waysShown } from './ways';
import './account.css';

/** A loaded account: the question, its answer, how many pass which gate, and the principals. */
export default function Account(): ReactElement {
  const { view, who, overview, problems } = useAccount(
    useShallow(({ view, who, overview, problems }) => ({ view, who, overview, problems })),
  );
  const answered = useAccount(isAnswered);
  const [given, setGiven] = useState<GivenKind>();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    loadAccount([...event.dataTransfer.files]);
  };
  return (
    <div className="acct" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <div className="acct-ask">
        <AskAccount onGive={setGiven} />
        {given !== undefined && <Given key={given} kind={given} onClose={() => setGiven(undefined)} />}
      </div>
      <AnswerBand onGive={setGiven} />
      {answered && view === 'who' && <Gates who={who} total={overview?.principals.length ?? 0} />}
      {answered && view === 'admins' && <AdminFlow />}
      {problems.length > 0 && (
        <ul className="acct-problems" role="status">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <UnseenPolicies />
      {answered ? (
        <Listed view={view} />
      ) : (
        <div className="acct-missing">
          <DetailsSource />
        </div>
      )}
      <Foot />
    </div>
  );
}

function Listed({ view }: Pick<AccountState, 'view'>): ReactElement {
  if (view === 'can') return <CanDoTable />;
  return view === 'checks' ? <ChecksList /> : <Principals />;
}

/** The way of the chosen principal; its room is kept while there is none. */
function AdminFlow(): ReactElement {
  const { paths, selected, way } = useAccount(
    useShallow(({ paths, selected, way }) => ({ paths, selected, way })),
  );
  const ways = useMemo(() => waysShown({ paths, selected }), [paths, selected]);
  const shown = ways[way] ?? ways[0];
  if (shown !== undefined) return <PathFlow way={shown} />;
  return (
    <p className="acct-flow acct-no-way dim">
      {paths === undefined
        ? 'The ways are being looked for.'
        : paths.paths.length === 0
          ? 'Nobody has a way.'
          : 'Of the chosen principal no way is known. Choose another one in the table.'}
    </p>
  );
}

/** What the table hangs on, and nothing else: the search for paths goes on beside it. */
const shownOf = ({ overview, who, paths, view, only, group, filter, selected }: AccountState) => ({
  overview,
  who,
  paths,
  view,
  only,
  group,
  filter,
  selected,
});

/** The table of principals with what filters it and takes it away, and the chosen one beside it. */
function Principals(): ReactElement {
  const state = useAccount(useShallow(shownOf));
  const { overview, who, paths } = state;
  const rows = useMemo(() => rowsOf({ overview, who, paths }), [overview, who, paths]);
  const groups = useMemo(() => groupsNow(state, rows), [state, rows]);
  return (
    <>
      <div className="acct-tools">
        <input
          className="input"
          aria-label="Filter by name or ARN"
          placeholder="Name or ARN"
          value={state.filter}
          onChange={({ target }) => filterBy(target.value)}
        />
        <Tabs rows={rowsAsked(state, rows)} />
        <TakeAway groups={groups} />
      </div>
      <div className={state.selected === undefined ? 'acct-work' : 'acct-work chosen'}>
        <PrincipalTable groups={groups} />
        <PrincipalColumn />
      </div>
    </>
  );
}

function Tabs({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  const { only, view, limits } = useAccount(useShallow(({ only, view, limits }) => ({ only, view, limits })));
  return (
    <div className="acct-tabs" role="group" aria-label="Show">
      {tabsOf(view).map((id) => {
        const count = id === 'all' ? rows.length : rows.filter(ONLY[id].test).length;
        return (
          <button key={id} className="acct-tab" aria-pressed={only === id} onClick={() => showOnly(id)}>
            {ONLY[id].name}
            {id === 'unused' && view === 'findings' && ` ${limits.unusedDays} days`}{' '}
            <span>{count.toLocaleString('en')}</span>
          </button>
        );
      })}
    </div>
  );
}

function Foot(): ReactElement {
  const files = useAccount((state) => state.files);
  const kept = useAccount((state) => state.kept);
  return (
    <footer className="acct-foot">
      <Icon name="lock" /> <span className="cut">{files.join(', ')}</span>
      <button className="link" onClick={() => void openFiles().then(loadAccount)}>
        Add a file
      </button>
      <span className="grow" />
      <label className="acct-keep">
        <input type="checkbox" checked={kept} onChange={({ target }) => void keepAccount(target.checked)} />
        Keep in this browser
      </label>
      <button className="link" onClick={forgetAccount}>
        Forget the account
      </button>
    </footer>
  );
}
