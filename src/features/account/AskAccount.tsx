import { useState, type ReactElement } from 'react';
import { askWho, showView, useAccount, type AccountView } from '../../store/account/account';
import { AskPart, AskRow } from '../../ui/place/AskRow';
import { PRESETS } from './presets';

const QUESTIONS: Record<AccountView, string> = {
  who: 'Who can do it',
  admins: 'Who can become administrator',
  outside: 'Who comes in from outside',
  unused: 'What is not used',
  findings: 'Which credentials need a step',
};

/** What is asked of the account. */
export function AskAccount(): ReactElement {
  const view = useAccount((state) => state.view);
  const id = useAccount((state) => state.overview?.ids[0] ?? '');
  const question = useAccount((state) => state.who?.question);
  const [action, setAction] = useState(question?.action ?? '');
  const [resource, setResource] = useState(question?.resource ?? '');
  const ask = (event: { readonly preventDefault: () => void }): void => {
    event.preventDefault();
    if (action.trim() !== '' && resource.trim() !== '')
      askWho({ action: action.trim(), resource: resource.trim() });
  };
  const take = (name: string): void => {
    const preset = PRESETS.find((one) => one.name === name);
    if (preset === undefined) return;
    const asked = { action: preset.action, resource: preset.resource.replace('ACCOUNT', id) };
    setAction(asked.action);
    setResource(asked.resource);
    askWho(asked);
  };
  return (
    <form onSubmit={ask}>
      <AskRow
        label="What is asked of the account"
        columns="minmax(0, 1.2fr) minmax(0, 1.2fr) minmax(0, 2.6fr) minmax(0, 1fr) auto"
      >
        <AskPart name="Question">
          <select
            className="input acct-select"
            aria-label="Question"
            value={view}
            onChange={({ target }) => showView(target.value as AccountView)}
          >
            {(Object.keys(QUESTIONS) as AccountView[]).map((one) => (
              <option key={one} value={one}>
                {QUESTIONS[one]}
              </option>
            ))}
          </select>
        </AskPart>
        <AskPart name="Action">
          <input
            className="input mono"
            aria-label="Action to ask about"
            spellCheck={false}
            placeholder="iam:PassRole"
            value={action}
            disabled={view !== 'who'}
            onChange={({ target }) => setAction(target.value)}
          />
        </AskPart>
        <AskPart name="Resource">
          <input
            className="input mono"
            aria-label="Resource to ask about"
            spellCheck={false}
            placeholder={`arn:aws:iam::${id}:role/admin`}
            value={resource}
            disabled={view !== 'who'}
            onChange={({ target }) => setResource(target.value)}
          />
        </AskPart>
        <AskPart name="What people fear">
          <select
            className="input acct-select"
            aria-label="Question to take"
            value=""
            disabled={view !== 'who'}
            onChange={({ target }) => take(target.value)}
          >
            <option value="">Choose…</option>
            {PRESETS.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </AskPart>
        <AskPart name={'\u00a0'}>
          <button
            className="btn main"
            disabled={view !== 'who' || action.trim() === '' || resource.trim() === ''}
          >
            Ask
          </button>
        </AskPart>
      </AskRow>
    </form>
  );
}
