/** Values of a key that make a policy variable fit: `kim` for `${aws:username}` where the request asks for `home/kim/x`. */
import type { Evaluation, StatementTrace } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { globMatches, globOf, joinGlobs, literalGlob } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { parseTemplate } from '../../language/template';
import type { TemplatePart } from '../../language/template';
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

/** Longer texts are not tried, and of shorter ones only so many stretches: a pattern may hold thousands of stars. */
const LONGEST = 1000;
const TRIED = 200;

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
  if (first === -1 || template.length > LONGEST || subject.length > LONGEST) return undefined;
  const globOfPart = (part: TemplatePart, value: string): Glob => {
    if (part.kind === 'text') return globOf(part.text);
    if (part.kind === 'character') return literalGlob(part.text);
    if (part.key.toLowerCase() === wanted) return literalGlob(value);
    const known = context.find((entry) => entry.key.toLowerCase() === part.key.toLowerCase())?.value;
    return typeof known === 'string' ? literalGlob(known) : globOf('*');
  };
  const before = joinGlobs(parts.slice(0, first).map((part) => globOfPart(part, '')));
  const starts =
    before.wild === undefined
      ? [before.text.length]
      : Array.from(subject, (_, at) => subject.length - 1 - at).slice(0, TRIED);
  let tried = 0;
  for (const start of starts) {
    if (!globMatches(before, subject.slice(0, start))) continue;
    const slash = subject.indexOf('/', start);
    // A value is one segment of a path; the longest is tried first.
    for (let end = slash === -1 ? subject.length : slash; end > start; end -= 1) {
      tried += 1;
      if (tried > TRIED) return undefined;
      const value = subject.slice(start, end);
      if (globMatches(joinGlobs(parts.map((part) => globOfPart(part, value))), subject)) return value;
    }
  }
  return undefined;
}
