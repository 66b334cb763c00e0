/** Applying what the checks propose. Each is one undo step; a fix for a text that has changed meanwhile does nothing. */
import type { CheckId } from '../checks/check-ids';
import { applyEdits } from '../language/edits';
import type { Finding, Fix } from '../checks/finding';
import type { TextEdit } from '../language/place';
import { addressKey, listPolicies, policyText, type PolicyAddress, type Scenario } from '../case/scenario';
import { setPolicyText } from '../case/edits';
import { useFindingsStore, type PolicyFindings } from './findings';
import { textOf } from './policyCommands';
import { useVerdict } from './store';

/** `text` is the one that was checked: in any other the fix would do harm. */
export function applyFix(address: PolicyAddress, text: string, { title, edits }: Fix): void {
  if (textOf(address) !== text) return;
  const { edit, say } = useVerdict.getState();
  edit((scenario) => setPolicyText(scenario, address, applyEdits(text, edits)));
  say(`Done: ${title.replaceAll('`', '')}.`, { undo: true });
}

/** The fix that needs no look afterwards, if there is one. */
function safeFix({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ review }) => review !== true);
}

/** Findings of one check that can be put right together. */
export function fixableTogether(findings: readonly Finding[], id: CheckId): readonly Finding[] {
  return findings.filter((finding) => finding.id === id && safeFix(finding) !== undefined);
}

/** Edits that touch none of the others; of two that meet, the first. */
function apart(edits: readonly TextEdit[]): readonly TextEdit[] {
  const kept: TextEdit[] = [];
  let end = -1;
  for (const edit of [...edits].sort((one, other) => one.span.offset - other.span.offset)) {
    if (edit.span.offset <= end) continue;
    kept.push(edit);
    end = edit.span.offset + edit.span.length;
  }
  return kept;
}

/** A text with all findings of a check put right that can be put right together. */
export function fixedTogether({ text, findings }: PolicyFindings, id: CheckId): string {
  const edits = fixableTogether(findings, id).flatMap((finding) => safeFix(finding)?.edits ?? []);
  return applyEdits(text, apart(edits));
}

/** Applies the fixes of every finding of a check, in all policies. */
export function fixAll(id: CheckId): void {
  const { edit, say } = useVerdict.getState();
  const { byPolicy } = useFindingsStore.getState();
  const change = (scenario: Scenario): Scenario =>
    listPolicies(scenario.policies).reduce((changed, { address, policy }) => {
      const checked = byPolicy.get(addressKey(address));
      if (checked?.text !== policyText(policy)) return changed;
      const fixed = fixedTogether(checked, id);
      return fixed === checked.text ? changed : setPolicyText(changed, address, fixed);
    }, scenario);
  edit(change);
  say('Fixed all of these.', { undo: true });
}
