/** What the case says of the question: whose policies, and which. */
import { useEffect, useMemo } from 'react';
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

/** The identity-based policies that are on and can be read. */
export function identityPolicies({ policies }: Scenario): readonly CasePolicy[] {
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

/** Asks the worker whenever the evidence, the choices or the policies are others. */
export function useQuestion(shown: boolean): {
  readonly policies: readonly CasePolicy[];
  readonly holder: string | undefined;
} {
  const scenario = useCase();
  const policies = useMemo(() => identityPolicies(scenario), [scenario]);
  const holder = useMemo(() => holderOf(scenario), [scenario]);
  const { texts, ready, choices, ask } = useTighten();
  const { placeholders } = scenario;
  const key = useMemo(
    () => JSON.stringify([placeholders, ...policies.map(({ name, text }) => [name, text])]),
    [policies, placeholders],
  );
  useEffect(() => {
    if (!shown || !ready || texts.length === 0) return;
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
  return { policies, holder };
}
