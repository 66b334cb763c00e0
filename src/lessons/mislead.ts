/** Which beliefs would have misled someone in a case: each with what it looks for, and the answer that it leads to. */
import type { LessonClaim } from '../case/lesson-block';
import type { Layer, Scenario } from '../case/scenario';
import { isTrust, serviceOf } from '../case/layers';
import type { Evaluation, Step } from '../engine/evaluation';
import { MISCONCEPTIONS, type MisconceptionId } from './misconceptions';

export interface MisleadingAnswer {
  readonly belief: MisconceptionId;
  readonly text: string;
  readonly claims: LessonClaim;
  readonly say: string;
}

interface Lure {
  readonly belief: MisconceptionId;
  readonly text: string;
  readonly claims: LessonClaim;
  /** Would someone who believes it be misled here? */
  readonly when: (facts: Facts) => boolean;
}

interface Facts {
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
  readonly step: (layer: Layer) => Step | undefined;
  readonly allows: (layer: Layer) => boolean;
}

const ALLOWED: LessonClaim = { decision: 'Allowed' };
const SILENT: LessonClaim = { decision: 'ImplicitlyDenied' };
const DENIED: LessonClaim = { decision: 'ExplicitlyDenied' };

/** The most telling first. */
const LURES: readonly Lure[] = [
  {
    belief: 'M26',
    text: 'Allowed: the resource’s policy lets the caller in, and that is enough.',
    claims: ALLOWED,
    when: ({ evaluation, allows }) => evaluation.crossAccount && allows('resource'),
  },
  {
    belief: 'M15',
    text: 'Allowed: the caller’s own policies allow assuming the role.',
    claims: ALLOWED,
    when: ({ scenario, allows }) => isTrust(scenario.request.action) && allows('identity'),
  },
  {
    belief: 'M14',
    text: 'Allowed: inside one account one Allow is enough.',
    claims: ALLOWED,
    when: ({ scenario, allows }) => serviceOf(scenario.request.action) === 'kms' && allows('identity'),
  },
  {
    belief: 'M13',
    text: 'Allowed: nobody can limit the root user.',
    claims: ALLOWED,
    when: ({ evaluation }) => evaluation.principal.kind === 'root',
  },
  {
    belief: 'M28',
    text: 'Allowed: the account is named, and the caller is of the account.',
    claims: ALLOWED,
    when: ({ step }) => step('resource')?.grant === 'account',
  },
  {
    belief: 'M22',
    text: 'Allowed: the permissions boundary allows it.',
    claims: ALLOWED,
    when: ({ allows }) => allows('boundary') && !allows('identity'),
  },
  {
    belief: 'M16',
    text: 'Allowed: the organization’s policies allow it.',
    claims: ALLOWED,
    when: ({ allows }) => allows('scp') && !allows('identity'),
  },
  {
    belief: 'M25',
    text: 'Allowed: the session policy allows it.',
    claims: ALLOWED,
    when: ({ allows }) => allows('session') && !allows('identity'),
  },
  {
    belief: 'M31',
    text: 'Denied: what the request does not carry counts as false, and a Deny asks for it.',
    claims: DENIED,
    when: ({ evaluation }) => evaluation.keysRead.length > 0 && evaluation.decision === 'Allowed',
  },
  {
    belief: 'M20',
    text: 'Allowed: a Deny cannot apply whose key is not in the request.',
    claims: ALLOWED,
    when: ({ evaluation }) => evaluation.keysRead.length > 0 && evaluation.decision === 'ExplicitlyDenied',
  },
  {
    belief: 'M01',
    text: 'Allowed: a statement that fits allows it.',
    claims: ALLOWED,
    when: ({ evaluation, allows }) =>
      evaluation.decision === 'ExplicitlyDenied' && (allows('identity') || allows('resource')),
  },
  {
    belief: 'M27',
    text: 'Denied: the caller’s own policies must allow it as well.',
    claims: SILENT,
    when: ({ evaluation, allows }) => !evaluation.crossAccount && allows('resource') && !allows('identity'),
  },
  {
    belief: 'M23',
    text: 'Denied: it is outside the permissions boundary.',
    claims: { ...SILENT, missing: 'boundary' },
    when: ({ scenario, allows }) => scenario.policies.boundary !== undefined && !allows('boundary'),
  },
  {
    belief: 'M03',
    text: 'Allowed: nothing denies it.',
    claims: ALLOWED,
    when: ({ evaluation }) => evaluation.decision === 'ImplicitlyDenied',
  },
  {
    belief: 'M03',
    text: 'Denied: a Deny applies.',
    claims: DENIED,
    when: ({ evaluation }) => evaluation.decision === 'ImplicitlyDenied',
  },
  { belief: 'M35', text: 'Denied: no policy allows it.', claims: SILENT, when: () => true },
  { belief: 'M02', text: 'Allowed: the most exact policy decides.', claims: ALLOWED, when: () => true },
];

/** Answers that a belief leads to in this case, the most telling first; one for each verdict and reason. */
export function beliefsThatMislead(scenario: Scenario, evaluation: Evaluation): readonly MisleadingAnswer[] {
  const step = (layer: Layer): Step | undefined => evaluation.steps.find(({ id }) => id === layer);
  const facts: Facts = {
    scenario,
    evaluation,
    step,
    allows: (layer) => {
      const outcome = step(layer)?.outcome.kind;
      return outcome === 'allows' || outcome === 'passes';
    },
  };
  return LURES.filter(({ when }) => when(facts)).map(({ belief, text, claims }) => ({
    belief,
    text,
    claims,
    say: MISCONCEPTIONS[belief].so,
  }));
}
