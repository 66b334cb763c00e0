/**
 * What only a proof over all requests tells of statements: that several of the others together leave one without effect.
 * The ids are those of the checks that read the text alone (`contradictions.ts`, `redundancy.ts`).
 */
import type { Catalog } from '../catalog/service-reference';
import { remove } from '../language/edits';
import type { PolicyForm } from '../language/forms';
import { lastingDead } from '../reasoning/questions/lasting-dead';
import type { LastingDead } from '../reasoning/questions/lasting-dead';
import { readForChecks } from './document';
import type { CheckedPolicy, Statement } from './document';
import { fix } from './finding';
import type { Finding } from './finding';
import type { PolicyType } from './policy-type';
import { listedCode } from './words';

/** Nothing that people edit by hand is longer; AWS takes no identity-based policy that is. */
const LONGEST = 20_480;
const MOST_STATEMENTS = 60;
/** Formulas that are looked at, and looks at the clock of the search: a tenth of a second or so. */
const MOST_FORMULAS = 4000;
const MOST_STEPS = 400;

const formOf = (type: PolicyType): PolicyForm => (type === 'key' ? 'resource' : type);

/** A statement that something else is said of already needs no second word. */
function isTold({ span, path }: Statement, known: readonly Finding[]): boolean {
  return known.some(
    (one) =>
      (one.severity === 'error' ||
        (one.faded === true && one.path === path) ||
        one.id === 'resource-mismatch') &&
      one.span.offset >= span.offset &&
      one.span.offset + one.span.length <= span.offset + span.length,
  );
}

function findingOf(dead: LastingDead, statement: Statement, policy: CheckedPolicy): Finding {
  const by = dead.by.map((at) => policy.statements[at]!);
  const names = listedCode(by.map(({ path }) => path));
  const together = by.length > 1 ? ' together' : '';
  const many = by.length > 1;
  const isAlone = policy.statements.length === 1;
  const whole = {
    path: statement.path,
    span: statement.span,
    faded: true,
    fixes: isAlone ? [] : [fix('Remove this statement', remove(statement.node))],
    ...(by.length > 0 && { related: by.map(({ path, span }) => ({ path, span })) }),
  } as const;
  switch (dead.why) {
    case 'neverApplies':
      return {
        ...whole,
        id: 'statement-never-matches',
        severity: 'warning',
        message:
          'The statement never applies: its elements and conditions exclude each other, so no request meets all of them. Widen one of them, or remove the statement.',
      };
    case 'denied':
      return {
        ...whole,
        id: 'statement-never-matches',
        severity: 'warning',
        message: `The statement has no effect: ${names}${together} ${many ? 'deny' : 'denies'} everything that it allows, and a Deny always wins. Narrow the Deny, or remove this statement.`,
      };
    case 'alreadyAllowed':
    case 'alreadyDenied':
    case 'nothingToDeny': {
      const does = dead.why === 'alreadyAllowed' ? 'allows' : 'denies';
      return {
        ...whole,
        id: 'redundant-statement',
        severity: 'suggestion',
        message: `The statement changes nothing: whatever it ${does}, ${names}${together} already ${many ? 'settle' : 'settles'}. Remove it, or narrow the others if less was meant.`,
      };
    }
  }
}

/**
 * The findings that a proof adds to those of `checkPolicy` (`known`), each with a fix that removes one statement. Only
 * what holds for every request, also of actions that AWS may add, is told; what takes too long to decide is not. Asked
 * by itself, because it takes longer than the checks.
 */
export function provenFindings(
  text: string,
  type: PolicyType,
  known: readonly Finding[],
  catalog?: Catalog,
): readonly Finding[] {
  if (text.length > LONGEST || known.some(({ id }) => id === 'json-syntax-error')) return [];
  const policy = readForChecks(text, { type, catalog, resourceType: undefined, account: undefined });
  if (!policy || policy.statements.length === 0 || policy.statements.length > MOST_STATEMENTS) return [];
  let steps = 0;
  const dead = lastingDead(text, formOf(type), {
    ...(catalog && { catalog }),
    mostFormulas: MOST_FORMULAS,
    stop: () => (steps += 1) > MOST_STEPS,
  });
  return dead.flatMap((one) => {
    const statement = policy.statements[one.statement];
    return statement && !isTold(statement, known) ? [findingOf(one, statement, policy)] : [];
  });
}
