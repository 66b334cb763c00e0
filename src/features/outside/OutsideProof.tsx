import { useEffect, useState, type ReactElement } from 'react';
import type { PolicyForm } from '../../language/forms';
import { outsideLines, type OutsideLine } from '../../explain/outside-words';
import type { Zone } from '../../reasoning/questions/outside';
import { openInCase } from '../../store/openInCase';
import { ProofClient } from '../../store/proofClient';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';

interface OutsideProofProps {
  readonly text: string;
  readonly form: PolicyForm;
  readonly zone: Zone;
  readonly onOpen: () => void;
}

type ProofOf = Pick<OutsideProofProps, 'text' | 'form' | 'zone'>;

interface Said {
  readonly of: string;
  readonly lines: readonly OutsideLine[];
  readonly failed: boolean;
}

/** The same question over all requests, beside the list: the list tells what it can read, the proof misses nothing. */
export function OutsideProof({ text, form, zone, onOpen }: OutsideProofProps): ReactElement {
  const [said, setSaid] = useState<Said>();
  const asked = JSON.stringify({ text, form, zone });
  useEffect(() => {
    const client = new ProofClient();
    const question = JSON.parse(asked) as ProofOf;
    client.ask({
      question: { kind: 'outside', ...question },
      texts: [question.text],
      take: (answer) => {
        if (answer.kind === 'outside')
          setSaid({ of: asked, lines: outsideLines(answer.outside, answer.open), failed: false });
      },
      fail: () => setSaid({ of: asked, lines: [], failed: true }),
    });
    return () => client.end();
  }, [asked]);
  const known = said?.of === asked ? said : undefined;
  return (
    <section aria-label="Over all requests" aria-live="polite" className="outside-proof">
      <h3>Over all requests</h3>
      {!known && <p className="dim">Looking at all of them…</p>}
      {known?.failed && <p className="dim">The list of AWS’s actions could not be loaded.</p>}
      {known?.lines.map(({ text: words, tone, witness }) => (
        <p key={words} className={`k-${tone}`}>
          <RichText text={backticks(words)} />{' '}
          {witness && (
            <button
              className="btn sm line"
              onClick={() => {
                onOpen();
                openInCase((whole) => ({ ...whole, request: witness }));
              }}
            >
              Ask it
            </button>
          )}
        </p>
      ))}
    </section>
  );
}
