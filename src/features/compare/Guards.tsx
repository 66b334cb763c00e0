import { useId, useState, type ReactElement } from 'react';
import type { Guard } from '../../case/guard';
import type { Scenario } from '../../case/scenario';
import { reasonWords } from '../../explain/comparison-words';
import { shortResource } from '../../explain/short-resource';
import { statementLines } from '../../explain/statement-lines';
import { READY_GUARDS } from '../../reasoning/ready-guards';
import type { GuardAnswer } from '../../reasoning/questions/guards';
import type { CompareAnswer } from '../../store/proof';
import { useVerdict } from '../../store/store';
import { Square } from '../../ui/Square';
import { guardWords, readGuard } from './guardWords';
import { openExample } from './openExample';
import { textTarget } from './textTarget';

const sameGuard = (one: Guard, other: Guard): boolean => JSON.stringify(one) === JSON.stringify(other);
const rank = ({ kind }: GuardAnswer): number => ['fails', 'undecided', 'holds'].indexOf(kind);

function setGuards(change: (guards: readonly Guard[]) => readonly Guard[]): void {
  const { history, replace } = useVerdict.getState();
  const guards = change(history.present.guards ?? []);
  const { guards: _before, ...rest } = history.present;
  replace(guards.length > 0 ? { ...rest, guards } : rest);
}

/** The ready guards, and those that this case suggests. */
function readyFor({ organization, request }: Scenario): readonly Guard[] {
  const zone = organization?.id ?? request.resourceAccount ?? /:(\d{12}):/.exec(request.principal)?.[1];
  return [...(zone ? [{ kind: 'never', by: `outside:${zone}` } as const] : []), ...READY_GUARDS];
}

type Last = CompareAnswer & { readonly a: Scenario; readonly b: Scenario };

/** Sentences that must hold of every version: failing ones first. */
export function Guards({ last }: { readonly last: Last | undefined }): ReactElement {
  const own = useVerdict(({ history }) => history.present.guards) ?? [];
  const answers = last?.guards ?? [];
  const sorted = [...answers].sort((one, other) => rank(one) - rank(other));
  const failing = answers.filter(({ kind }) => kind === 'fails').length;
  const words =
    own.length === 0
      ? 'none'
      : failing === 0
        ? `${own.length} ${own.length === 1 ? 'holds' : 'hold'}`
        : `${failing} of ${own.length} fail`;
  return (
    <section className="cmp-side" aria-label="Guards">
      <h2>
        Guards <span className="dim">{answers.length === own.length ? words : '…'}</span>
      </h2>
      <ul>
        {sorted.map((answer) => (
          <GuardRow key={JSON.stringify(answer.guard)} answer={answer} last={last!} />
        ))}
      </ul>
      {own.length === 0 && (
        <p className="cmp-none">
          A guard is a sentence that must stay true, whatever is changed. It travels with the case.
        </p>
      )}
      <AddGuard own={own} />
    </section>
  );
}

function GuardRow({ answer, last }: { readonly answer: GuardAnswer; readonly last: Last }): ReactElement {
  const { guard, kind, witness, because, reasons } = answer;
  const failedInA = last.before.some((one) => sameGuard(one.guard, guard) && one.kind === 'fails');
  const lines = because[0] && statementLines(last.b, because[0]);
  return (
    <li className="cmp-guard">
      {kind === 'undecided' ? (
        <span className="k-unknown cmp-open" title="Not decided">
          ?
        </span>
      ) : (
        <Square holds={kind === 'holds'} />
      )}
      <span>
        <b>{guardWords(guard)}</b>
        {kind === 'holds' && (
          <span className="cmp-example">Proved over all requests.{failedInA && ' A failed.'}</span>
        )}
        {kind === 'undecided' && (
          <span className="cmp-example">Not decided. {reasons.map(reasonWords).join(' ')}</span>
        )}
        {witness && (
          <>
            <button className="cmp-link" onClick={() => openExample(witness, last.a, last.b)}>
              {witness.action} on {shortResource(witness.resource)}
            </button>
            {lines && (
              <button className="cmp-link" onClick={() => textTarget('B', lines)}>
                {lines.policy.name}, {lines.line}
              </button>
            )}
          </>
        )}
      </span>
      <button
        className="btn sm"
        aria-label={`Remove the guard ${guardWords(guard)}`}
        onClick={() => setGuards((guards) => guards.filter((one) => !sameGuard(one, guard)))}
      >
        ×
      </button>
    </li>
  );
}

function AddGuard({ own }: { readonly own: readonly Guard[] }): ReactElement {
  const present = useVerdict(({ history }) => history.present);
  const ready = readyFor(present).filter((guard) => !own.some((one) => sameGuard(one, guard)));
  const [fault, setFault] = useState('');
  const [list, faultId] = [useId(), useId()];
  const add = (text: string): boolean => {
    const guard = ready.find((one) => guardWords(one) === text) ?? readGuard(text);
    setFault(
      guard
        ? ''
        : 'Write an action, as s3:DeleteBucket: never ACTION on RESOURCE by PRINCIPAL. Or choose one.',
    );
    if (!guard) return false;
    if (!own.some((one) => sameGuard(one, guard))) setGuards((guards) => [...guards, guard]);
    return true;
  };
  return (
    <>
      <form
        className="cmp-add"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const text = new FormData(form).get('guard');
          if (typeof text === 'string' && text.trim() !== '' && add(text.trim())) form.reset();
        }}
      >
        <input
          name="guard"
          className="input"
          list={list}
          aria-label="A guard from the list, or a sentence: never ACTION on RESOURCE by PRINCIPAL"
          aria-invalid={fault !== ''}
          aria-describedby={faultId}
          placeholder="Never s3:DeleteBucket …"
          autoComplete="off"
        />
        <datalist id={list}>
          {ready.map((guard) => (
            <option key={guardWords(guard)} value={guardWords(guard)} />
          ))}
        </datalist>
        <button className="btn sm line">Add</button>
      </form>
      <p id={faultId} className="field-error cmp-fault" role="alert">
        {fault}
      </p>
    </>
  );
}
