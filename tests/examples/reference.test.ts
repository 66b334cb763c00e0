import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { checkPolicy, type PolicyType } from '../../src/index';
import { listPolicies, policyText, type Layer } from '../../src/case/scenario';
import { EXAMPLES } from '../../src/examples';
import { viewsOf } from '../../src/call/view';
import { loadCatalog } from '../support/catalog';

/** Every request of every example, as it stands. */
const REQUESTS = EXAMPLES.flatMap(({ id, scenario }) =>
  viewsOf(scenario).map((view, at) => [at === 0 ? id : `${id}, ${at + 1}`, view] as const),
);

/** Placeholders of an ARN format stand for anything. */
function fits(format: string, arn: string): boolean {
  const pattern = format
    .split(/\$\{\w+\}/)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(arn);
}

/** The actions that a document writes out, without wildcards. */
function actionsOf(document: unknown): string[] {
  const { Statement } = document as { Statement: Readonly<Record<string, unknown>>[] };
  return [Statement]
    .flat()
    .flatMap(({ Action, NotAction }) => [Action ?? NotAction].flat() as string[])
    .filter((action) => !/[*?]/.test(action));
}

function typeOf(layer: Layer, action: string): PolicyType {
  if (layer !== 'resource') return layer;
  return action.startsWith('sts:') ? 'trust' : action.startsWith('kms:') ? 'key' : 'resource';
}

describe('the examples use AWS as it is', () => {
  let catalog: Catalog;
  beforeAll(async () => {
    catalog = await loadCatalog();
  });

  function lookUp(action: string) {
    const [prefix, name] = action.split(':') as [string, string];
    return catalog.service(prefix)?.actions.get(name.toLowerCase());
  }

  it.each(REQUESTS)('%s', (_, { request, policies }) => {
    const action = lookUp(request.action);
    expect(action, request.action).toBeDefined();
    const service = catalog.service(request.action.split(':')[0]!)!;
    const formats = action!.resourceTypes.flatMap(({ name }) => service.resourceTypes.get(name)?.arns ?? []);
    if (request.resource === '*') expect(formats).toEqual([]);
    else expect(formats.filter((format) => fits(format, request.resource))).not.toEqual([]);

    const written = listPolicies(policies).flatMap(({ policy }) =>
      policy.document === undefined ? [] : actionsOf(policy.document),
    );
    expect(written.filter((name) => lookUp(name) === undefined)).toEqual([]);
  });

  it('has only policies that AWS would accept, but for the one in the middle of an edit', () => {
    const refused = REQUESTS.flatMap(([id, { policies, request }]) =>
      listPolicies(policies)
        .filter(({ address, policy }) =>
          checkPolicy(policyText(policy), typeOf(address.layer, request.action), catalog).some(
            ({ severity }) => severity === 'error',
          ),
        )
        .map(({ policy }) => `${id}: ${policy.name}`),
    );
    expect(refused).toEqual(['half-edited: ReportWriterAccess']);
  });
});
