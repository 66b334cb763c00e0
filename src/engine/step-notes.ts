/** Which rules are told beside which step: those that had a part in it. */
import { isDirectoryBucket, s3ActionIsAbout, s3ResourceIs } from '../catalog/s3';
import type { PrincipalNode, StatementNode } from '../language/policy';
import { applied } from './decide';
import type { Sayings } from './decide';
import type { StepId } from './evaluation';
import type { LayerView } from './layers/view';
import type { NoteId } from './notes';
import { LAYERS, LAYER_TABLE } from '../case/layers';
import type { Layer } from '../case/layers';
import { FORMS } from '../language/forms';
import type { World } from './world';
import { isUniqueId } from '../language/unique-id';

/** Statements that say whom they are for. */
function* withPrincipal(
  view: LayerView,
): Generator<{ readonly node: StatementNode; readonly applies: boolean }> {
  for (const level of view.levels) {
    for (const { compiled, matches } of level.policies) {
      if (compiled?.kind !== 'readable') continue;
      for (const [at, { node }] of compiled.statements.entries()) {
        if (node.principal) yield { node, applies: matches[at]!.truth !== 'no' };
      }
    }
  }
}

const NAMES_WHOM: ReadonlySet<Layer> = new Set(
  LAYERS.filter((layer) => FORMS[LAYER_TABLE[layer].form].principal === 'required'),
);

const lists = (node: PrincipalNode, type: string, test: (value: string) => boolean): boolean =>
  node.groups.some((group) => group.type === type && group.values.some(test));

function* notPrincipalNotes(
  node: PrincipalNode,
  effect: string,
  applies: boolean,
  world: World,
): Generator<NoteId> {
  if (!node.not) return;
  if (effect === 'Allow') yield 'not-principal-allow';
  else if (applies) yield world.facts.bounded ? 'not-principal-boundary' : 'not-principal-chain';
}

/** A role of the same name under a path, where the request gives no path. */
function namesRoleUnderPath(node: PrincipalNode, world: World): boolean {
  const { caller, scenario } = world;
  if (caller.kind !== 'roleSession' || scenario.request.role) return false;
  const prefix = `arn:${caller.partition}:iam::${caller.account}:role/`;
  const name = `/${caller.roleName}`;
  return lists(node, 'AWS', (value) => value.startsWith(prefix) && value.endsWith(name));
}

function* principalNotes(world: World, view: LayerView): Generator<NoteId> {
  for (const { node, applies } of withPrincipal(view)) {
    const { principal, effect, conditions } = node;
    if (!principal) continue;
    yield* notPrincipalNotes(principal, effect, applies, world);
    const star = principal.everyone || lists(principal, 'AWS', (value) => value === '*');
    const { kind } = world.caller;
    const outside = kind === 'service' || kind === 'federatedCaller';
    if (star && !principal.everyone && outside) yield 'aws-star-service';
    const admits = principal.everyone && applies && effect === 'Allow' && view.layer === 'resource';
    if (admits && outside) yield 'everyone-service';
    const signed = !outside && kind !== 'anonymous' && kind !== 'root' && kind !== 'originAccessIdentity';
    if (
      star &&
      signed &&
      applies &&
      effect === 'Allow' &&
      conditions.length === 0 &&
      view.layer === 'resource'
    ) {
      yield 'wildcard-principal';
    }
    if (lists(principal, 'CanonicalUser', () => true)) yield 'canonical-user';
    if (lists(principal, 'AWS', isUniqueId)) yield 'unique-id';
    if (namesRoleUnderPath(principal, world)) yield 'role-path-assumed';
    const account = lists(principal, 'AWS', (value) => /^\d{12}$/.test(value) || value.endsWith(':root'));
    if (view.layer === 'endpoint' && account) yield 'endpoint-account';
  }
}

function* resourceNotes(world: World, sayings: Sayings): Generator<NoteId> {
  const { rules, caller, acl, cutOff } = world;
  const { direct, role, account } = applied(sayings, 'resource').grants;
  if (account !== 'no' && direct !== 'yes')
    yield rules.resourceRequired && rules.resourceForm !== 'trust'
      ? 'kms-iam-delegation'
      : 'account-delegation';
  if (role !== 'no' && direct !== 'yes')
    yield caller.userArn === undefined ? 'role-grant' : 'federated-parent';
  if (rules.resourceRequired)
    yield rules.resourceForm === 'trust' ? 'trust-policy-required' : 'kms-key-policy-required';
  if (acl === 'grants') yield 's3-acl-grant';
  if (acl === 'disabled') yield 's3-acl-disabled';
  if (acl === 'ignored') yield 's3-ignore-public-acls';
  if (cutOff !== 'no') yield 's3-restrict-public-buckets';
  if (world.scenario.s3?.objectOwnership === 'ObjectWriter' && world.action?.service === 's3')
    yield 's3-object-owner';
}

/** `bucket/*` where the bucket itself is asked for, and the reverse: the commonest slip with S3. */
function* s3ResourceNotes({ action, facts: { resource } }: World): Generator<NoteId> {
  const about = action && s3ActionIsAbout(action.lower);
  if (about === undefined || resource === undefined) return;
  if (isDirectoryBucket(resource)) {
    yield 's3-express';
    return;
  }
  if (/:accesspoint\//.test(resource)) yield 's3-access-point';
  const found = s3ResourceIs(resource);
  if (found !== undefined && found !== about) yield 's3-bucket-or-object';
}

/** "Blocking public access": BlockPublicPolicy looks into a policy that is not part of the request. */
function mayPutPublicPolicy({ action, scenario }: World): boolean {
  const puts = action?.lower === 's3:putbucketpolicy' || action?.lower === 's3:putaccesspointpolicy';
  return puts && scenario.s3?.blockPublicAccess?.blockPublicPolicy === true;
}

function* scpNotes(view: LayerView): Generator<NoteId> {
  const narrow = view.levels.some((level) =>
    level.policies.some(({ compiled }) => compiled?.kind === 'readable' && compiled.narrowAllow),
  );
  if (narrow) yield 'scp-resource';
}

/** Keys that every request has by their page, which gives no value for a service's own call. */
const WITHOUT_A_VALUE = ['aws:principalaccount', 'aws:principaltype', 'aws:userid'];

function readsServiceKeys({ caller, context }: World, view: LayerView): boolean {
  if (caller.kind !== 'service') return false;
  const absent = WITHOUT_A_VALUE.filter((key) => !context.all.has(key));
  return view.levels.some(({ policies }) =>
    policies.some(
      ({ compiled }) => compiled?.kind === 'readable' && absent.some((key) => compiled.keys.has(key)),
    ),
  );
}

function* notesFor(id: StepId, world: World, sayings: Sayings): Generator<NoteId> {
  for (const { layer, note } of world.rules.notes) if (layer === id) yield note;
  if (id === 'explicitDeny') {
    if (world.caller.partition !== undefined && isAcrossPartitions(world)) yield 'partition';
    return;
  }
  if (id === 'defaultDeny') {
    if (world.barred === 'unknown') yield 's3-block-public-acls';
    yield* s3ResourceNotes(world);
    if (mayPutPublicPolicy(world)) yield 's3-block-public-policy';
    return;
  }
  const view = world.layers[id];
  if (view.state === 'visible' && NAMES_WHOM.has(id)) yield* principalNotes(world, view);
  if (id === 'resource' && !view.exempt) yield* resourceNotes(world, sayings);
  if (id === 'scp' && !view.exempt) {
    yield* scpNotes(view);
    if (world.caller.kind === 'federatedUser' && view.state !== 'absent') yield 'federated-user-scp';
  }
  if (!view.exempt && readsServiceKeys(world, view)) yield 'service-keys';
}

function isAcrossPartitions({ caller, facts }: World): boolean {
  return facts.partition !== undefined && facts.partition !== caller.partition;
}

/** The notes of a step, each once. */
export function layerNotes(
  id: Layer | 'explicitDeny' | 'defaultDeny',
  world: World,
  sayings: Sayings,
): readonly NoteId[] {
  const notes = [...notesFor(id, world, sayings)];
  return notes.length > 1 ? [...new Set(notes)] : notes;
}
