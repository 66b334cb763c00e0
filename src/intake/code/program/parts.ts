/** Variables of a program that hold a part of a policy, and the calls in which they stand. */
import { isChange, isOwner, sitesAt } from './changes';
import { calledName, type Expression } from './expression';
import type { Site } from './scan';
import { isDataSource } from './statement';
import { WRITES_JSON } from './value';

type Constants = ReadonlyMap<string, Expression>;

const MAKES = /^(?:PolicyStatement|PolicyDocument|fromJson|from_json)$/;

/** A variable that holds a statement or a document. */
export function isPart(name: string, constants: Constants): boolean {
  const value = constants.get(name);
  if (value?.kind !== 'call') return false;
  const called = calledName(value);
  return MAKES.test(called) || WRITES_JSON.test(called) || isDataSource(value);
}

/** The sites whose variables stand in other calls, which are no changes to them: they are read there. */
export function namedElsewhere(
  text: string,
  sites: readonly Site[],
  constants: Constants,
): ReadonlySet<Site> {
  const byName = new Map<string, Site[]>();
  for (const site of sites)
    if (site.declared !== undefined && isPart(site.declared, constants))
      byName.set(site.declared, [...(byName.get(site.declared) ?? []), site]);
  const found = new Set<Site>();
  if (byName.size === 0) return found;
  // One name for another.
  for (const [name, value] of constants) {
    const of = value.kind === 'name' ? byName.get(value.name) : undefined;
    if (of !== undefined) byName.set(name, of);
  }
  const around = sitesAt(sites);
  for (const { 0: name, index } of text.matchAll(/(?<![\w$.])[A-Za-z_$][\w$]*(?![\w$])(?!\s{0,200}=)/g)) {
    const other = byName.has(name) ? around(index) : undefined;
    if (other === undefined || isChange(calledName(other.call)) || isOwner(other.call, index)) continue;
    for (const site of byName.get(name)!) if (site !== other) found.add(site);
  }
  return found;
}
