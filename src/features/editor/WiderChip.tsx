import { useEffect, useRef, useState, type ReactElement } from 'react';
import { setPolicyText } from '../../case/edits';
import { listPolicies, policyText, type PolicyAddress, type Scenario } from '../../case/scenario';
import type { PolicyType } from '../../checks/policy-type';
import type { Comparison } from '../../reasoning/comparison';
import { keepCaseA, useCaseA } from '../../store/caseA';
import { ProofClient } from '../../store/proofClient';
import { goTo } from '../../store/router';
import { useVerdict } from '../../store/store';
import { wasTyped } from '../../store/typing';

/** A pause in typing after which the texts are compared. */
const PAUSE_MS = 300;
/** Longer texts are compared in Compare only. */
const LONGEST = 60_000;

interface WiderChipProps {
  /** Of the text, while it is typed in, moved and renamed. */
  readonly id: string;
  readonly address: PolicyAddress;
  readonly name: string;
  readonly text: string;
  readonly type: PolicyType;
}

/** The policy in A, where it is there; else undefined. */
function textInA(a: Scenario | undefined, { layer }: PolicyAddress, name: string): string | undefined {
  const found =
    a &&
    listPolicies(a.policies).find(({ address, policy }) => address.layer === layer && policy.name === name);
  return found && policyText(found.policy);
}

function widerWords({ gained, relation }: Comparison): string | undefined {
  if (relation !== 'wider' && relation !== 'incomparable') return undefined;
  const count = new Set(gained.flatMap(({ actions }) => actions)).size;
  return `Wider than before, ${count.toLocaleString('en')} ${count === 1 ? 'action' : 'actions'}`;
}

/** Says while a policy is typed that it allows more than in A, or than before the typing; a click compares. */
export default function WiderChip({ id, address, name, text, type }: WiderChipProps): ReactElement | null {
  const a = useCaseA();
  const kept = textInA(a, address, name);
  const base = useRef<{ readonly id: string; readonly text: string }>(undefined);
  const [client] = useState(() => new ProofClient());
  const [said, setSaid] = useState<{
    readonly before: string;
    readonly after: string;
    readonly words: string;
  }>();
  useEffect(() => {
    if (base.current?.id !== id || !wasTyped(text)) base.current = { id, text };
    const before = kept ?? base.current.text;
    if (before === text || text.length + before.length > LONGEST) return undefined;
    const pause = setTimeout(() => {
      client.ask({
        question: { kind: 'policy', before, after: text, form: type === 'key' ? 'resource' : type },
        texts: [before, text],
        take: (answer) => {
          const words = answer.kind === 'policy' ? widerWords(answer.comparison) : undefined;
          setSaid(words === undefined ? undefined : { before, after: text, words });
        },
        fail: () => undefined,
      });
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [client, id, text, kept, type]);
  useEffect(() => () => client.end(), [client]);
  if (said?.after !== text) return null;
  const compare = (): void => {
    const { present } = useVerdict.getState().history;
    if (kept === undefined) keepCaseA(setPolicyText(present, address, said.before));
    goTo('compare');
  };
  return (
    <button className="btn sm wider-chip" title="Compare with what it was" onClick={compare}>
      {said.words} <span aria-hidden="true">↗</span>
    </button>
  );
}
