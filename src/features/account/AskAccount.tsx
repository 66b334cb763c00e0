import { useMemo, type ReactElement } from 'react';
import { selectPrincipal, showWay, useAccount, write, type AccountView } from '../../store/account/account';
import { askCan, askWho, limitKeys, showView, supposeScps } from '../../store/account/ask';
import { AskPart, AskRow } from '../../ui/place/AskRow';
import type { GivenKind } from './Given';
import { PRESETS } from './presets';
import { PrincipalField } from './PrincipalField';
import { wayName, waysShown } from './ways';
import { nameOf, plural } from './words';

export const QUESTIONS: Record<AccountView, string> = {
  who: 'Who can do it',
  can: 'What can it do',
  admins: 'Who can become administrator',
  outside: 'Who comes in from outside',
  unused: 'What is not used',
  findings: 'Which keys need a step',
  checks: 'Which rules are broken',
};

/** The limits of the CIS benchmark with some on either side; a key that only a monthly job uses is quiet for a month. */
const LIMITS = [
  {
    id: 'maxKeyAgeDays',
    name: 'Older than',
    note: 'CIS: 90 days',
    unit: 'day',
    choices: [30, 60, 90, 180, 365],
  },
  {
    id: 'quietHours',
    name: 'A key is quiet after',
    note: '24 hours or, better, days',
    unit: 'hour',
    choices: [24, 72, 168, 720],
  },
  {
    id: 'unusedDays',
    name: 'Unused after',
    note: 'CIS: 45 days',
    unit: 'day',
    choices: [30, 45, 60, 90, 180],
  },
] as const;

/** Where the fields are not those of most questions. */
const COLUMNS: Partial<Record<AccountView, string>> = {
  who: 'minmax(0, 1.2fr) minmax(0, 1.2fr) minmax(0, 2.4fr) minmax(0, 1fr) minmax(0, 1.1fr) auto',
  findings: 'minmax(0, 1.2fr) repeat(3, minmax(0, 1fr))',
};

interface AskAccountProps {
  /** Opens the panel where a policy is pasted. */
  readonly onGive: (kind: GivenKind) => void;
}

/** What is asked of the account. */
export function AskAccount({ onGive }: AskAccountProps): ReactElement {
  const view = useAccount((state) => state.view);
  const question = useAccount((state) => state.who?.question);
  const columns = COLUMNS[view] ?? 'minmax(0, 1.2fr) minmax(0, 2fr) minmax(0, 2fr) minmax(0, 1.1fr)';
  return (
    <AskRow
      label="What is asked of the account"
      columns={columns}
      summary={<Asked view={view} />}
      answered={question}
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
      {view === 'who' && <AskWho scps={<Scps onGive={onGive} />} />}
      {view === 'can' && <AskCan />}
      {view === 'admins' && <AskWay />}
      {view === 'findings' && <AskKeys />}
      {(view === 'outside' || view === 'unused' || view === 'checks') && <span className="acct-gap" />}
      {view !== 'who' && view !== 'findings' && <Scps onGive={onGive} />}
    </AskRow>
  );
}

/** The question in one line, where the fields are folded. */
function Asked({ view }: { readonly view: AccountView }): ReactElement {
  const question = useAccount((state) => state.who?.question);
  const can = useAccount((state) => state.can);
  if (view === 'who' && question !== undefined)
    return (
      <>
        Who can <code>{question.action}</code> on <code>{nameOf(question.resource)}</code>
      </>
    );
  if (view === 'can' && can !== undefined)
    return (
      <>
        What can <code>{nameOf(can.arn)}</code> do
      </>
    );
  return <>{QUESTIONS[view]}</>;
}

/** The choices with what is in force, which an address may have brought. */
function listed(choices: readonly number[], now: number): readonly number[] {
  return [...new Set([...choices, now])].sort((one, other) => one - other);
}

/** What counts as old, quiet and unused. */
function AskKeys(): ReactElement {
  const limits = useAccount((state) => state.limits);
  return (
    <>
      {LIMITS.map(({ id, name, note, unit, choices }) => (
        <AskPart key={id} name={name} note={note}>
          <select
            className="input acct-select"
            aria-label={name}
            value={limits[id]}
            onChange={({ target }) => limitKeys({ [id]: Number(target.value) })}
          >
            {listed(choices, limits[id]).map((choice) => (
              <option key={choice} value={choice}>
                {plural(choice, unit)}
              </option>
            ))}
          </select>
        </AskPart>
      ))}
    </>
  );
}

/** Whose way is drawn, and which of several. */
function AskWay(): ReactElement {
  const paths = useAccount((state) => state.paths);
  const selected = useAccount((state) => state.selected);
  const at = useAccount((state) => state.way);
  const ways = useMemo(() => waysShown({ paths, selected }), [paths, selected]);
  return (
    <>
      <AskPart name="Principal">
        <PrincipalField
          label="Principal whose way is shown"
          value={selected ?? ways[0]?.from.arn}
          onChoose={selectPrincipal}
        />
      </AskPart>
      <AskPart
        name="By way of"
        note={ways.length === 0 ? undefined : ways.length === 1 ? '1 way' : `${ways.length} ways`}
      >
        <select
          className="input acct-select"
          aria-label="Way to administrator"
          value={Math.min(at, Math.max(ways.length - 1, 0))}
          disabled={ways.length === 0}
          onChange={({ target }) => showWay(Number(target.value))}
        >
          {ways.length === 0 && <option value={0}>no known way</option>}
          {ways.map((way, index) => (
            <option key={index} value={index}>
              {wayName(way)}
            </option>
          ))}
        </select>
      </AskPart>
    </>
  );
}

/** The fields of "Who can do it"; a form cannot stand between the parts of the row, so Enter asks. */
function AskWho({ scps }: { readonly scps: ReactElement }): ReactElement {
  const id = useAccount((state) => state.overview?.ids[0] ?? '');
  const { action, resource } = useAccount((state) => state.draft);
  const isComplete = action.trim() !== '' && resource.trim() !== '';
  const ask = (): void => {
    if (isComplete) askWho({ action: action.trim(), resource: resource.trim() });
  };
  const take = (name: string): void => {
    const preset = PRESETS.find((one) => one.name === name);
    if (preset === undefined) return;
    askWho({ action: preset.action, resource: preset.resource.replace('ACCOUNT', id) });
  };
  const onKeyDown = ({ key }: { readonly key: string }): void => {
    if (key === 'Enter') ask();
  };
  return (
    <>
      <AskPart name="Action">
        <input
          className="input mono"
          aria-label="Action to ask about"
          spellCheck={false}
          placeholder="iam:PassRole"
          value={action}
          onKeyDown={onKeyDown}
          onChange={({ target }) => write({ action: target.value })}
        />
      </AskPart>
      <AskPart name="Resource">
        <input
          className="input mono"
          aria-label="Resource to ask about"
          spellCheck={false}
          placeholder={`arn:aws:iam::${id}:role/admin`}
          value={resource}
          onKeyDown={onKeyDown}
          onChange={({ target }) => write({ resource: target.value })}
        />
      </AskPart>
      <AskPart name="What people fear">
        <select
          className="input acct-select"
          aria-label="Question to take"
          value=""
          onChange={({ target }) => take(target.value)}
        >
          <option value="">Choose…</option>
          {PRESETS.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </AskPart>
      {scps}
      <AskPart name={'\u00a0'}>
        <button className="btn main" disabled={!isComplete} onClick={ask}>
          Ask
        </button>
      </AskPart>
    </>
  );
}

function AskCan(): ReactElement {
  const can = useAccount((state) => state.can);
  return (
    <>
      <AskPart name="Principal">
        <PrincipalField
          label="Principal to ask about"
          value={can?.arn}
          onChoose={(arn) => askCan(arn, can?.other)}
        />
      </AskPart>
      <AskPart name="Compared with">
        <PrincipalField
          label="Principal to compare with"
          value={can?.other}
          onChoose={(arn) => can !== undefined && askCan(can.arn, arn)}
          onClear={() => can !== undefined && askCan(can.arn)}
        />
      </AskPart>
    </>
  );
}

function Scps({ onGive }: AskAccountProps): ReactElement {
  const scp = useAccount((state) => state.scp);
  return (
    <AskPart name="SCPs" note={scp === undefined ? 'not in the file' : undefined}>
      <select
        className="input acct-select"
        aria-label="SCPs"
        value={scp === undefined ? 'suppose' : 'given'}
        onChange={({ target }) => {
          if (target.value === 'add') onGive('scp');
          else if (target.value === 'suppose') supposeScps(undefined);
        }}
      >
        <option value="suppose">What if they allow?</option>
        {scp !== undefined && (
          <option value="given">{scp.length === 1 ? '1 level' : `${scp.length} levels`} for everybody</option>
        )}
        <option value="add">{scp === undefined ? 'Add them…' : 'Replace them…'}</option>
      </select>
    </AskPart>
  );
}
