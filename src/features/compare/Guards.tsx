import type { ReactElement } from 'react';
import type { Scenario } from '../../case/scenario';
import { reasonWords } from '../../explain/comparison-words';
import { shortResource } from '../../explain/short-resource';
import { statementLines } from '../../explain/statement-lines';
import type { GuardAnswer } from '../../reasoning/questions/guards';
import type { CompareAnswer } from '../../store/proof';
import { useVerdict } from '../../store/store';
import { Square } from '../../ui/Square';
import { AddGuard } from './AddGuard';
import { guardWords } from './guardWords';
import { sameGuard, setGuards } from './ownGuards';
import { openExample } from './openExample';
import { textTarget } from './textTarget';

const rank = ({ kind }: GuardAnswer): number => ['fails', 'undecided', 'holds'].indexOf(kind);

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
      <AddGuard />
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
