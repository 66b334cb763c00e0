import { useMemo, type ReactElement } from 'react';
import { listPolicies, policyText, type Scenario } from '../../case/scenario';
import { comparisonCounts, comparisonWords } from '../../explain/comparison-words';
import type { StatementRef } from '../../engine/evaluation';
import { textDiff } from '../../explain/text-diff';
import { statementLines } from '../../explain/statement-lines';
import { comparisonMarkdown } from '../../export/comparison';
import type { Comparison, Relation } from '../../reasoning/comparison';
import { cancelProof, useProofStore, type CompareAnswer } from '../../store/proof';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { copyText } from '../../ui/copyText';
import { JsonLine } from '../../ui/JsonLine';
import { PlaceMark } from '../../ui/place/marks';
import { PlaceBand } from '../../ui/place/PlaceBand';
import { RichText } from '../../ui/RichText';
import { textTarget } from './textTarget';
import './band.css';

/** The answer in one sentence. While a newer one is worked out the last one stays, dimmed. */
export function ProofBand({ id }: { readonly id: string }): ReactElement {
  const { last, running, failed } = useProofStore();
  if (!last) {
    return (
      <PlaceBand
        className="cmp-band"
        id={id}
        mark={<PlaceMark kind="sets" />}
        heading={failed ? 'The comparison could not be made' : 'Comparing all requests of both versions'}
      >
        {failed
          ? 'The list of AWS’s actions could not be loaded. What this request says stands below.'
          : 'What this request says stands below.'}
      </PlaceBand>
    );
  }
  const { comparison } = last;
  const { lead, rest, tone } = comparisonWords(comparison);
  const text = comparison.relation === 'undecided' && comparison.gained.length === 0;
  return (
    <PlaceBand
      className="cmp-band"
      id={id}
      tone={tone}
      mark={<RelationMark relation={comparison.relation} />}
      heading={
        <span className={running ? 'cmp-old' : undefined}>
          <b>{lead}</b> {!text && <RichText text={backticks(rest)} />}
        </span>
      }
      side={<How comparison={comparison} isAll={last.over === 'all'} callers={callersOf(last.a, last.b)} />}
    >
      {text && <RichText text={backticks(rest)} />}
      <Quote a={last.a} b={last.b} comparison={comparison} />
      <span className="cmp-counts">{countsOf(last)}</span>
      {running ? (
        <button className="btn sm line" onClick={cancelProof}>
          Comparing, stop
        </button>
      ) : (
        <CopyMarkdown answer={last} />
      )}
    </PlaceBand>
  );
}

/** Who asks in A, where somebody else asks in B. */
function callersOf(a: Scenario, b: Scenario): string | undefined {
  return a.request.principal === b.request.principal ? undefined : a.request.principal;
}

function countsOf({ comparison, guards }: CompareAnswer): string {
  const failing = guards.filter(({ kind }) => kind === 'fails').length;
  const parts = [
    comparisonCounts(comparison),
    ...(failing > 0 ? [`${failing} ${failing === 1 ? 'guard fails' : 'guards fail'}`] : []),
  ].filter((part) => part !== '');
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Nothing gained, nothing lost.';
}

/** How it was decided, and what is no part of it. */
function How({
  comparison: { considered, proof, undecided },
  isAll,
  callers,
}: {
  readonly comparison: Comparison;
  readonly isAll: boolean;
  readonly callers: string | undefined;
}): ReactElement {
  const of = isAll ? 'Every request of this caller' : 'Every such request of this caller';
  return (
    <details className="cmp-how">
      <summary>
        {undecided.length > 0
          ? 'Not all could be decided'
          : isAll
            ? 'Proved over all requests'
            : 'Proved over these requests'}
      </summary>
      <p>
        {of}: {considered.actions.toLocaleString('en')} actions as of {considered.catalogDate}, any resource,
        any context; {proof.formulas.toLocaleString('en')} cases looked at. Each example was then decided by
        the evaluator.
      </p>
      {callers !== undefined && (
        <p>
          A and B have different callers: the policies of both are asked about as if{' '}
          <code>{callers.slice(callers.lastIndexOf(':') + 1)}</code> held them.
        </p>
      )}
      <p>Not considered: {considered.notConsidered.join('; ')}.</p>
      <p>
        <button className="cmp-link" onClick={() => useVerdict.getState().showRule(PAGE)}>
          What is proved, and how
        </button>
      </p>
    </details>
  );
}

/** The heading of the page on statements about all requests. */
const PAGE = 'statements-about-all-requests';

/** The first line of a statement that is new in B. */
function gainingLine(a: Scenario, b: Scenario, ref: StatementRef) {
  const lines = statementLines(b, ref);
  const before = listPolicies(a.policies).find(
    ({ address, policy }) => address.layer === ref.layer && policy.name === ref.policy,
  );
  if (!lines) return undefined;
  const added = textDiff(before ? policyText(before.policy) : '', policyText(lines.policy), 0).find(
    ({ kind, line = 0 }) => kind === 'plus' && line >= lines.from && line <= lines.to,
  );
  return added && { ...lines, line: added.line!, text: added.text };
}

/** The line that gives the headline its example. */
function Quote({
  a,
  b,
  comparison,
}: {
  readonly a: Scenario;
  readonly b: Scenario;
  readonly comparison: Comparison;
}): ReactElement | null {
  const [first] = comparison.gained;
  const found = useMemo(
    () => (first?.because ?? []).flatMap((ref) => gainingLine(a, b, ref) ?? [])[0],
    [a, b, first],
  );
  if (!found) return null;
  return (
    <button className="cmp-quote" onClick={() => textTarget('B', found)}>
      <span className="dim">In B</span>
      <span className="cut">
        <JsonLine text={found.text.trim().slice(0, 200)} />
      </span>
      <span className="cmp-at">
        {found.policy.name}, line {found.line}
      </span>
    </button>
  );
}

function CopyMarkdown({ answer }: { readonly answer: CompareAnswer }): ReactElement {
  const say = useVerdict((state) => state.say);
  return (
    <button
      className="btn sm line"
      onClick={() =>
        void copyText(comparisonMarkdown(answer.comparison)).then((copied) =>
          say(copied ? 'Copied as Markdown.' : 'The browser did not let the page copy.'),
        )
      }
    >
      Copy as Markdown
    </button>
  );
}

const RINGS: Record<
  Relation,
  { readonly a: readonly [number, number]; readonly b: readonly [number, number] }
> = {
  equal: { a: [8, 5.6], b: [8, 4.2] },
  narrower: { a: [8, 6.9], b: [8, 3.4] },
  wider: { a: [8, 3.4], b: [8, 6.9] },
  incomparable: { a: [5.8, 4.6], b: [10.2, 4.6] },
  undecided: { a: [5.8, 4.6], b: [10.2, 4.6] },
};

/** A is the dashed ring, B the solid one. */
function RelationMark({ relation }: { readonly relation: Relation }): ReactElement {
  const { a, b } = RINGS[relation];
  return (
    <svg className="glyph" width="38" height="38" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx={a[0]} cy="8" r={a[1]} fill="none" stroke="var(--ink-3)" strokeDasharray="1.5 1.3" />
      <circle cx={b[0]} cy="8" r={b[1]} fill="none" stroke="var(--c)" strokeWidth="1.4" />
    </svg>
  );
}
