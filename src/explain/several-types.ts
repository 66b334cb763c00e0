/**
 * A call that AWS checks on resources of several types: which they are besides the one asked about, and on which of
 * them no identity-based policy of the case allows it.
 */
import { patternOf } from '../catalog/service-lookup';
import type { Catalog, ResourceType } from '../catalog/service-reference';
import { otherResourceTypes } from '../catalog/several-types';
import type { Evaluation, PolicyTrace } from '../engine/evaluation';
import { policyAt, policyText, type Scenario } from '../case/scenario';
import { firstFiveColons } from '../language/arn';
import { readPolicyText } from '../language/document';
import { globCovers, globsMeet } from '../language/glob-relations';
import type { ListNode } from '../language/policy';

export interface SeveralTypes {
  /** The type of the request's resource. */
  readonly type: string;
  /** Does AWS say that each is checked, or does its reference only list them? */
  readonly known: 'each' | 'listed';
  /** The other types that AWS checks in the same call. */
  readonly others: readonly string[];
  /** Those of them on which no identity-based policy allows the action; empty too where that cannot be told. */
  readonly uncovered: readonly string[];
}

/** Undefined where AWS checks the one resource alone, or nothing is known of the action. */
export function severalTypes(
  scenario: Scenario,
  evaluation: Evaluation,
  catalog: Catalog,
): SeveralTypes | undefined {
  const { action, resource } = scenario.request;
  const found = otherResourceTypes(action, resource, catalog);
  if (!found) return undefined;
  const allowed = allowedResources(scenario, evaluation);
  const partition = resource.split(':')[1]!;
  const formOf = (format: string): string => patternOf(format.replace('${Partition}', partition));
  const covers = ({ arns }: ResourceType): boolean =>
    arns.some((format) => allowed!.some((node) => mayName(node, formOf(format))));
  const uncovered = allowed && found.known === 'each' ? found.required.filter((type) => !covers(type)) : [];
  const names = (types: readonly ResourceType[]): readonly string[] => types.map(({ name }) => name);
  return { type: found.type, known: found.known, others: names(found.required), uncovered: names(uncovered) };
}

/** The six parts of an ARN or its pattern; a pattern that runs over several parts has fewer. */
function partsOf(text: string): readonly string[] | undefined {
  const colons = firstFiveColons(text);
  return colons && [0, ...colons.map((at) => at + 1)].map((start, part) => text.slice(start, colons[part]));
}

/** By parts: as a whole, `…:instance/*` and the form of an image would meet in an odd `…:instance/a:image/b`. */
function eachPart(value: string, form: string, test: (value: string, form: string) => boolean): boolean {
  const [one, other] = [partsOf(value), partsOf(form)];
  return one && other ? one.every((part, at) => test(part, other[at]!)) : test(value, form);
}

/** Can the element name a resource of this form? A variable may stand for anything. */
function mayName(node: ListNode, form: string): boolean {
  const values = node.values.map((value) => value.replace(/\$\{[^}]*\}/g, '*'));
  return node.not
    ? !values.some((value) => eachPart(value, form, globCovers))
    : values.some((value) => eachPart(value, form, globsMeet));
}

/**
 * The Resource elements of the identity-based Allows for this action; undefined where some policy cannot be seen or
 * read, or where the caller has none of its own.
 */
function allowedResources(scenario: Scenario, evaluation: Evaluation): readonly ListNode[] | undefined {
  const step = evaluation.steps.find(({ id }) => id === 'identity');
  const policies = step?.levels.flatMap((level) => level.policies) ?? [];
  const outOfSight =
    scenario.policies.identity === 'unknown' || policies.some(({ state }) => state === 'unreadable');
  if (step === undefined || outOfSight || step.outcome.kind === 'notInPlay') return undefined;
  return policies.flatMap((policy) => allowsIn(policy, scenario));
}

function allowsIn({ address, statements }: PolicyTrace, scenario: Scenario): readonly ListNode[] {
  const policy = policyAt(scenario.policies, address);
  const read = policy && readPolicyText(policyText(policy), 'identity');
  if (read?.kind !== 'readable') return [];
  return statements.flatMap(({ effect, elements, statement }) => {
    const asks = elements.some(
      ({ element, truth }) => (element === 'Action' || element === 'NotAction') && truth === 'yes',
    );
    const node = read.tree.statements[statement]?.resource;
    return effect === 'Allow' && asks && node ? [node] : [];
  });
}
