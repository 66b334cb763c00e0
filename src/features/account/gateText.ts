/** The words of the policies that let the request of a gate through: their statements, line by line, with what they are wide in. */
import { addressKey, listPolicies, policyText, type Scenario } from '../../case/scenario';
import { evaluate } from '../../engine/evaluate';
import type { StatementTrace } from '../../engine/evaluation';
import type { AccountOverview } from '../../audit/account/overview';
import { globMatches, globOf } from '../../language/glob';
import { positionAt } from '../../language/place';
import { spanOfPath, statementSpans } from '../../language/spans';

export interface GateLine {
  readonly number: number;
  readonly text: string;
  /** The pattern stands on it by which the resource fits. */
  readonly fits: boolean;
}

export interface GateStatement {
  readonly key: string;
  readonly policy: string;
  /** A group by which it is held. */
  readonly via: string | undefined;
  readonly lines: readonly GateLine[];
  /** The pattern by which the resource fits, where a wildcard is in it. */
  readonly wide: string | undefined;
}

function tracesOf(scenario: Scenario): readonly StatementTrace[] {
  const { decision, steps } = evaluate(scenario);
  const found = new Map<string, StatementTrace>();
  const all = steps.flatMap(({ levels }) => levels.flatMap(({ policies }) => policies));
  for (const one of all.flatMap(({ statements }) => statements)) {
    const counts = decision === 'Allowed' ? one.decided : one.effect === 'Allow' && one.truth !== 'no';
    if (counts) found.set(`${addressKey(one.address)} ${one.statement}`, one);
  }
  return [...found.values()];
}

/** The statements by which the request is allowed, or may be. */
export function gateStatements(scenario: Scenario): readonly GateStatement[] {
  const all = listPolicies(scenario.policies);
  return tracesOf(scenario).flatMap((trace): readonly GateStatement[] => {
    const key = addressKey(trace.address);
    const policy = all.find(({ address }) => addressKey(address) === key)?.policy;
    if (policy === undefined) return [];
    const text = policyText(policy);
    const span = statementSpans(text)[trace.statement];
    if (span === undefined) return [];
    const lineAt = (offset: number): number => positionAt(text, offset).line;
    const [from, to] = [lineAt(span.offset), lineAt(span.offset + span.length)];
    const fit = trace.elements.flatMap(({ reason }) =>
      reason.kind === 'resourceMatched' ? [reason] : [],
    )[0];
    const place = fit && spanOfPath(text, fit.path);
    const fitsAt = place && lineAt(place.offset);
    const lines = text.split(/\r?\n/).slice(from - 1, to);
    return [
      {
        key: `${key} ${trace.statement}`,
        policy: policy.name,
        via: policy.via,
        lines: lines.map((line, at) => ({ number: from + at, text: line, fits: from + at === fitsAt })),
        wide: fit !== undefined && /[*?]/.test(fit.pattern) ? fit.pattern : undefined,
      },
    ];
  });
}

/** Roles of the account that a pattern covers, and which of them are administrators. */
export function coveredRoles(
  pattern: string,
  { principals }: AccountOverview,
  admins: ReadonlySet<string>,
): { readonly roles: number; readonly admins: readonly string[] } {
  const glob = globOf(pattern);
  const roles = principals.filter(({ kind, arn }) => kind === 'role' && globMatches(glob, arn));
  return {
    roles: roles.length,
    admins: roles.filter(({ arn }) => admins.has(arn)).map(({ name }) => name),
  };
}
