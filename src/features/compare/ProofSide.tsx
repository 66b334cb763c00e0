import { useId, type ReactElement } from 'react';
import type { Guard } from '../../case/guard';
import { shortResource } from '../../explain/short-resource';
import { READY_GUARDS } from '../../reasoning/ready-guards';
import type { GuardAnswer } from '../../reasoning/questions/guards';
import type { TurnedTest } from '../../store/browser/proofWorker';
import { openInCase } from '../../store/openInCase';
import { useVerdict } from '../../store/store';
import { Square } from '../../ui/Square';

const KINDS: Record<Guard['kind'], string> = {
  never: 'Never',
  keepsDeny: 'Denies stay',
  notWider: 'Not wider',
};

/** A guard as a sentence. */
function guardWords({ kind, name, action = 'any action', resource = '*' }: Guard): string {
  return name ?? `${KINDS[kind]} ${action} on ${resource}`;
}

const sameGuard = (one: Guard, other: Guard): boolean => JSON.stringify(one) === JSON.stringify(other);

function setGuards(change: (guards: readonly Guard[]) => readonly Guard[]): void {
  const { history, replace } = useVerdict.getState();
  const guards = change(history.present.guards ?? []);
  const { guards: _before, ...rest } = history.present;
  replace(guards.length > 0 ? { ...rest, guards } : rest);
}

/** Sentences that must hold of every version: failing ones first. */
export function Guards({ answers }: { readonly answers: readonly GuardAnswer[] }): ReactElement {
  const own = useVerdict(({ history }) => history.present.guards) ?? [];
  const list = useId();
  const sorted = [...answers].sort((one, other) => rank(one) - rank(other));
  const failing = answers.filter(({ kind }) => kind === 'fails').length;
  const add = (text: string): void => {
    const ready = READY_GUARDS.find((guard) => guardWords(guard) === text);
    const guard: Guard = ready ?? { kind: 'never', action: text };
    if (!own.some((one) => sameGuard(one, guard))) setGuards((guards) => [...guards, guard]);
  };
  return (
    <section className="cmp-side" aria-label="Guards">
      <h2>
        Guards{' '}
        <span className="dim">{answers.length === 0 ? 'none' : `${failing} of ${answers.length} fail`}</span>
      </h2>
      <ul>
        {sorted.map(({ guard, kind, witness, because }) => (
          <li key={JSON.stringify(guard)} className="cmp-guard">
            {kind === 'undecided' ? (
              <span className="k-unknown cmp-open">?</span>
            ) : (
              <Square holds={kind === 'holds'} />
            )}
            <span>
              <b>{guardWords(guard)}</b>
              {kind === 'holds' && (
                <span className="cmp-example">proved over all requests of this caller</span>
              )}
              {kind === 'undecided' && <span className="cmp-example">not decided</span>}
              {witness && (
                <button
                  className="cmp-link"
                  onClick={() => openInCase((whole) => ({ ...whole, request: witness }))}
                >
                  {witness.action} on {shortResource(witness.resource)}
                  {because[0] && `, by ${because[0].policy}`}
                </button>
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
        ))}
      </ul>
      <form
        className="cmp-add"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const text = new FormData(form).get('guard');
          if (typeof text !== 'string' || text.trim() === '') return;
          add(text.trim());
          form.reset();
        }}
      >
        <input
          name="guard"
          className="field"
          list={list}
          aria-label="A guard from the list, or an action that must never be allowed"
          placeholder="Never s3:DeleteBucket …"
          autoComplete="off"
        />
        <datalist id={list}>
          {READY_GUARDS.map((guard) => (
            <option key={guardWords(guard)} value={guardWords(guard)} />
          ))}
        </datalist>
        <button className="btn sm line">Add</button>
      </form>
    </section>
  );
}

const rank = ({ kind }: GuardAnswer): number => ['fails', 'undecided', 'holds'].indexOf(kind);

const hasTurned = ({ before, after }: TurnedTest): boolean => before.kind !== after.kind;

/** The case's tests under both versions: those whose result turned first. */
export function TurnedTests({ tests }: { readonly tests: readonly TurnedTest[] }): ReactElement | null {
  if (tests.length === 0) return null;
  const turned = tests.filter(hasTurned);
  const rest = tests.length - turned.length;
  const passing = (side: 'before' | 'after'): number =>
    tests.filter((test) => test[side].kind === 'passes').length;
  return (
    <section className="cmp-side" aria-label="Tests">
      <h2>
        Tests{' '}
        <span className="dim">
          A {passing('before')} of {tests.length}, B {passing('after')} of {tests.length}
        </span>
      </h2>
      <ul>
        {turned.map(({ name, after }) => (
          <li key={name} className="cmp-guard">
            <Square holds={after.kind === 'passes'} />
            <span>
              <b>{name}</b>
              <span className="cmp-example">
                {after.kind === 'passes' ? 'holds now, failed in A' : 'held in A, fails now'}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className="cmp-none">{rest === 0 ? 'All turned.' : `${rest} as before.`}</p>
    </section>
  );
}
