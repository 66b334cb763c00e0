/** A scenario with everything that names someone replaced, so that it can be shown to strangers. */
import type { ContextValue, Request, Scenario } from '../../engine/scenario';
import { mapOwn } from '../call/map-own';
import { evaluateCall, type CallEvaluation } from '../call/verdict';
import { mapPolicies } from '../map-policies';
import { isNameKey } from './keys';
import { maskPolicy } from './policy';
import type { Masks } from './text';
import { masks } from './text';

export interface Masked {
  readonly scenario: Scenario;
  /**
   * `names`: accounts, ARNs, addresses, identifiers and names. `identifiers`: without the names, because the verdict
   * hangs on how they are written. `nothing`: the verdict would change; the scenario is as it was.
   */
  readonly masked: 'names' | 'identifiers' | 'nothing';
}

/**
 * Masks the request, the policies, the context, the organization, the linked requests and the tests, each value the same wherever it stands.
 * Notes and titles lose what was masked elsewhere; what else they tell is for their author to check.
 * The verdict stays: it is compared, and where it would change less is masked.
 */
export function maskScenario(scenario: Scenario): Masked {
  const before = verdictOf(evaluateCall(scenario));
  for (const masked of ['names', 'identifiers'] as const) {
    const made = maskWith(scenario, masks(masked === 'names'));
    if (verdictOf(evaluateCall(made)) === before) return { scenario: made, masked };
  }
  return { scenario, masked: 'nothing' };
}

/** Of every request of the call. */
function verdictOf({ parts }: CallEvaluation): string {
  return JSON.stringify(
    parts.map(({ evaluation: { decision, decidedBy, missing } }) => [
      decision,
      decidedBy.map(({ layer, statement }) => [layer, statement]),
      missing,
    ]),
  );
}

function maskWith(scenario: Scenario, with_: Masks): Scenario {
  const { title, notes, request, policies, organization, tests, linked } = scenario;
  const maskedRequest = { ...request, ...maskRequest(request, with_) };
  return {
    ...scenario,
    request: maskedRequest,
    policies: mapPolicies(policies, (policy) => maskPolicy(policy, with_), with_.prose),
    ...(organization !== undefined && {
      organization: {
        ...(organization.id !== undefined && { id: with_.names(organization.id) }),
        ...(organization.managementAccount !== undefined && {
          managementAccount: with_.ids(organization.managementAccount),
        }),
      },
    }),
    ...(tests !== undefined && {
      tests: tests.map((test) => ({
        ...test,
        name: with_.prose(test.name),
        request: maskRequest(test.request, with_),
      })),
    }),
    ...(linked !== undefined && {
      linked: linked.map((one) => ({
        ...mapOwn(one, (policy) => maskPolicy(policy, with_), with_.prose),
        name: with_.prose(one.name),
        request: maskRequest(one.request, with_),
      })),
    }),
    ...(title !== undefined && { title: with_.prose(title) }),
    ...(notes !== undefined && { notes: with_.prose(notes) }),
  };
}

function maskRequest(request: Partial<Request>, with_: Masks): Partial<Request> {
  const { principal, role, user, resource, resourceAccount, context } = request;
  return {
    ...request,
    ...(principal !== undefined && { principal: with_.ids(principal) }),
    ...(role !== undefined && { role: with_.ids(role) }),
    ...(user !== undefined && { user: with_.ids(user) }),
    ...(resource !== undefined && { resource: with_.ids(resource) }),
    ...(resourceAccount !== undefined && { resourceAccount: with_.ids(resourceAccount) }),
    ...(context !== undefined && {
      context: Object.fromEntries(
        Object.entries(context).map(([key, value]) => [with_.ids(key), maskContext(key, value, with_)]),
      ),
    }),
  };
}

function maskContext(key: string, value: ContextValue, with_: Masks): ContextValue {
  const mask = isNameKey(key) ? with_.names : with_.ids;
  if (value === null) return null;
  return typeof value === 'string' ? mask(value) : value.map(mask);
}
