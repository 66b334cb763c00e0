import type { ReactElement } from 'react';
import type { Evaluation, Truth } from '../../engine/evaluation';
import { addressKey } from '../../case/scenario';
import { elementWords } from '../../explain/elements';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { elementMarks, type ElementMark, type Told } from './statements';
import './statement.css';

interface CardProps {
  readonly told: Told;
  readonly evaluation: Evaluation;
  /** First and last line in the policy's text. */
  readonly lines: string | undefined;
  /** The policy's name, where the card stands away from its policy. */
  readonly policy?: string | undefined;
}

const WORDS: Record<Truth, string> = {
  yes: 'matches',
  no: 'does not match',
  unknown: 'not known',
};

/** One statement: what it did, what each element did, and why. Chosen, it opens its lines in the editor. */
export function StatementCard({ told, evaluation, lines, policy }: CardProps): ReactElement {
  const { trace, words, telling, tone } = told;
  const selected = useVerdict(
    ({ selection }) =>
      selection.statement === trace.statement &&
      selection.address !== undefined &&
      addressKey(selection.address) === addressKey(trace.address),
  );
  const open = useVerdict((state) => state.open);
  const saysEffect = words.word === 'Allows' || words.word === 'Denies';
  return (
    <button
      className={`stm k-${tone}`}
      data-telling={telling || undefined}
      aria-current={selected || undefined}
      onClick={() => open(trace.address, { statement: trace.statement, path: revealed(told), focus: true })}
    >
      <span className="t">
        {words.tone === 'miss' ? (
          <i className="ring" aria-hidden="true" />
        ) : (
          <Glyph kind={words.tone} size={14} label="" />
        )}
        <b className="cut" title={words.name}>
          {words.name}
        </b>
        {!saysEffect && <span className="dim">{trace.effect}</span>}
        <span className="ln">{[policy, words.word, lines].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="els">
        {elementMarks(trace).map((mark) => (
          <Mark key={`${mark.name} ${mark.traces[0]?.path ?? ''}`} mark={mark} evaluation={evaluation} />
        ))}
      </span>
      {selected ? (
        trace.elements.map((element) => (
          <span key={element.path} className={`re is-${element.truth}`}>
            {elementWords(element, evaluation)}
          </span>
        ))
      ) : (
        <span className="re">{words.reason}</span>
      )}
    </button>
  );
}

function Mark({
  mark,
  evaluation,
}: {
  readonly mark: ElementMark;
  readonly evaluation: Evaluation;
}): ReactElement {
  return (
    <span
      className={`is-${mark.truth}`}
      title={mark.traces.map((trace) => elementWords(trace, evaluation)).join('; ')}
    >
      {mark.truth === 'unknown' ? <Icon name="query" size={11} /> : <i className="mk" aria-hidden="true" />}
      {mark.name}
      <span className="hidden-text"> {WORDS[mark.truth]}</span>
    </span>
  );
}

/** The place to reveal: the element that differs or hangs, else the statement. */
function revealed({ trace }: Told): string {
  const element =
    trace.elements.find((entry) => entry.truth === 'no') ??
    trace.elements.find((entry) => entry.truth === 'unknown');
  return element?.path ?? trace.path;
}
