import { beforeAll, describe, expect, it } from 'vitest';
import { fillTemplate, templateParts } from '../../src/catalog/arn-template';
import type { Catalog, ServiceAction } from '../../src/catalog/service-reference';
import { otherResourceTypes } from '../../src/catalog/several-types';
import { resourceFit } from '../../src/catalog/resource-fit';
import { alwaysNeeds, mayNeedMore } from '../../src/catalog/also-needs';
import { loadCatalog } from '../support/catalog';

/**
 * Every action of the reference, asked about a resource of each of its types: what is said of further resources must
 * follow from the action's own row, and from a page of AWS where it is said to be certain.
 */
let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

/** Services whose guides say that each resource of a call is checked: the list is kept here a second time on purpose. */
const CHECKED_ON_EACH = ['ec2', 'glue', 'kms'];

const KNOWN: Readonly<Record<string, string>> = {
  Partition: 'aws',
  Region: 'eu-west-1',
  Account: '111122223333',
};
/** An ARN of a format, each of its parts with some value. */
const arnOf = (format: string): string =>
  fillTemplate(format, Object.fromEntries(templateParts(format).map((name) => [name, KNOWN[name] ?? 'x1'])));

interface Asked {
  readonly service: string;
  readonly row: ServiceAction;
  readonly resource: string;
}

function everything(): readonly Asked[] {
  return catalog.services().flatMap(({ prefix }) => {
    const service = catalog.service(prefix);
    if (service === undefined) return [];
    return [...service.actions.values()].flatMap((row) =>
      row.resourceTypes.flatMap(({ name }) =>
        (service.resourceTypes.get(name)?.arns ?? []).slice(0, 1).map((arn) => ({
          service: prefix,
          row,
          resource: arnOf(arn),
        })),
      ),
    );
  });
}

describe('“AWS checks besides”, for every action of the reference', () => {
  it('is said only of types that the action’s row requires, and as certain only where a page says so', () => {
    const asked = everything();
    expect(asked.length).toBeGreaterThan(5_000);
    const said = asked.flatMap(({ service, row, resource }) => {
      const action = `${service}:${row.name}`;
      const found = otherResourceTypes(action, resource, catalog);
      return found === undefined ? [] : [{ service, row, resource, action, found }];
    });
    expect(said.length).toBeGreaterThan(200);
    const faults = said.flatMap(({ service, row, resource, action, found }) => {
      const required = row.resourceTypes.filter((entry) => entry.required).map(({ name }) => name);
      const fit = resourceFit(catalog, action, resource);
      const others = found.required.map(({ name }) => name);
      return [
        required.length < 2 && 'one type at most is required',
        others.length === 0 && 'no other type is named',
        others.some((name) => !required.includes(name)) && 'a type is named that the row does not require',
        others.includes(found.type) && 'the type of the request is named as another',
        fit?.kind !== 'fits' && 'the resource is of none of the types',
        found.known === 'each' && !CHECKED_ON_EACH.includes(service) && 'no page says that each is checked',
        /^(?:un)?tag/i.test(row.name) && 'a tag is set on one resource',
      ]
        .filter((fault) => fault !== false)
        .map((fault) => `${action} on ${resource}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it('is said of every action of those services with several required types, whichever is asked about', () => {
    const missing = everything().flatMap(({ service, row, resource }) => {
      const action = `${service}:${row.name}`;
      const required = row.resourceTypes.filter((entry) => entry.required);
      const fit = resourceFit(catalog, action, resource);
      const asks =
        CHECKED_ON_EACH.includes(service) &&
        fit?.kind === 'fits' &&
        required.some(({ name }) => name !== fit.type) &&
        required.length > 1 &&
        !/tag/i.test(row.name);
      return asks && otherResourceTypes(action, resource, catalog)?.known !== 'each' ? [action] : [];
    });
    expect([...new Set(missing)]).toEqual([]);
  });

  it('names a second action only where both are in the reference', () => {
    const rows = [...new Set(everything().map(({ service, row }) => `${service}:${row.name}`))];
    const needing = rows.flatMap((action) => {
      const other = alwaysNeeds(action);
      return other === undefined ? [] : [{ action, other }];
    });
    expect(needing.length).toBeLessThan(10);
    for (const { action, other } of needing) {
      const named = [...other.matchAll(/`([a-z\d-]+):(\w+)`/g)];
      expect(named.length, action).toBeGreaterThan(0);
      for (const [whole, prefix, name] of named)
        expect(catalog.service(prefix!)?.actions.has(name!.toLowerCase()), `${action} needs ${whole}`).toBe(
          true,
        );
      expect(mayNeedMore(action), action).toBe(true);
    }
    expect(alwaysNeeds('s3:GetObjectAcl')).toBeUndefined();
    expect(mayNeedMore('iam:ListUsers')).toBe(false);
  });
});
