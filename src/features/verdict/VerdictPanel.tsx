import type { ReactElement } from 'react';
import { policyAt, policyText } from '../../case/scenario';
import { policyMarks } from '../../explain/marks';
import type { Quote } from '../../explain/types';
import { useBandExplanation, useEvaluation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { RichText } from '../../ui/RichText';
import { CopyButton } from './Aside';
import { ChangeButton } from './ChangeButton';
import { excerpt } from './excerpt';
import { HangCard } from './HangCard';
import { JsonLine } from '../../ui/JsonLine';
import { Remarks } from './Remarks';
import './verdict.css';
import './vpanel.css';

/** The phone's Verdict tab: what the band has no room for. */
export function VerdictPanel(): ReactElement {
  const { request } = useScenario();
  const { tone, note, hangs, quotes, aside, remarks } = useBandExplanation();
  return (
    <section className={`panel vpanel k-${tone}`} aria-label="Why">
      {note && (
        <p className="note">
          <RichText text={note} />
        </p>
      )}
      {hangs.length > 0 && (
        <ul className="hang" aria-label="What the verdict depends on">
          {hangs.map((hang, index) => (
            <HangCard key={index} hang={hang} />
          ))}
        </ul>
      )}
      {quotes.map((quote, index) => (
        <QuoteSection key={index} quote={quote} />
      ))}
      <ChangeButton className="line" />
      {request.principal !== '' && (
        <section>
          <h2>Request</h2>
          <dl className="sumr">
            <dt>Principal</dt>
            <dd>{request.principal}</dd>
            <dt>Action</dt>
            <dd>{request.action}</dd>
            <dt>Resource</dt>
            <dd>{request.resource}</dd>
          </dl>
        </section>
      )}
      {aside && (
        <section>
          <h2>{aside.title}</h2>
          <p className="note">{aside.copy ?? <RichText text={aside.text} />}</p>
          {aside.copy !== undefined && <CopyButton text={aside.copy} />}
        </section>
      )}
      {remarks.length > 0 && (
        <section>
          <h2>Worth knowing</h2>
          <Remarks remarks={remarks} />
        </section>
      )}
    </section>
  );
}

/** The quoted line among its neighbours with the reason under it, and the way to it. */
function QuoteSection({ quote }: { readonly quote: Quote }): ReactElement | null {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const open = useVerdict((state) => state.open);
  const setNarrowTab = useVerdict((state) => state.setNarrowTab);
  const policy = policyAt(scenario.policies, quote.address);
  if (policy === undefined) return null;
  const { brackets, hits } = policyMarks(scenario, evaluation, quote.address);
  const statement = brackets.find((bracket) => bracket.statement === quote.statement);
  const { from, lines } = excerpt(policyText(policy), quote.line, statement);
  const noted = hits.find((hit) => hit.line >= from && hit.line < from + lines.length);
  const tinted = noted?.line ?? quote.line;
  return (
    <section>
      <h2>
        {quote.lead}{' '}
        <span className="dim">
          {quote.policy}, line {quote.line}
        </span>
      </h2>
      <div className="code" role="group" tabIndex={0} aria-label={`Lines of ${quote.policy}`}>
        {lines.map((line, index) => (
          <div key={index} className={from + index === tinted ? 'hit' : undefined}>
            <span className="dim">{String(from + index).padStart(2)} </span>
            <JsonLine text={line} />
            {from + index === noted?.line && noted.note !== undefined && (
              <p className="reason">{noted.note}</p>
            )}
          </div>
        ))}
      </div>
      {quote.problem !== undefined && <p className="field-error">{quote.problem}</p>}
      <button
        className="btn line open-there"
        onClick={() => {
          setNarrowTab('policies');
          open(quote.address, { statement: quote.statement, path: quote.path, focus: true });
        }}
      >
        Open in the editor
      </button>
    </section>
  );
}
