import type { ReactElement, ReactNode } from 'react';
import type { Explanation, Quote } from '../../explain/types';
import { plain } from '../../explain/rich';
import { wholeSentence } from '../../call/words';
import { useCall, useExplanation } from '../../store/selectors';
import { Glyph } from '../../ui/Glyph';
import { RichText } from '../../ui/RichText';
import { NARROW, useMediaQuery } from '../../ui/useMediaQuery';
import { Aside } from './Aside';
import { ChangeButton } from './ChangeButton';
import { HangCard } from './HangCard';
import { LiveVerdict } from './LiveVerdict';
import { MorePopover } from './MorePopover';
import { SupposedChip } from './SupposedChip';
import { QuoteButton } from './QuoteButton';
import { Remarks } from './Remarks';
import './verdict.css';

/** How many quotations stand in the band; the rest is behind a button. */
const QUOTES = 2;

/** Sentences of more letters leave no room for the tools beside them, by the width of the page. */
const ROOM = { narrow: 48, medium: 76 };
const MEDIUM = '(max-width: 1599px)';

interface VerdictBandProps {
  /** What the answer leaves unsaid of the whole call. */
  readonly clause?: ReactNode;
  /** Further things to ask, behind the band's own. */
  readonly tools?: ReactNode;
}

/** The answer: the one tinted band of the page. */
export function VerdictBand({ clause, tools }: VerdictBandProps): ReactElement {
  const explanation = useExplanation();
  const { tone, lead, sentence, chip, aside, note, quotes, hangs } = explanation;
  const narrow = useMediaQuery(NARROW);
  const medium = useMediaQuery(MEDIUM);
  const room = narrow ? ROOM.narrow : medium ? ROOM.medium : Infinity;
  // The band takes two lines: where there is no room in the second, what is said beside the quotes goes behind the notes.
  const below = lead.length + plain(sentence).length + (chip ?? '').length > room;
  const folded = note !== undefined && (narrow || below) && quotes.length + hangs.length > 0;
  const { remarks } = explanation;
  const asked = <Tools notes={folded ? [{ text: note }, ...remarks] : remarks}>{tools}</Tools>;
  const call = useCall();
  const whole = call.parts.length > 1 ? wholeSentence(call) : '';
  return (
    <section className={`verdict k-${tone}`} aria-label="Verdict">
      <Glyph kind={tone} size={38} label="" />
      <div className="grow">
        <div className="verdict-head">
          <h1 id="verdict" tabIndex={-1}>
            {lead !== '' && (
              <>
                <b>{lead}</b>{' '}
              </>
            )}
            <RichText text={sentence} />
            {chip !== undefined && (
              <>
                {' '}
                <span className="tag">{chip}</span>
              </>
            )}
          </h1>
          {!below && asked}
        </div>
        <Why explanation={explanation} noted={!folded} clause={clause}>
          {below && asked}
        </Why>
      </div>
      {aside && (
        <>
          <aside className="says" aria-label={aside.title}>
            <Aside aside={aside} />
          </aside>
          {narrow && (
            <MorePopover label={aside.title} title={aside.title} className="narrow-only">
              {() => (
                <div className="says-pop">
                  <Aside aside={aside} titled={false} />
                </div>
              )}
            </MorePopover>
          )}
        </>
      )}
      <LiveVerdict sentence={[lead, plain(sentence), whole].filter(Boolean).join(' ')} />
    </section>
  );
}

/** What one may ask of the answer: the change that would turn it, and what else is worth knowing. */
function Tools({
  notes,
  children,
}: {
  readonly notes: Explanation['remarks'];
  readonly children: ReactNode;
}): ReactElement {
  return (
    <span className="verdict-tools">
      <ChangeButton className="sm verdict-more" />
      {notes.length > 0 && (
        <MorePopover label={notes.length === 1 ? '1 note' : `${notes.length} notes`} title="Worth knowing">
          {(close) => <Remarks remarks={notes} onLeave={close} />}
        </MorePopover>
      )}
      {children}
    </span>
  );
}

/** The lines that decided, or what the verdict depends on, and one note. */
function Why({
  explanation,
  noted,
  clause,
  children,
}: {
  readonly explanation: Explanation;
  readonly noted: boolean;
  readonly clause: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const { quotes, hangs, note, supposed = [] } = explanation;
  const rest = quotes.slice(QUOTES);
  return (
    <div className="why">
      {clause}
      {quotes.length > 0 && (
        <div className="quotes">
          {quotes.slice(0, QUOTES).map((quote, index) => (
            <QuoteButton key={index} quote={quote} />
          ))}
          {rest.length > 0 && <MoreQuotes quotes={rest} />}
        </div>
      )}
      {supposed.map((layer) => (
        <SupposedChip key={layer} layer={layer} />
      ))}
      {hangs.length > 0 && (
        <ul className="hang" aria-label="What the verdict depends on">
          {hangs.map((hang, index) => (
            <HangCard key={index} hang={hang} />
          ))}
        </ul>
      )}
      {noted && note && (
        <p className="note">
          <RichText text={note} />
        </p>
      )}
      {children}
    </div>
  );
}

function MoreQuotes({ quotes }: { readonly quotes: readonly Quote[] }): ReactElement {
  return (
    <MorePopover label={`and ${quotes.length} more`} title="The other lines">
      {(close) => (
        <ul className="more-quotes">
          {quotes.map((quote, index) => (
            <li key={index}>
              <QuoteButton quote={quote} onOpened={close} />
            </li>
          ))}
        </ul>
      )}
    </MorePopover>
  );
}
