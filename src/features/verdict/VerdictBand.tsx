import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Explanation, Quote } from '../../explain/types';
import { plain } from '../../explain/rich';
import { wholeSentence } from '../../call/words';
import { useBandExplanation, useCall } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
import { Headline } from '../../ui/Headline';
import { RichText } from '../../ui/RichText';
import { NARROW, PHONE, useMediaQuery } from '../../ui/useMediaQuery';
import { Aside, Whole } from './Aside';
import { HangCard } from './HangCard';
import { LiveVerdict } from './LiveVerdict';
import { MorePopover } from './MorePopover';
import { SupposedChip } from './SupposedChip';
import { QuoteButton } from './QuoteButton';
import { Remarks } from './Remarks';
import './verdict.css';

/** How many quotations or cards stand in the band; the rest is behind a button. */
const SHOWN = { narrow: 1, wide: 2 };

/** Sentences of more letters are set smaller, in two lines: the band keeps its height. */
const ROOM = { phone: 66, narrow: 64, medium: 84, roomy: 94, wide: 120 };
const MEDIUM = '(max-width: 1399px)';
const ROOMY = '(max-width: 1599px)';

interface VerdictBandProps {
  /** What the answer leaves unsaid of the whole call. */
  readonly clause?: ReactNode;
}

/** The answer: the one tinted band of the page, always 80 pixels high. */
export function VerdictBand({ clause }: VerdictBandProps): ReactElement {
  const explanation = useBandExplanation();
  const { tone, lead, sentence, chip, aside, note, quotes, hangs } = explanation;
  const narrow = useMediaQuery(NARROW);
  const medium = useMediaQuery(MEDIUM);
  const roomy = useMediaQuery(ROOMY);
  const phone = useMediaQuery(PHONE);
  const arrived = useVerdict((state) => state.arrived);
  const wide = medium ? ROOM.medium : roomy ? ROOM.roomy : ROOM.wide;
  const room = phone ? ROOM.phone : narrow ? ROOM.narrow : wide;
  const long = lead.length + plain(sentence).length + (chip ?? '').length > room;
  // Where there is no room in the second line, what is said beside the quotes goes behind the notes.
  const folded = note !== undefined && (narrow || long) && quotes.length + hangs.length > 0;
  const { remarks } = explanation;
  const notes = folded ? [{ text: note }, ...remarks] : remarks;
  const call = useCall();
  const whole = call.parts.length > 1 ? wholeSentence(call) : '';
  return (
    <section className={`verdict k-${tone}${long ? ' long' : ''}`} aria-label="Verdict">
      <Fragment key={arrived}>
        <Glyph kind={tone} size={38} label="" />
        <div className="grow">
          <div className="verdict-head">
            <h1 id="verdict" tabIndex={-1} title={long ? `${lead} ${plain(sentence)}` : undefined}>
              <Headline lead={lead} sentence={sentence} chip={chip} />
            </h1>
          </div>
          <Why
            explanation={explanation}
            noted={!folded}
            clause={clause}
            shown={narrow ? SHOWN.narrow : SHOWN.wide}
          >
            {notes.length > 0 && (
              <MorePopover
                label={notes.length === 1 ? '1 note' : `${notes.length} notes`}
                title="Worth knowing"
              >
                {(close) => <Remarks remarks={notes} onLeave={close} />}
              </MorePopover>
            )}
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
                    <Whole aside={aside} />
                  </div>
                )}
              </MorePopover>
            )}
          </>
        )}
      </Fragment>
      <LiveVerdict sentence={[lead, plain(sentence), whole].filter(Boolean).join(' ')} />
    </section>
  );
}

/** The lines that decided, or what the verdict depends on, and one note. */
function Why({
  explanation,
  noted,
  clause,
  shown,
  children,
}: {
  readonly explanation: Explanation;
  readonly noted: boolean;
  readonly clause: ReactNode;
  /** So many quotations and cards. */
  readonly shown: number;
  readonly children: ReactNode;
}): ReactElement {
  const { quotes, hangs, note, supposed = [] } = explanation;
  const rest = quotes.slice(shown);
  return (
    <div className="why">
      {clause}
      {quotes.length > 0 && (
        <div className="quotes">
          {quotes.slice(0, shown).map((quote, index) => (
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
          {hangs.slice(0, shown).map((hang, index) => (
            <HangCard key={index} hang={hang} />
          ))}
          {hangs.length > shown && (
            <li>
              <MoreHangs hangs={hangs.slice(shown)} />
            </li>
          )}
        </ul>
      )}
      {noted && note && (
        <p className="note cut" title={plain(note)}>
          <RichText text={note} />
        </p>
      )}
      {children}
    </div>
  );
}

function MoreHangs({ hangs }: { readonly hangs: Explanation['hangs'] }): ReactElement {
  return (
    <MorePopover label={`and ${hangs.length} more`} title="What it depends on, too">
      {() => (
        <ul className="hang hang-more k-unknown">
          {hangs.map((hang, index) => (
            <HangCard key={index} hang={hang} />
          ))}
        </ul>
      )}
    </MorePopover>
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
