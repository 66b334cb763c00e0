import type { ReactElement } from 'react';
import { comparisonCounts, comparisonWords } from '../../explain/comparison-words';
import { comparisonMarkdown } from '../../export/comparison';
import type { Comparison, Relation } from '../../reasoning/comparison';
import { cancelProof, useProofStore } from '../../store/proof';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { copyText } from '../../ui/copyText';
import { PlaceMark } from '../../ui/place/marks';
import { PlaceBand } from '../../ui/place/PlaceBand';
import { RichText } from '../../ui/RichText';

/** The answer in one sentence. While a newer one is worked out the last one stays, dimmed. */
export function ProofBand({ id }: { readonly id: string }): ReactElement {
  const { last, running, failed } = useProofStore();
  if (!last) {
    return (
      <PlaceBand
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
  const { considered, proof } = comparison;
  return (
    <PlaceBand
      id={id}
      tone={tone}
      mark={<RelationMark relation={comparison.relation} />}
      heading={
        <span className={running ? 'cmp-old' : undefined}>
          <b>{lead}</b> <RichText text={backticks(rest)} />
        </span>
      }
      side={
        <details className="cmp-how">
          <summary>
            {comparison.undecided.length === 0 ? 'Proved over all requests' : 'Not all could be decided'}
          </summary>
          <p>
            Every request of this caller: {considered.actions.toLocaleString('en')} actions as of{' '}
            {considered.catalogDate}, any resource, any context; {proof.formulas.toLocaleString('en')} cases
            looked at. Each example was then decided by the evaluator.
          </p>
          <p>Not considered: {considered.notConsidered.join('; ')}.</p>
        </details>
      }
    >
      <span>{comparisonCounts(comparison) || 'Nothing gained, nothing lost'}</span>
      {running ? (
        <button className="btn sm line" onClick={cancelProof}>
          Comparing, stop
        </button>
      ) : (
        <CopyMarkdown comparison={comparison} />
      )}
    </PlaceBand>
  );
}

function CopyMarkdown({ comparison }: { readonly comparison: Comparison }): ReactElement {
  const say = useVerdict((state) => state.say);
  return (
    <button
      className="btn sm line"
      onClick={() =>
        void copyText(comparisonMarkdown(comparison)).then((copied) =>
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
