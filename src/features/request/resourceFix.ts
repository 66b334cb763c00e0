/** How a resource that its action does not work on becomes one that it does. */
import { fillTemplate, readTemplate } from '../../catalog/arn-template';
import { resourceFit, typesOfAction } from '../../catalog/resource-fit';
import { splitAction } from '../../catalog/service-lookup';
import type { Catalog } from '../../catalog/service-reference';
import type { Scenario } from '../../case/scenario';
import { isFilled, startingParts, type ResourceParts } from './resourceParts';

export type ResourceFix =
  /** All that the right form needs stands in what is there: the bucket of an object. */
  | { readonly kind: 'use'; readonly resource: string }
  /** Something has to be named: the object of a bucket. */
  | { readonly kind: 'form'; readonly type: string };

/** The parts that the present resource gives, by the form of its own type. */
function partsOf(catalog: Catalog, { action, resource }: Scenario['request'], type: string): ResourceParts {
  const service = catalog.service(splitAction(action)?.prefix ?? '');
  for (const format of service?.resourceTypes.get(type)?.arns ?? []) {
    const parts = readTemplate(format, resource);
    if (parts) return parts;
  }
  return {};
}

/** Undefined when there is nothing to mend, or nothing is known. */
export function resourceFix(
  catalog: Catalog | undefined,
  scenario: Scenario,
  account: string | undefined,
): ResourceFix | undefined {
  const { request } = scenario;
  const fit = catalog && resourceFit(catalog, request.action, request.resource);
  if (!fit || fit.kind === 'fits') return undefined;
  if (fit.kind === 'noResources') return { kind: 'use', resource: '*' };
  const wanted = fit.wanted[0]!;
  const formats = typesOfAction(catalog, request.action)?.find(({ name }) => name === wanted)?.arns ?? [];
  if (fit.kind === 'otherType' && fit.type !== undefined) {
    const present = partsOf(catalog, request, fit.type);
    for (const format of formats) {
      const parts = { ...startingParts(format, scenario, account), ...present };
      if (isFilled(format, parts)) return { kind: 'use', resource: fillTemplate(format, parts) };
    }
  }
  return { kind: 'form', type: wanted };
}
