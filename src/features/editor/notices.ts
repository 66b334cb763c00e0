/** Everything that is to be said about a policy's text: what keeps it from being read, and what the checks found. */
import { fixTitle } from '../../checks/finding';
import type { Fix, Severity } from '../../checks/finding';
import type { TextEdit } from '../../language/place';
import type { PolicyFindings } from '../../store/findings';
import type { Problem, QuickFix } from '../../ui/editor/marks';
import { firstLineOf, rangeOfSpan, type TextProblem } from './problems';

export interface Notice {
  readonly severity: Severity;
  readonly message: string;
  readonly path: string | undefined;
  readonly range: Problem['range'];
  /** The finding speaks of the policy as a whole, so that nothing is underlined. */
  readonly whole: boolean;
  readonly fixes: readonly Fix[];
  /** It changes nothing, as a whole. */
  readonly faded?: Problem['range'];
}

/**
 * The problem comes first. What the checks say of the same line would only repeat it, so only their fixes are taken;
 * while a text cannot be read, its lesser faults can wait.
 */
export function noticesOf(
  problem: TextProblem | undefined,
  { text, findings }: PolicyFindings,
): readonly Notice[] {
  const found = findings
    .filter(({ id }) => id !== 'json-syntax-error')
    .map(({ severity, message, path, span, fixes, faded }): Notice => {
      const range = rangeOfSpan(text, firstLineOf(text, span));
      const notice = { severity, message, path, range, whole: path === '', fixes };
      return faded === true ? { ...notice, faded: rangeOfSpan(text, span) } : notice;
    });
  if (!problem) return found;
  const errors = found.filter(({ severity }) => severity === 'error');
  const same = (notice: Notice): boolean => notice.range.startLine === problem.range.startLine;
  const fixes = errors.filter(same).flatMap((notice) => notice.fixes);
  return [
    { severity: 'error', ...problem, path: undefined, whole: false, fixes },
    ...errors.filter((notice) => !same(notice)),
  ];
}

const SEVERITY: Record<Severity, Problem['severity']> = {
  error: 'error',
  security: 'warning',
  warning: 'warning',
  suggestion: 'info',
};

/** A change to a text in the editor's terms. */
export function quickFixOf(text: string, title: string, edits: readonly TextEdit[]): QuickFix {
  return {
    title: title.replaceAll('`', ''),
    edits: edits.map((edit) => ({ range: rangeOfSpan(text, edit.span), text: edit.text })),
  };
}

/** The notices as underlined stretches of a text. */
export function problemsOf(text: string, notices: readonly Notice[]): readonly Problem[] {
  return notices.map(({ severity, message, range, whole, fixes, faded }) => ({
    range,
    message: message.replaceAll('`', ''),
    severity: SEVERITY[severity],
    unmarked: whole,
    ...(faded && { faded }),
    fixes: fixes.map((fix) => quickFixOf(text, fixTitle(fix), fix.edits)),
  }));
}

/** How many are wrong, and how many deserve a look. */
export function countNotices(severities: readonly Severity[]): {
  readonly errors: number;
  readonly warnings: number;
} {
  const errors = severities.filter((severity) => severity === 'error').length;
  const warnings = severities.filter((severity) => severity === 'security' || severity === 'warning').length;
  return { errors, warnings };
}
