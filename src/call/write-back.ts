/** An edited view, put back into its call: each change goes where what it changes is kept. */
import { LAYERS, type LinkedRequest, type OwnPolicies, type Scenario } from '../case/scenario';
import { differingRequest, withRequest } from '../case/variant';
import type { SharedPart } from './belongs';
import { baseOf } from './carried';
import { withStep } from './chain';
import { askedBy, ownerOf, ownPart, stepLookedAt, viewOf } from './view';

const PARTS: readonly SharedPart[] = [...LAYERS, 's3'];

/**
 * The call with one of its views as it was changed. A change to the request stays with that request; a change to a layer
 * goes to the request whose layer it is, so that all that are under it see it; title, notes and organization are the
 * call's. What did not change is left as it was written.
 */
export function writeBack(scenario: Scenario, at: number, changed: Scenario): Scenario {
  const before = viewOf(scenario, at);
  if (changed === before) return scenario;
  const { linked, chain } = scenario;
  if (chain !== undefined && (linked === undefined || at < 0))
    return withStep(scenario, stepLookedAt(scenario, at) ?? chain.length, changed);
  const viewed = linked?.[at - 1];
  if (linked === undefined) return changed;
  if (viewed === undefined) return { ...changed, linked };
  let written = withCommon(scenario, changed);
  if (changed.request !== before.request)
    written = withLinked(written, at, {
      ...viewed,
      request: differenceTo(scenario, viewed, before, changed),
    });
  for (const part of PARTS) {
    const value = partOf(changed, part);
    if (value !== partOf(before, part)) written = withPart(written, part, at, value);
  }
  return written;
}

/**
 * What the edit changed is written down, and nothing else: a key that the request has of its call, such as the Region's
 * S3 that asks, follows the resource that was edited.
 */
function differenceTo(
  { request: main }: Scenario,
  viewed: LinkedRequest,
  { request: before }: Scenario,
  { request: after }: Scenario,
): LinkedRequest['request'] {
  const { principal, action, resource } = after;
  const { role: _role, user: _user, ...others } = viewed.request;
  const own = principal === before.principal ? viewed.request : others;
  const moved: LinkedRequest = { ...viewed, request: { ...own, principal, action, resource } };
  const {
    principal: _principal,
    action: _action,
    resource: _resource,
    ...edits
  } = differingRequest(before, after);
  return differingRequest(baseOf(main, moved), withRequest(askedBy(main, moved), edits));
}

function withCommon(scenario: Scenario, { title, notes, organization, placeholders }: Scenario): Scenario {
  const {
    title: _title,
    notes: _notes,
    organization: _organization,
    placeholders: _placeholders,
    ...rest
  } = scenario;
  return {
    ...rest,
    ...(title !== undefined && { title }),
    ...(notes !== undefined && { notes }),
    ...(organization !== undefined && { organization }),
    ...(placeholders !== undefined && { placeholders }),
  };
}

function withLinked(scenario: Scenario, at: number, changed: LinkedRequest): Scenario {
  return {
    ...scenario,
    linked: (scenario.linked ?? []).map((one, index) => (index === at - 1 ? changed : one)),
  };
}

function partOf({ policies, s3 }: Scenario, part: SharedPart): unknown {
  return part === 's3' ? s3 : policies[part];
}

/** One layer, written where it belongs. */
function withPart(scenario: Scenario, part: SharedPart, at: number, value: unknown): Scenario {
  const owner = ownerOf(scenario, part, at) ?? at;
  if (owner === 0) return withMainPart(scenario, part, value);
  const viewed = scenario.linked![owner - 1]!;
  const without = withLinked(scenario, owner, setPart(viewed, part, undefined));
  if (value !== undefined) return withLinked(scenario, owner, setPart(viewed, part, value));
  // Taken out of play: nothing is kept, unless another request's layer would come in its place.
  const other = ownerOf(without, part, owner);
  return other === undefined ? without : withLinked(scenario, owner, setPart(viewed, part, null));
}

function withMainPart(scenario: Scenario, part: SharedPart, value: unknown): Scenario {
  const { s3: _, ...rest } = scenario;
  if (part === 's3') return { ...rest, ...(value !== undefined && { s3: value }) } as Scenario;
  return { ...scenario, policies: set(scenario.policies, part, value) };
}

/** A linked request with one part of its own; undefined: none. */
export function setPart(linked: LinkedRequest, part: SharedPart, value: unknown): LinkedRequest {
  if (ownPart(linked, part) === value) return linked;
  if (part === 's3') return set(linked, 's3', value) as unknown as LinkedRequest;
  const { policies: before, ...rest } = linked;
  const policies = set(before ?? {}, part, value) as OwnPolicies;
  return Object.keys(policies).length === 0 ? rest : { ...rest, policies };
}

function set(object: object, field: string, value: unknown): object {
  const rest = Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));
  return value === undefined ? rest : { ...rest, [field]: value };
}
