/** A policy's text as it comes from its editor. */
import { addressKey, listPolicies, policyAt, policyText } from '../case/scenario';
import type { PolicyAddress, Scenario } from '../case/scenario';
import { setPolicyText } from '../case/edits';
import { useVerdict } from './store';

/** How it changed: a key at a time, as one step by itself, or by the editor's own undo and redo. */
type Change = 'typing' | 'step' | 'undo' | 'redo';

const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Is it the present case but for this policy's text, which is the one given? */
function differsBy(
  other: Scenario | undefined,
  present: Scenario,
  address: PolicyAddress,
  text: string,
): boolean {
  const policy = other && policyAt(other.policies, address);
  if (!other || !policy || withLineFeeds(policyText(policy)) !== text) return false;
  const parts = Object.keys({ ...other, ...present }) as (keyof Scenario)[];
  if (parts.some((part) => part !== 'policies' && other[part] !== present[part])) return false;
  const [ours, theirs] = [listPolicies(present.policies), listPolicies(other.policies)];
  return (
    ours.length === theirs.length &&
    ours.every((entry, at) => {
      const key = addressKey(entry.address);
      return (
        key === addressKey(theirs[at]!.address) &&
        (key === addressKey(address) || entry.policy === theirs[at]!.policy)
      );
    })
  );
}

/** The last text that came from an editor. */
let typed: string | undefined;

/** Did a text come from its editor, rather than from a link, a fix or an undone step? */
export const wasTyped = (text: string): boolean => text === typed;

/**
 * Records what an editor's text has become. A run of typing is one undo step. Where the editor's own undo or redo
 * leads to where the page's would, the page goes the same step: two undo buttons, one past.
 */
export function takeText(address: PolicyAddress, text: string, change: Change): void {
  typed = text;
  const { history, edit, settle, undo, redo } = useVerdict.getState();
  const { past, present, future } = history;
  if (change === 'undo' && differsBy(past.at(-1), present, address, text)) {
    undo();
  } else if (change === 'redo' && differsBy(future[0], present, address, text)) {
    redo();
  } else {
    if (change === 'step') settle();
    edit((scenario) => setPolicyText(scenario, address, text), `text:${addressKey(address)}`);
    if (change === 'step') settle();
  }
}
