/** What the case says of the question: whose policies, and which. */
import { useEffect, useMemo, useRef } from 'react';
import type { Policy, PolicyAddress, Scenario } from '../../case/scenario';
import { policiesAt, policyText } from '../../case/scenario';
import { parseArn } from '../../language/arn';
import { withValues } from '../../case/references';
import { useCase } from '../../store/selectors';
import { useTighten } from '../../store/tighten';
import type { TightenChoices, TightenState } from '../../store/tighten';

export interface CasePolicy {
  readonly address: PolicyAddress;
  readonly name: string;
  readonly text: string;
  readonly document: unknown;
}

const known = new WeakMap<Scenario['policies'], readonly CasePolicy[]>();

/** The identity-based policies that are on and can be read; the same list for the same policies. */
export function identityPolicies({ policies }: Scenario): readonly CasePolicy[] {
  const list = known.get(policies) ?? readPolicies(policies);
  known.set(policies, list);
  return list;
}

function readPolicies(policies: Scenario['policies']): readonly CasePolicy[] {
  return policiesAt(policies, 'identity').flatMap((policy, index) => {
    const document = documentOf(policy);
    if (policy.off === true || document === undefined) return [];
    return [
      {
        address: { layer: 'identity' as const, index },
        name: policy.name,
        text: policyText(policy),
        document,
      },
    ];
  });
}

function documentOf(policy: Policy): unknown {
  if (policy.text === undefined) return policy.document;
  try {
    return JSON.parse(policy.text) as unknown;
  } catch {
    return undefined;
  }
}

/** The user or role of the case: for a session, the role that it is of. */
export function holderOf({ request }: Scenario): string | undefined {
  if (request.role !== undefined && request.role !== '') return request.role;
  const arn = parseArn(request.principal);
  if (arn?.resource.startsWith('user/') === true || arn?.resource.startsWith('role/') === true)
    return request.principal;
  const role = /^assumed-role\/([^/]+)\//.exec(arn?.resource ?? '')?.[1];
  return arn === undefined || role === undefined
    ? undefined
    : `arn:${arn.partition}:iam::${arn.account}:role/${role}`;
}

/** Dropped where events tell what is needed; else nothing is taken away that no report speaks of. */
export function modeOf(choices: TightenChoices, texts: TightenState['texts']): 'safe' | 'tight' {
  return choices.mode ?? (texts.some(({ kind }) => kind === 'events') ? 'tight' : 'safe');
}

/** What the case gives to the question. */
export function useAskedCase(): {
  readonly policies: readonly CasePolicy[];
  readonly holder: string | undefined;
} {
  const scenario = useCase();
  return { policies: identityPolicies(scenario), holder: useMemo(() => holderOf(scenario), [scenario]) };
}

/** Asks the worker whenever the evidence, the choices or the policies are others; not again for having been elsewhere. */
export function useQuestion(shown: boolean): void {
  const { policies, holder } = useAskedCase();
  const { placeholders } = useCase();
  const { texts, ready, choices, ask } = useTighten();
  const answered = useRef<readonly unknown[]>([]);
  const key = useMemo(
    () => JSON.stringify([placeholders, ...policies.map(({ name, text }) => [name, text])]),
    [policies, placeholders],
  );
  useEffect(() => {
    // A worker that begins anew has forgotten the question.
    if (!ready || texts.length === 0) answered.current = [];
    const question = [texts, choices, key, holder];
    if (!shown || !ready || texts.length === 0 || question.every((one, at) => one === answered.current[at]))
      return;
    answered.current = question;
    const { principal, passRole, made, mode: _, ...rest } = choices;
    const whose = principal ?? holder;
    ask({
      ...rest,
      mode: modeOf(choices, texts),
      // References that have values are asked for with them; the result is shown with the references again.
      policies: policies.map(({ name, document }) => ({
        name,
        document: withValues(document, placeholders),
      })),
      now: new Date().toISOString(),
      ...(passRole !== undefined && { passRole }),
      ...(made !== undefined && { made }),
      ...(whose !== undefined && { principal: whose }),
    });
    // The key stands for the policies and their references: their objects are new with each edit of the case.
  }, [shown, ready, texts, choices, key, holder, ask]);
}
