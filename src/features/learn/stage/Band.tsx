import { useEffect, useState, type ReactElement } from 'react';
import type { PolicyAddress, Scenario } from '../../../case/scenario';
import { evaluateCall } from '../../../call/verdict';
import { wholeSentence } from '../../../call/words';
import { plain } from '../../../explain/rich';
import type { Quote } from '../../../explain/types';
import { explanationOf } from '../../../store/derive';
import { Glyph } from '../../../ui/Glyph';
import { Headline } from '../../../ui/Headline';
import { RichText } from '../../../ui/RichText';

interface BandProps {
  readonly whole: Scenario;
  readonly view: Scenario;
  readonly hidden: boolean;
  /** Said with the verdict, once: `You said Allowed. It isn’t so.` */
  readonly said: string;
  readonly onQuote: (address: PolicyAddress, path: string) => void;
}

/** The answer; grey and asking while the question is open. */
export function Band({ whole, view, hidden, said, onQuote }: BandProps): ReactElement {
  if (hidden)
    return (
      <section className="learn-band" aria-label="Verdict">
        <Glyph kind="empty" size={38} label="" />
        <div className="grow">
          <h2>What will AWS say?</h2>
          <p>
            Answer first. Then the request runs, and the picture, the steps and the marks in the policy
            appear.
          </p>
        </div>
        <Spoken sentence="" />
      </section>
    );
  return <Answered whole={whole} view={view} said={said} onQuote={onQuote} />;
}

const QUOTES = 2;

function Answered({ whole, view, said, onQuote }: Omit<BandProps, 'hidden'>): ReactElement {
  const { tone, lead, sentence, chip, quotes, note } = explanationOf(view);
  const call = whole.linked ? wholeSentence(evaluateCall(whole)) : '';
  return (
    <section className={`learn-band k-${tone}`} aria-label="Verdict">
      <Glyph kind={tone} size={38} label="" />
      <div className="grow">
        <h2>
          <Headline lead={lead} sentence={sentence} chip={chip} />
        </h2>
        <div className="learn-why-line">
          {quotes.slice(0, QUOTES).map((quote) => (
            <QuoteLine key={`${quote.policy} ${quote.path}`} quote={quote} onQuote={onQuote} />
          ))}
          {call !== '' && <span className="dim">{call}</span>}
          {note && quotes.length < QUOTES && (
            <span className="dim cut">
              <RichText text={note} />
            </span>
          )}
        </div>
      </div>
      <Spoken sentence={[lead, plain(sentence), call, said].filter(Boolean).join(' ')} />
    </section>
  );
}

function QuoteLine({
  quote: { lead, code, address, policy, path, line, problem },
  onQuote,
}: {
  readonly quote: Quote;
  readonly onQuote: BandProps['onQuote'];
}): ReactElement {
  return (
    <button className="learn-quote" title={code} onClick={() => onQuote(address, path)}>
      {lead !== '' && <span className="dim">{lead}</span>}
      <code className="cut">{problem ?? code}</code>
      <span className="learn-at">
        {policy}, line {line}
      </span>
    </button>
  );
}

const SPOKEN_AFTER_MS = 600;

/** Read out once it has stood still: not at each keystroke. */
function Spoken({ sentence }: { readonly sentence: string }): ReactElement {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(sentence), SPOKEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  // An outcome that is being hidden again may not stay for a moment longer.
  return (
    <p className="hidden-text" role="status">
      {sentence === '' ? '' : spoken}
    </p>
  );
}
