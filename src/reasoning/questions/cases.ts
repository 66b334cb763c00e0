/** Two cases over all requests of their caller: everything that the flow chart looks at. */
import { LAYERS, isHidden } from '../../case/scenario';
import type { Layer, Policies, Scenario } from '../../case/scenario';
import { compilePolicy } from '../../engine/compile';
import { isTrust } from '../../case/layers';
import { accessIn } from '../access';
import { NOT_CONSIDERED } from '../comparison';
import type { Comparison } from '../comparison';
import { namesOf } from '../names';
import type { Names } from '../names';
import { Prover } from '../prover';
import type { Scope } from '../prover';
import { newWork } from '../work';
import { Space } from '../space';
import { addCase, caseScope, hiddenIn, settingOf } from '../stack/case';
import { compareSubjects, consideredOf } from './compare';
import type { CompareOptions } from './compare';

/** Questions about a case need to know which actions there are: their rules differ. */
export type CaseOptions = CompareOptions & Required<Pick<CompareOptions, 'catalog'>>;

/** A resource's policy that is not a role's is not asked about calls that take roles. */
function readsTrust({ resource }: Policies): boolean {
  if (resource === undefined || isHidden(resource) || resource.off === true) return true;
  return (
    compilePolicy(resource, 'trust').kind === 'readable' ||
    compilePolicy(resource, 'resource').kind === 'unreadable'
  );
}

export function scopeOfCases(cases: readonly Scenario[], space: Space): Scope {
  const scope = caseScope(cases[0]!, space.caller!);
  return cases.every(({ policies }) => readsTrust(policies))
    ? scope
    : { ...scope, keeps: (lower: string) => !isTrust(lower) };
}

const OF_CASES: readonly string[] = [
  ...NOT_CONSIDERED,
  'actions that AWS does not have yet',
  'resources of other partitions',
];

export function consideredOfCases(cases: readonly Scenario[], names: Names) {
  const hidden = [...new Set(cases.flatMap(({ policies }) => hiddenIn(policies)))];
  const supposed = hidden.map(
    (name) => `what ${name} cannot be read to say: examples suppose that nothing of it stops them`,
  );
  return { ...consideredOf(names, [...OF_CASES, ...supposed]), tiers: ['today'] as const };
}

/**
 * Compares two cases over all requests of their caller, on any resource and with any context: what does B allow that A
 * does not, and the other way round? The caller is A's; the resource's policy is taken to be that of every resource
 * asked about, as it is when the request of a case is changed. Names that AWS does not have are not asked about.
 * IAM User Guide: "Policy evaluation logic".
 */
export function compareCases(a: Scenario, b: Scenario, options: CaseOptions): Comparison {
  const names = namesOf(options.catalog);
  const work = newWork(options.stop, options.mostFormulas);
  const setting = settingOf(a);
  const isThrough = setting.endpoint === true && settingOf(b).endpoint === true;
  const space = new Space(options.catalog, { ...setting, endpoint: isThrough });
  const [one, other] = [
    addCase(space, names, a),
    addCase(space, names, { ...b, request: { ...b.request, ...callerIn(a) } }),
  ];
  const over = options.over && accessIn(space, options.over);
  const prover = new Prover(space, scopeOfCases([a, b], space), work, names);
  const asking = { prover, space, names, relationOnly: options.relationOnly === true, anyName: false, over };
  return compareSubjects(asking, one, other, work, consideredOfCases([a, b], names));
}

const callerIn = ({ request: { principal, role, user } }: Scenario) => ({
  principal,
  ...(role !== undefined && { role }),
  ...(user !== undefined && { user }),
});

/** What a layer takes away, and what it adds: the case without the layer as A, with it as B. */
export function impact(scenario: Scenario, layer: Layer, options: CaseOptions): Comparison {
  const policies = Object.fromEntries(
    LAYERS.filter((one) => one !== layer).map((one) => [one, scenario.policies[one]]),
  ) as Policies;
  return compareCases({ ...scenario, policies }, scenario, options);
}
