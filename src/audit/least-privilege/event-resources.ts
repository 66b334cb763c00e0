/**
 * What a need of an event was for, as ARNs: the event's own list where it fits, else every id in its parameters, else
 * what AWS answered, else everything of the type in the event's Region and account.
 */
import { fittingTypes } from '../../catalog/resource-fit';
import { actionDetails, splitAction } from '../../catalog/service-lookup';
import type { Catalog, ResourceType } from '../../catalog/service-reference';
import { templateParts } from '../../catalog/arn-template';
import type { CallNeed } from '../../intake/evidence/event-actions';
import type { JsonObject } from '../../intake/evidence/values';
import { at, isObject, listAt, textAt } from '../../intake/evidence/values';
import { placeOf } from '../../intake/evidence/event-place';
import type { EventPlace } from '../../intake/evidence/event-place';
import { valuesByName } from './parameters';
import { special } from './special-names';
import type { Values } from './parameters';
import { PARAMETERS } from './resource-names';

export interface NeededResources {
  readonly arns: readonly string[];
  /** The event names them; else they are the widest that the action works on. */
  readonly named: boolean;
}

const ANYTHING: NeededResources = { arns: ['*'], named: true };

/** More ids than this in one event are taken as all of the type. */
const MOST = 200;

export function resourcesOf(catalog: Catalog, event: JsonObject, need: CallNeed): NeededResources {
  const types = typesOf(catalog, need.action);
  if (types.length === 0) return ANYTHING;
  const own = need.parameters;
  const listed = own === undefined ? fromList(catalog, event, need.action) : [];
  if (listed.length > 0) return { arns: listed, named: true };
  const parameters = own ?? at(event, 'requestParameters');
  const place = placeOf(event);
  if (isObject(parameters)) {
    const found = fromParameters(catalog, need.action, types, parameters, place);
    const open = new Set(types.map(({ type }) => widestOf(type, place)));
    if (found.length > 0) return { arns: found, named: !found.some((arn) => open.has(arn)) };
  }
  if (own !== undefined && Object.keys(own).length > 0 && listed.length === 0) {
    const other = fromList(catalog, event, need.action);
    if (other.length > 0) return { arns: other, named: true };
  }
  const answered = /:(?:Create|Run|Register|Publish|Allocate|Import|Copy|Start)/.test(need.action)
    ? arnsIn(at(event, 'responseElements')).filter((arn) => fits(catalog, need.action, arn))
    : [];
  if (answered.length > 0) return { arns: [...new Set(answered)], named: true };
  return { arns: widest(types, place), named: false };
}

interface TypeOfAction {
  readonly type: ResourceType;
  readonly required: boolean;
}

function typesOf(catalog: Catalog, action: string): readonly TypeOfAction[] {
  const service = catalog.service(splitAction(action)?.prefix ?? '');
  const row = actionDetails(catalog, action);
  return (row?.resourceTypes ?? []).flatMap(({ name, required }) => {
    const type = service?.resourceTypes.get(name);
    return type === undefined || type.arns.length === 0 ? [] : [{ type, required }];
  });
}

const fitsKnown = new WeakMap<Catalog, Map<string, boolean>>();

function fits(catalog: Catalog, action: string, arn: string): boolean {
  let known = fitsKnown.get(catalog);
  if (known === undefined) fitsKnown.set(catalog, (known = new Map<string, boolean>()));
  const key = `${action} ${arn}`;
  let answer = known.get(key);
  if (answer === undefined) {
    answer = fittingTypes(catalog, action, arn) !== undefined;
    if (known.size > 100_000) known.clear();
    known.set(key, answer);
  }
  return answer;
}

/** S3 lists object and bucket, and a prefix in place of an ARN where the keys are not told. */
function fromList(catalog: Catalog, event: JsonObject, action: string): readonly string[] {
  const resources = listAt(event, 'resources');
  const arns = resources
    .flatMap((entry) => textAt(entry, 'ARN') ?? textAt(entry, 'arn') ?? [])
    .filter((arn) => fits(catalog, action, arn));
  if (arns.length > 0) return [...new Set(arns)].slice(0, MOST);
  const prefixes = resources
    .flatMap((entry) => textAt(entry, 'ARNPrefix') ?? [])
    .map((prefix) => `${prefix}*`)
    .filter((arn) => fits(catalog, action, arn));
  return [...new Set(prefixes)];
}

/** Every ARN of the right type, then every id that fills a format; optional types only where they are named in full. */
function fromParameters(
  catalog: Catalog,
  action: string,
  types: readonly TypeOfAction[],
  parameters: JsonObject,
  place: EventPlace,
): readonly string[] {
  const values = valuesByName(parameters);
  const arns = [
    ...new Set(values.all.filter((value) => value.startsWith('arn:') && fits(catalog, action, value))),
  ];
  const prefix = splitAction(action)?.prefix ?? '';
  const someRequired = types.some(({ required }) => required);
  const found = new Set(arns.map((arn) => forPolicy(prefix, arn)));
  let told = arns.length > 0;
  for (const { type, required } of types) {
    const made =
      special(prefix, type, values, place) ?? filled(type, values, place, required || !someRequired);
    // A model is one of many kinds, and the call names it: the other kinds are not asked about.
    if (made.length > 0 && prefix === 'bedrock') return made;
    if (made.length > 0) told = true;
    const covered = made.length === 0 && arns.some((arn) => fittingType(catalog, action, arn) === type.name);
    if (made.length > 0) made.forEach((arn) => found.add(arn));
    else if (required && !covered && types.filter((entry) => entry.required).length > 1)
      found.add(widestOf(type, place));
  }
  return told ? withoutCovered([...found]).slice(0, MOST) : [];
}

function fittingType(catalog: Catalog, action: string, arn: string): string | undefined {
  return fittingTypes(catalog, action, arn)?.[0]?.name;
}

/** What another entry of the list covers by its final `*` adds nothing. */
function withoutCovered(arns: readonly string[]): readonly string[] {
  return arns.filter(
    (arn) =>
      !arns.some((other) => other !== arn && other.endsWith('*') && arn.startsWith(other.slice(0, -1))),
  );
}

const BOUNDED: ReadonlySet<string> = new Set(['Partition', 'Region', 'Account']);

/** The format with every id that the parameters hold for it. `partly`: parts that are not told become `*`. */
function filled(type: ResourceType, values: Values, place: EventPlace, partly: boolean): readonly string[] {
  const format = type.arns[0]!;
  const parts = templateParts(format).filter((part) => !BOUNDED.has(part));
  if (parts.length === 0) return [];
  const known = parts.map((part) => namesFor(part, values));
  const told = known.filter((names) => names.length > 0).length;
  if (told === 0 || (told < parts.length && !partly)) return [];
  // The last part alone says nothing without what holds it: a key without its bucket.
  if (known[0]!.length === 0 && parts.length > 1) return [];
  let arns: string[] = [inPlace(format, place)];
  parts.forEach((part, index) => {
    const names = known[index]!.length > 0 ? known[index]! : ['*'];
    arns = arns.flatMap((arn) => names.map((name) => arn.replace(`\${${part}}`, () => name))).slice(0, MOST);
  });
  return [...new Set(arns)];
}

function namesFor(part: string, values: Values): readonly string[] {
  const names = Object.hasOwn(PARAMETERS, part) ? PARAMETERS[part]! : [part.toLowerCase()];
  for (const name of names) {
    const found = (values.byName.get(name) ?? []).filter(
      (value) => !value.includes(':') && value.length <= 1_024,
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** How a policy writes what the call names: a log group's ARN ends in `:*` there. */
function forPolicy(prefix: string, arn: string): string {
  return prefix === 'logs' && /:log-group:[^:*]+$/.test(arn) ? `${arn}:*` : arn;
}

function arnsIn(value: unknown): readonly string[] {
  return isObject(value) ? valuesByName(value).all.filter((text) => text.startsWith('arn:')) : [];
}

function inPlace(format: string, { partition, region, account }: EventPlace): string {
  return format
    .replace('${Partition}', partition)
    .replace('${Region}', region === '' ? '*' : region)
    .replace('${Account}', account === '' ? '*' : account);
}

function widestOf(type: ResourceType, place: EventPlace): string {
  return inPlace(type.arns[0]!, place).replaceAll(/\$\{[^}]*\}/g, '*');
}

/**
 * All types that the action needs; where it needs none, S3's buckets and objects, and `*` elsewhere, since the action
 * then also works on no resource. Without an account there is no ARN that is not wider than it looks.
 */
function widest(types: readonly TypeOfAction[], place: EventPlace): readonly string[] {
  const required = types.filter(({ required: needed }) => needed);
  const plain = types.filter(({ type }) => type.arns[0]!.includes(':s3:::'));
  const used = required.length > 0 ? required : plain.slice(0, 1);
  if (used.length === 0 || place.account === '') return ['*'];
  return [...new Set(used.map(({ type }) => widestOf(type, place)))];
}
