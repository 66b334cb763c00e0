import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { PolicyAddress } from '../../case/scenario';
import { unwrapPolicy, type Unwrapped } from '../../intake/unwrap';
import { setText } from '../../store/policyCommands';
import { unwrapInto } from '../../store/unwrapInto';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';

/** A text that is being typed is broken now and then; only one that stays so is spoken about. */
const AFTER_MS = 600;

interface WrappedBannerProps {
  readonly address: PolicyAddress;
  readonly text: string;
}

/** Above a text that holds a policy but is not one: says what it is, and makes it one with a click. */
export default function WrappedBanner({ address, text }: WrappedBannerProps): ReactElement | null {
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useMemo(() => (settled === undefined ? undefined : unwrapPolicy(settled)), [settled]);
  if (found === undefined || settled !== text) return null;
  if (found.kind !== 'wrapped' && found.kind !== 'fixable') return null;
  return (
    <div className="banner" role="status">
      <span className="grow">
        <RichText text={backticks(wordsOf(found))} />
      </span>
      <button className="btn line sm" onClick={() => unwrap(found, address, text)}>
        {labelOf(found)}
      </button>
    </div>
  );
}

type Helped = Extract<Unwrapped, { kind: 'wrapped' | 'fixable' }>;

function wordsOf(found: Helped): string {
  if (found.kind === 'fixable') return found.problem;
  const { how, policies } = found;
  return policies.length === 1
    ? `There is a policy in this text, inside ${how}.`
    : `There are ${policies.length} policies in this text, inside ${how}.`;
}

function labelOf(found: Helped): string {
  if (found.kind === 'fixable') return 'Put it right';
  return found.policies.length === 1 ? 'Unwrap the policy' : `Add all ${found.policies.length}`;
}

function unwrap(found: Helped, address: PolicyAddress, text: string): void {
  if (found.kind === 'wrapped') {
    unwrapInto(address, text);
    return;
  }
  setText(address, found.fixed);
  // The button goes away with the banner, so the keyboard goes on in the text.
  useVerdict.getState().open(address, { focus: true });
}
