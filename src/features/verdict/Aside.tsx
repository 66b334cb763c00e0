import type { ReactElement } from 'react';
import type { Explanation } from '../../explain/types';
import { useVerdict } from '../../store/store';
import { copyText } from '../../ui/copyText';
import { plain } from '../../explain/rich';
import { RichText } from '../../ui/RichText';
import { MorePopover } from './MorePopover';

/** Longer texts are cut at the end of the third line; all of them is a press away. */
const ROOM = 130;

interface AsideProps {
  readonly aside: NonNullable<Explanation['aside']>;
}

/** At the right of the verdict: the sentence that AWS would print, or how the verdict turns out. */
export function Aside({ aside }: AsideProps): ReactElement {
  const { title, text, copy } = aside;
  return (
    <>
      {copy !== undefined && <CopyButton text={copy} />}
      {plain(text).length > ROOM && (
        <MorePopover label="Whole" title={title} className="says-whole">
          {() => (
            <div className="says-pop">
              <Whole aside={aside} />
            </div>
          )}
        </MorePopover>
      )}
      <p>
        {copy !== undefined && <span className="dim">{title} </span>}
        <RichText text={text} />
      </p>
    </>
  );
}

/** To the letter, where a heading says what it is: as it is copied, with the whole name of the caller. */
export function Whole({ aside: { text, copy } }: AsideProps): ReactElement {
  return (
    <>
      {copy !== undefined && <CopyButton text={copy} />}
      <p>{copy ?? <RichText text={text} />}</p>
    </>
  );
}

export function CopyButton({ text }: { readonly text: string }): ReactElement {
  const say = useVerdict((state) => state.say);
  return (
    <button
      className="btn copy"
      aria-label="Copy what AWS would print"
      onClick={async () => {
        if (await copyText(text)) say('Copied');
        else say('This browser does not let the page copy. Select the text instead.', { tone: 'error' });
      }}
    >
      Copy
    </button>
  );
}
