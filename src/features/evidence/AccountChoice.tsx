import { useId, useMemo, useState, type KeyboardEvent, type ReactElement } from 'react';
import { withBecoming } from '../../audit/account/become';
import { beyondLimits } from '../../case/limits';
import type { Scenario } from '../../case/scenario';
import { scenarioOfPrincipal, type FromAccount, type PartPlayed } from '../../intake/account/fill';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { principalIn, searchPrincipals } from '../../intake/account/search';
import { useCase, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { BecomingChoice } from './BecomingChoice';
import { Understood } from './Understood';

/** More rows than one can look through are no help; the search narrows. */
const SHOWN = 100;

interface AccountChoiceProps {
  readonly account: Account;
  readonly onFill: (scenario: Scenario, name: string) => void;
}

/** The users and roles of an account: one of them is the caller of the case, or the role to be assumed. */
export function AccountChoice({ account, onFill }: AccountChoiceProps): ReactElement {
  const present = useScenario();
  const [chosen, setChosen] = useState(() => principalIn(account, present.request.principal));
  const [part, setPart] = useState<PartPlayed>('calls');
  const [path, setPath] = useState<readonly AccountPrincipal[]>([]);
  // Steps lead to a case; a request of a call, and a step that is looked at, have none of their own.
  const alone = useCase().linked === undefined;
  const ofCase = useVerdict(({ at }) => at === 0) && alone;
  const asked = chosen?.kind === 'user' ? 'calls' : part;
  const becomes = chosen?.kind === 'role' && asked === 'calls' && ofCase;
  const made = useMemo(() => {
    const filled = chosen && scenarioOfPrincipal(account, chosen, present, asked);
    if (!filled || !becomes) return filled;
    const scenario = withBecoming(account, filled.scenario, chosen, path);
    const tooLarge = beyondLimits(scenario);
    return { ...filled, scenario, ...(tooLarge !== undefined && { problem: tooLarge.message }) };
  }, [account, chosen, present, asked, becomes, path]);
  const choose = (principal: AccountPrincipal): void => {
    setChosen(principal);
    setPath([]);
  };
  return (
    <>
      <PrincipalList account={account} chosen={chosen} onChoose={choose} />
      {chosen?.kind === 'role' && <PartChoice part={part} onChange={setPart} />}
      {becomes && <BecomingChoice account={account} role={chosen} path={path} onChange={setPath} />}
      {made && <Result made={made} />}
      <div className="actions">
        <button
          className="btn main"
          disabled={made === undefined || made.problem !== undefined}
          onClick={() => made && chosen && onFill(made.scenario, chosen.name)}
        >
          Fill in the case
        </button>
      </div>
    </>
  );
}

function Result({ made }: { readonly made: FromAccount }): ReactElement {
  return made.problem === undefined ? (
    <Understood {...made} />
  ) : (
    <p className="field-error">{made.problem}</p>
  );
}

function PartChoice({
  part,
  onChange,
}: {
  readonly part: PartPlayed;
  readonly onChange: (part: PartPlayed) => void;
}): ReactElement {
  const words: Record<PartPlayed, string> = {
    calls: 'It makes the request',
    assumed: 'Someone assumes it: its trust policy decides',
  };
  return (
    <fieldset className="part-choice">
      <legend className="label">In the case</legend>
      {(Object.keys(words) as PartPlayed[]).map((one) => (
        <label key={one} className="check">
          <input type="radio" name="part" checked={part === one} onChange={() => onChange(one)} />
          {words[one]}
        </label>
      ))}
    </fieldset>
  );
}

interface PrincipalListProps {
  readonly account: Account;
  readonly chosen: AccountPrincipal | undefined;
  readonly onChoose: (principal: AccountPrincipal) => void;
}

/** The search keeps the focus; arrow keys choose in the list under it. */
function PrincipalList({ account, chosen, onChoose }: PrincipalListProps): ReactElement {
  const id = useId();
  const [words, setWords] = useState('');
  const found = useMemo(() => searchPrincipals(account, words), [account, words]);
  const shown = found.slice(0, SHOWN);
  const at = shown.findIndex(({ arn }) => arn === chosen?.arn);
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    const next = step === undefined ? undefined : Math.max(0, Math.min(at + step, shown.length - 1));
    const principal = next === undefined ? undefined : shown[next];
    if (principal === undefined) return;
    event.preventDefault();
    onChoose(principal);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className="principals">
      <input
        className="input sans"
        type="search"
        role="combobox"
        aria-label="Search users and roles"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={at === -1 ? undefined : `${id}-${at}`}
        placeholder="Search users and roles"
        value={words}
        onKeyDown={keys}
        onChange={({ target }) => setWords(target.value)}
      />
      <p className="dim" role="status">
        {countWords(account, found.length, shown.length)}
      </p>
      <ul id={`${id}-list`} role="listbox" aria-label="Users and roles" className="choices">
        {shown.map((principal, index) => (
          <li
            key={principal.arn}
            id={`${id}-${index}`}
            role="option"
            aria-selected={principal.arn === chosen?.arn}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(principal)}
          >
            <span className="tag">{principal.kind}</span>
            <b className="cut">{principal.name}</b>
            <span className="dim grow cut">{pathOf(principal)}</span>
            <span className="dim">
              {principal.policies} {principal.policies === 1 ? 'policy' : 'policies'}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The path, where it is more than a slash. */
function pathOf({ arn, name }: AccountPrincipal): string {
  const path = arn.slice(arn.indexOf('/'), -name.length);
  return path === '/' ? '' : path;
}

function countWords(account: Account, found: number, shown: number): string {
  const all = account.principals.length;
  if (all === 0) return 'There are no users and roles in the text.';
  if (found === 0) return 'No user or role has all of these words.';
  const count =
    found === all
      ? `${all.toLocaleString('en')} users and roles`
      : `${found.toLocaleString('en')} of ${all.toLocaleString('en')} users and roles`;
  return shown < found ? `${count}; the first ${shown} are listed.` : `${count}.`;
}
