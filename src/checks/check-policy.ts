/** The checks of one policy. */
import type { Catalog } from '../catalog/service-reference';
import type { Check, Problem } from './check';
import { CHECKS, CHECKS_OF_FORM } from './checks';
import { readForChecks } from './document';
import type { CheckedPolicy } from './document';
import type { Finding, Severity } from './finding';
import { jsonProblem } from './json';
import type { PolicyType } from './policy-type';

/** What is known beside the policy. Everything may be left out. */
export interface CheckOptions {
  /** Of the resource that a resource-based policy belongs to, as CloudFormation names it: `AWS::S3::Bucket`. */
  readonly resourceType?: string;
  /** The account of the resource, twelve digits. */
  readonly account?: string;
}

/** No list that anybody reads is longer. */
const MOST_OF_ONE_CHECK = 50;
const MOST = 1000;

/** Ten times what AWS takes of any policy. Beyond it only the form is checked. */
const LONGEST = 400_000;

const RANK: Readonly<Record<Severity, number>> = { error: 0, security: 1, warning: 2, suggestion: 3 };

function finding({ id, severity }: Check, problem: Problem): Finding {
  const { at, message, fixes = [], related, faded } = problem;
  return {
    id,
    severity: problem.severity ?? severity,
    path: at.path,
    span: at.span,
    message,
    fixes,
    ...(faded && { faded }),
    ...(related && related.length > 0 && { related: related.map(({ path, span }) => ({ path, span })) }),
  };
}

function take(check: Check, policy: CheckedPolicy): readonly Finding[] {
  const found: Finding[] = [];
  for (const problem of check.run(policy)) {
    found.push(finding(check, problem));
    if (found.length === MOST_OF_ONE_CHECK) break;
  }
  return found;
}

/**
 * What is wrong, dangerous or needless in a policy, in the order of the text. Never throws.
 *
 * Works on the text as it was typed. Of a text that is not JSON, the findings are the first place where it stops
 * being JSON, and what can be said of single values before that place. Without a catalog, or with one that has loaded
 * only some services, the checks that need the rest are silent.
 *
 * The checks are those of IAM Access Analyzer (IAM User Guide: "Access Analyzer policy check reference") and a few
 * more; docs/validation.md lists them. Of a text of more than 400,000 characters only the form is checked.
 */
export function checkPolicy(
  text: string,
  type: PolicyType,
  catalog?: Catalog,
  options: CheckOptions = {},
): Finding[] {
  const { resourceType, account } = options;
  const broken = jsonProblem(text);
  const policy = readForChecks(text, { type, catalog, resourceType, account });
  if (!policy) return broken ? [finding(CHECKS[0]!, broken)] : [];
  const checks = text.length > LONGEST ? CHECKS_OF_FORM : CHECKS;
  const wanted = checks.filter(({ types }) => types === undefined || types.includes(type));
  const found = wanted.flatMap((check) => take(check, policy));
  const told = broken ? beforeBreak(found, broken) : found;
  return told
    .sort((one, other) => one.span.offset - other.span.offset || RANK[one.severity] - RANK[other.severity])
    .slice(0, MOST);
}

/**
 * Of an unfinished text: errors in values that stand whole before the place where it breaks off. Everything else
 * might be put right by what is still to be typed.
 */
function beforeBreak(found: readonly Finding[], broken: Problem): Finding[] {
  const end = broken.at.span.offset;
  return found.filter(
    ({ id, severity, path, span, related = [] }) =>
      id === 'json-syntax-error' ||
      (severity === 'error' &&
        !/^(Statement(\[\d+\])?)?$/.test(path) &&
        [span, ...related.map((place) => place.span)].every((place) => place.offset + place.length <= end)),
  );
}
