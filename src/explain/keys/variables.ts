/** Values of a key that make a policy variable fit: `kim` for `${aws:username}` where the request asks for `home/kim/x`. */
import type { Evaluation, StatementTrace } from '../../engine/evaluation';
import type { Scenario } from '../../engine/scenario';
import { parseTemplate } from '../../language/template';
import { statementsInPlay } from '../facts';
import { textAt, valuesAt } from '../source';
import type { Sample } from './samples';

export function variableSamples(key: string, scenario: Scenario, evaluation: Evaluation): readonly Sample[] {
  const found = statementsInPlay(evaluation).flatMap((statement) =>
    templatesOf(statement, scenario).flatMap(({ template, subjects }) =>
      subjects.flatMap((subject) => captured(template, key, subject, evaluation) ?? []),
    ),
  );
  return [...new Set(found)].map((value) => ({ value }));
}

interface Template {
  readonly template: string;
  /** What the template is compared with. */
  readonly subjects: readonly string[];
}

function templatesOf({ address, elements }: StatementTrace, scenario: Scenario): readonly Template[] {
  const text = textAt(scenario, address) ?? '';
  return elements.flatMap(({ element, path, reason }): readonly Template[] => {
    if (/Resource$/.test(element))
      return valuesAt(text, path).map((template) => ({ template, subjects: [scenario.request.resource] }));
    if (reason.kind !== 'condition' || !Array.isArray(reason.actual)) return [];
    return reason.expected.map((template) => ({ template, subjects: reason.actual as readonly string[] }));
  });
}

/** What the variable of this key has to be for the template to be the subject; undefined where it cannot. */
function captured(
  template: string,
  key: string,
  subject: string,
  { context }: Evaluation,
): string | undefined {
  const wanted = key.toLowerCase();
  const parts = parseTemplate(template);
  const first = parts.findIndex((part) => part.kind === 'variable' && part.key.toLowerCase() === wanted);
  if (first === -1) return undefined;
  const pattern = parts.map((part, at) => {
    if (part.kind === 'text') return escaped(part.text).replaceAll('\\*', '.*').replaceAll('\\?', '.');
    if (part.kind === 'character') return escaped(part.text);
    if (part.key.toLowerCase() === wanted) return at === first ? '(?<value>[^/]+)' : '\\k<value>';
    const known = context.find((entry) => entry.key.toLowerCase() === part.key.toLowerCase())?.value;
    return typeof known === 'string' ? escaped(known) : '.*';
  });
  return new RegExp(`^${pattern.join('')}$`, 's').exec(subject)?.groups?.['value'];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
