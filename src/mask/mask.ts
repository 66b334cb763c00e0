/** A scenario with everything that names someone replaced, so that it can be shown to strangers. */
import { evaluate } from '../engine/evaluate';
import type { Evaluation } from '../engine/evaluation';
import type { AwsSaid, CaseBody, Scenario } from '../case/scenario';
import { mapOwn } from '../call/map-own';
import { evaluateCall } from '../call/verdict';
import { mapPolicies } from '../case/map-policies';
import { testScenario } from '../explain/run-tests';
import { maskPolicy } from './policy';
import { maskGuard, maskLesson } from './lesson';
import { maskRequest, maskS3, maskTest } from './request';
import { masks, type Depth, type Masks, type Replacement } from './text';

export type { Replacement } from './text';

export interface Masked {
  readonly scenario: Scenario;
  /**
   * `names`: accounts, ARNs, addresses, identifiers and names. `identifiers`: without the names, because the verdict
   * hangs on how they are written. `nothing`: the verdict would change; the scenario is as it was.
   */
  readonly masked: 'names' | 'identifiers' | 'nothing';
  /** What stands for what. It belongs to the person who masks and goes with no link. */
  readonly replaced: readonly Replacement[];
}

const DEPTHS: Readonly<Record<Depth, Masked['masked']>> = {
  every: 'names',
  sure: 'names',
  none: 'identifiers',
};

/**
 * Masks the request, the policies, the context, the organization, the settings, the linked requests and the tests,
 * each value the same wherever it stands. Title and notes lose what was masked elsewhere; what else they tell is for their author to check.
 * The verdicts of every request of the call and of every test stay: they are compared, and where one would change less is masked.
 */
export function maskScenario(scenario: Scenario): Masked {
  const before = verdictsOf(scenario);
  for (const depth of Object.keys(DEPTHS) as Depth[]) {
    const with_ = masks(depth);
    // The first pass meets every name, so that the second finds it in texts that came before.
    maskWith(scenario, with_);
    const made = maskWith(scenario, with_);
    if (verdictsOf(made) === before)
      return { scenario: made, masked: DEPTHS[depth], replaced: with_.replaced() };
  }
  return { scenario, masked: 'nothing', replaced: [] };
}

function verdictsOf(scenario: Scenario): string {
  const tested = (scenario.tests ?? []).map((test) => evaluate(testScenario(scenario, test)));
  const asked = evaluateCall(scenario).parts.map(({ evaluation }) => evaluation);
  return [...asked, ...tested].map(verdictOf).join();
}

function verdictOf({ decision, decidedBy, missing }: Evaluation): string {
  return JSON.stringify([decision, decidedBy.map(({ layer, statement }) => [layer, statement]), missing]);
}

function maskWith(scenario: Scenario, with_: Masks): Scenario {
  const { tests, before, chain, guards, lesson } = scenario;
  return {
    ...scenario,
    ...maskBody(scenario, with_),
    schema: 2,
    ...(tests !== undefined && { tests: tests.map((test) => maskTest(test, with_)) }),
    ...(before !== undefined && { before: maskBody(before, with_) }),
    ...(chain !== undefined && { chain: chain.map((step) => maskBody(step, with_)) }),
    ...(guards !== undefined && { guards: guards.map((guard) => maskGuard(guard, with_)) }),
    ...(lesson !== undefined && { lesson: maskLesson(lesson, with_) }),
  };
}

/** AWS's word goes on to be about the same request, and about the same policies. */
function maskSaid({ request, matched, ...said }: AwsSaid, with_: Masks): AwsSaid {
  return {
    ...said,
    request: { ...request, ...maskRequest(request, with_) },
    matched: matched.map(({ uri, sid, effect }) => ({
      uri: with_.names(uri),
      ...(sid !== undefined && { sid: with_.labels(sid) }),
      effect,
    })),
  };
}

/** One case by itself: the case, what it was before, a step of its chain. */
function maskBody(body: CaseBody, with_: Masks): CaseBody {
  const { title, notes, request, policies, organization, s3, linked, placeholders, aws } = body;
  return {
    ...body,
    request: { ...request, ...maskRequest(request, with_) },
    policies: mapPolicies(policies, (policy) => maskPolicy(policy, with_), with_.labels),
    ...(organization !== undefined && {
      organization: {
        ...(organization.id !== undefined && { id: with_.names(organization.id) }),
        ...(organization.managementAccount !== undefined && {
          managementAccount: with_.ids(organization.managementAccount),
        }),
      },
    }),
    ...(s3 !== undefined && { s3: maskS3(s3, with_) }),
    ...(linked !== undefined && {
      linked: linked.map((one) => ({
        ...mapOwn(one, (policy) => maskPolicy(policy, with_), with_.labels),
        name: with_.labels(one.name),
        request: maskRequest(one.request, with_),
        ...(one.s3 && { s3: maskS3(one.s3, with_) }),
      })),
    }),
    ...(placeholders !== undefined && {
      placeholders: Object.fromEntries(
        // The names stand in policies as well, and stay as they are there.
        Object.entries(placeholders).map(([name, value]) => [
          name,
          value === null ? null : with_.names(value),
        ]),
      ),
    }),
    ...(aws !== undefined && { aws: aws.map((said) => maskSaid(said, with_)) }),
    ...(title !== undefined && { title: with_.prose(title) }),
    ...(notes !== undefined && { notes: with_.prose(notes) }),
  };
}
