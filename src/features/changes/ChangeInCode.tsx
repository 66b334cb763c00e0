import { useMemo, type ReactElement } from 'react';
import { policyAt } from '../../case/scenario';
import { WRITTEN_LANGUAGES, writtenIn, type WrittenLanguage } from '../../export/code/languages';
import type { Change } from '../../explain/changes';
import { textDiff } from '../../explain/text-diff';
import { useScenario } from '../../store/selectors';
import { Diff } from '../../ui/Diff';

interface ChangeInCodeProps {
  readonly change: Change;
  readonly language: WrittenLanguage;
}

/** The same change in the language that was pasted, between texts that are made from the policies. */
export function ChangeInCode({ change, language }: ChangeInCodeProps): ReactElement | null {
  const { policies, placeholders } = useScenario();
  const { address, newText, policy: name } = change;
  const lines = useMemo(() => {
    if (newText === undefined) return [];
    const old = policyAt(policies, address);
    const before = old === undefined ? '' : writtenIn(language, old, placeholders);
    const after = writtenIn(language, { name: old?.name ?? name, text: newText }, placeholders);
    return before === undefined || after === undefined ? [] : textDiff(before, after);
  }, [policies, placeholders, address, newText, name, language]);
  if (lines.length === 0) return null;
  return (
    <details className="change-code">
      <summary>In {WRITTEN_LANGUAGES[language]}</summary>
      <Diff label={`Lines of ${name} that change, in ${WRITTEN_LANGUAGES[language]}`} lines={lines} />
      <p className="dim">Made from the policy: comments and layout of what was pasted are not kept.</p>
    </details>
  );
}
