import type { DragEvent, ReactElement } from 'react';
import { filterBy, forgetAccount, keepAccount, loadAccount, useAccount } from '../../store/account/account';
import { openFiles, saveFile } from '../../store/browser/files';
import { Icon } from '../../ui/Icon';
import { AnswerBand } from './AnswerBand';
import { AskAccount } from './AskAccount';
import { Gates } from './Gates';
import { csvOf, groupsNow } from './groups';
import { PrincipalColumn } from './PrincipalColumn';
import { PrincipalTable } from './PrincipalTable';
import './account.css';

/** A loaded account: the question, its answer, how many pass which gate, and the principals. */
export default function Account(): ReactElement {
  const { view, who, overview, filter, files, problems, kept } = useAccount();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void loadAccount([...event.dataTransfer.files]);
  };
  return (
    <div className="acct" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <AskAccount />
      <AnswerBand />
      {view === 'who' && who !== undefined && overview !== undefined && (
        <Gates who={who} total={overview.principals.length} />
      )}
      {problems.length > 0 && (
        <ul className="acct-problems" role="status">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <div className="acct-tools">
        <input
          className="input"
          aria-label="Filter by name or ARN"
          placeholder="Name or ARN"
          value={filter}
          onChange={({ target }) => filterBy(target.value)}
        />
        <span className="grow" />
        <button
          className="btn"
          onClick={() => saveFile('principals.csv', csvOf(groupsNow(useAccount.getState())), 'text/csv')}
        >
          CSV
        </button>
        <button className="btn" onClick={() => void openFiles().then(loadAccount)}>
          Add a file
        </button>
      </div>
      <div className="acct-work">
        <PrincipalTable />
        <PrincipalColumn />
      </div>
      <footer className="acct-foot">
        <Icon name="lock" /> <span className="cut">{files.join(', ')}</span>
        <span className="grow" />
        <label className="acct-keep">
          <input type="checkbox" checked={kept} onChange={({ target }) => void keepAccount(target.checked)} />
          Keep in this browser
        </label>
        <button className="link" onClick={forgetAccount}>
          Forget the account
        </button>
      </footer>
    </div>
  );
}
