import type { ReactElement } from 'react';
import { RichText } from './RichText';

interface HeadlineProps {
  /** `Denied.`; empty where there is no verdict yet. */
  readonly lead: string;
  readonly sentence: Parameters<typeof RichText>[0]['text'];
  /** What kind of denial it is, where that is said. */
  readonly chip?: string | undefined;
}

/** What the heading of a verdict says: the word, the sentence, and a mark behind it that stays with the last word. */
export function Headline({ lead, sentence, chip }: HeadlineProps): ReactElement {
  return (
    <>
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
    </>
  );
}
