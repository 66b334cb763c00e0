/** Where a change may open more than was asked: the resources that the changed statement names. */
import type { Layer, Scenario } from '../../case/scenario';
import { policyAt, policyText } from '../../case/scenario';
import { onOtherResource } from '../../reasoning/sweep-group';
import { parseArn } from '../../language/arn';
import { globMatches, globOf } from '../../language/glob';
import { valuesAt } from '../source';
import type { Proposal } from './types';

export type PricePlace =
  /** The resource of the request. */
  | { readonly kind: 'here' }
  /** Other objects of the same bucket. */
  | { readonly kind: 'beside' }
  /** What the pattern of a statement covers besides. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** Every other resource, for actions that cannot work on this one too. */
  | { readonly kind: 'elsewhere' };

export interface Sample {
  readonly place: PricePlace;
  readonly resource: string;
}

/** One resource for each pattern of the changed statement, so that every place is asked about once. */
export function samplesOf(change: Proposal, after: Scenario): readonly Sample[] {
  if (change.s3) return everywhere(after.request.resource).filter(({ place }) => place.kind === 'beside');
  if (isTagOfResource(change)) return [];
  const policy = policyAt(after.policies, change.address);
  if (change.statement === undefined || !policy) return [];
  const path = `Statement[${change.statement}]`;
  const text = policyText(policy);
  const { resource } = after.request;
  const patterns = valuesAt(text, `${path}.Resource`);
  const listed = patterns.length > 0 || onlyAttached(text, path, change.layer) ? patterns : ['*'];
  return [...new Set(listed)].flatMap((pattern): readonly Sample[] => {
    if (pattern === '*') return change.layer === 'resource' ? [] : everywhere(resource);
    const sample = sampleOf(pattern, resource);
    return sample === undefined || sample === resource
      ? []
      : [{ place: { kind: 'pattern', pattern }, resource: sample }];
  });
}

/** Near by and far off: other layers may let through the one and not the other. */
function everywhere(resource: string): readonly Sample[] {
  if (resource === '*') return [];
  const place: PricePlace = { kind: 'pattern', pattern: '*' };
  const bucket = /^(arn:[^:]*:s3:::)(.*)$/.exec(resource);
  if (!bucket) return [{ place, resource: sibling(resource) }];
  const far = { place, resource: `${bucket[1]!}another-${bucket[2]!}` };
  return resource.includes('/') ? [{ place: { kind: 'beside' }, resource: sibling(resource) }, far] : [far];
}

function sibling(resource: string): string {
  return `${resource}-another`;
}

/** The tag is this resource's; no other has it. */
function isTagOfResource({ context }: Proposal): boolean {
  return context !== undefined && /resourcetag\/|existingobjecttag\//i.test(context.key);
}

/** Resource-based policies, settings and tags of a resource have no say about others. */
export function isBound(change: Proposal): boolean {
  return (change.layer === 'resource' && !change.context) || isTagOfResource(change);
}

/** A statement without Resource and NotResource is about the resource that its policy is attached to. */
function onlyAttached(text: string, path: string, layer: Layer): boolean {
  return layer === 'resource' && valuesAt(text, `${path}.NotResource`).length === 0;
}

/** A resource that the pattern covers, of the kind of the request's resource where it covers those. */
function sampleOf(pattern: string, resource: string): string | undefined {
  if (pattern.includes('${')) return undefined;
  const glob = globOf(pattern);
  if (glob.wild === undefined) return pattern;
  if (resource !== '*' && globMatches(glob, sibling(resource))) return sibling(resource);
  const wanted = resource.split(':');
  const parts = pattern.split(':');
  return parts
    .map((part, at) => {
      const own = wanted[at] ?? '';
      // Region and account of the request do where the pattern takes them.
      return at < 5 && globMatches(globOf(part), own)
        ? own
        : part.replaceAll('*', 'another').replaceAll('?', 'x');
    })
    .join(':');
}

/** The scenario with another resource; a resource-based policy stays where it would be attached to that one too. */
export function askedOn(scenario: Scenario, resource: string): Scenario {
  if (container(resource) !== container(scenario.request.resource))
    return onOtherResource(scenario, resource);
  return { ...scenario, request: { ...scenario.request, resource } };
}

/** What a resource-based policy is attached to: for an object its bucket. */
function container(resource: string): string {
  const arn = parseArn(resource);
  return arn?.service === 's3' ? `s3 ${arn.resource.split('/', 1)[0]!}` : resource;
}
