import { useMemo, type ReactElement } from 'react';
import { policyAt } from '../../case/scenario';
import { WRITERS, writtenIn, type WrittenLanguage } from '../../export/code/languages';
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
  const scenario = useScenario();
  const { address, newText, policy: name } = change;
  const lines = useMemo(() => {
    if (newText === undefined) return [];
    const old = policyAt(scenario.policies, address);
    const before = old === undefined ? '' : writtenIn(language, scenario, address, old);
    const after = writtenIn(language, scenario, address, { name: old?.name ?? name, text: newText });
    return before === undefined || after === undefined ? [] : textDiff(before, after);
  }, [scenario, address, newText, name, language]);
  if (lines.length === 0) return null;
  return (
    <details className="change-code">
      <summary>In {WRITERS[language].name}</summary>
      <Diff label={`Lines of ${name} that change, in ${WRITERS[language].name}`} lines={lines} />
      <p className="dim">Made from the policy: comments and layout of what was pasted are not kept.</p>
    </details>
  );
}
