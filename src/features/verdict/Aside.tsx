import type { ReactElement } from 'react';
import type { Explanation } from '../../explain/types';
import { useVerdict } from '../../store/store';
import { copyText } from '../../ui/copyText';
import { RichText } from '../../ui/RichText';

interface AsideProps {
  readonly aside: NonNullable<Explanation['aside']>;
  /** Not where a heading already says it. */
  readonly titled?: boolean;
}

/** At the right of the verdict: the sentence that AWS would print, or how the verdict turns out. */
export function Aside({ aside, titled = true }: AsideProps): ReactElement {
  const { title, text, copy } = aside;
  return (
    <>
      {copy !== undefined && <CopyButton text={copy} />}
      <p title={copy}>
        {titled && copy !== undefined && <span className="dim">{title} </span>}
        <RichText text={text} />
      </p>
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
