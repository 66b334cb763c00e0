/** Every resource of a template that holds a policy, or names one. */
import { Members } from '../members';
import type { Holder } from '../types';
import type { Collector } from './collect';
import { evaluateCondition } from './conditions';
import { NAME_PROPERTIES, POLICY_SLOTS, PRINCIPALS, type PolicySlot } from './kinds';
import { readLambdaPermissions, readEventBusPolicies } from './permissions';
import { addManaged } from './managed';
import { readServerless, SERVERLESS } from './sam';
import { entriesOf, itemsOf, member, textOf, type Tree } from './tree';
import type { Resource } from './resource';
import { entryOf } from '../../../language/entry';

/** Managed policies of the template by the way they are used: attached to whom, the boundary of whom. */
interface Uses {
  readonly attached: Map<string, Holder[]>;
  readonly boundary: Map<string, Holder[]>;
}

/** Reads every resource. What is attached by a reference is found from both sides. */
export function readResources(resources: Tree, collector: Collector): void {
  const all = entriesOf(resources).flatMap(([id, tree]) => resourceIn(id, tree, collector));
  const uses = usesOf(all, collector);
  for (const resource of all) {
    for (const slot of entryOf(POLICY_SLOTS, resource.type) ?? [])
      readSlot(slot, resource, uses, all, collector);
    if (Object.hasOwn(PRINCIPALS, resource.type)) readPrincipal(resource, all, collector);
    if (SERVERLESS.has(resource.type)) readServerless(resource, collector);
    if (resource.connectors > 0) noteConnectors(resource, collector);
  }
  readLambdaPermissions(all, collector);
  collector.attach(membersIn(all, collector));
  readEventBusPolicies(all, collector);
}

/** SAM Developer Guide, "Managing resource permissions with AWS SAM connectors": each makes policies when it is deployed. */
function noteConnectors({ id, type, connectors }: Resource, collector: Collector): void {
  collector.leftOut = true;
  const what =
    type === 'AWS::Serverless::Connector'
      ? 'is a connector'
      : `has ${connectors === 1 ? 'a connector' : `${connectors} connectors`}`;
  collector.scope.note(
    `\`${id}\` ${what}: SAM makes permissions of it that do not stand in the template. Paste what \`sam deploy\` made, as \`aws cloudformation get-template --template-stage Processed\` prints it.`,
  );
}

/** CloudFormation User Guide: "AWS::IAM::UserToGroupAddition", and `Groups` of "AWS::IAM::User". */
function membersIn(all: readonly Resource[], collector: Collector): Members {
  const members = new Members();
  for (const resource of all) {
    const { type, properties } = resource;
    const names = (property: string, kind: string): readonly string[] =>
      collector.texts(member(properties, property)).map((name) => holderOf(kind, name, all, collector).name);
    if (type === 'AWS::IAM::UserToGroupAddition')
      for (const group of names('GroupName', 'group'))
        for (const user of names('Users', 'user')) members.add(group, user);
    if (type === 'AWS::IAM::User')
      for (const group of names('Groups', 'group')) members.add(group, ownName(resource, collector));
  }
  return members;
}

/** None where its condition does not hold: it is not made. */
function resourceIn(id: string, tree: Tree, collector: Collector): readonly Resource[] {
  const { scope } = collector;
  const type = textOf(member(tree, 'Type'));
  if (type === undefined) return [];
  const condition = textOf(member(tree, 'Condition'));
  const made = condition === undefined ? true : evaluateCondition(condition, scope);
  if (made === false) {
    if (isOfInterest(type)) collector.leftOut = true;
    scope.note(`\`${id}\` is left out: its condition \`${condition}\` does not hold.`);
    return [];
  }
  if (made === undefined && isOfInterest(type))
    scope.note(`\`${id}\` is made only where the condition \`${condition}\` holds; it is read as if it did.`);
  const connectors = type === 'AWS::Serverless::Connector' ? 1 : entriesOf(member(tree, 'Connectors')).length;
  return [{ id, type, properties: member(tree, 'Properties'), connectors, at: tree.at }];
}

function isOfInterest(type: string): boolean {
  return Object.hasOwn(POLICY_SLOTS, type) || Object.hasOwn(PRINCIPALS, type) || SERVERLESS.has(type);
}

/** The name that AWS will show, where the template tells it. */
function ownName({ id, properties }: Resource, collector: Collector): string {
  for (const property of NAME_PROPERTIES) {
    const name = collector.text(properties, property);
    if (name !== undefined && member(properties, property) !== undefined) return name;
  }
  return id;
}

/** Who is meant by a reference or a name. */
function holderOf(kind: string, name: string, all: readonly Resource[], collector: Collector): Holder {
  const resource = all.find(({ id }) => id === name);
  return { kind, name: resource === undefined ? name : ownName(resource, collector) };
}

function usesOf(all: readonly Resource[], collector: Collector): Uses {
  const uses: Uses = { attached: new Map(), boundary: new Map() };
  const add = (map: Map<string, Holder[]>, policy: string, holder: Holder): void => {
    map.set(policy, [...(map.get(policy) ?? []), holder]);
  };
  for (const resource of all) {
    const kind =
      entryOf(PRINCIPALS, resource.type) ?? (SERVERLESS.has(resource.type) ? 'function' : undefined);
    if (kind === undefined) continue;
    const holder = { kind, name: ownName(resource, collector) };
    for (const name of collector.texts(member(resource.properties, 'ManagedPolicyArns')))
      add(uses.attached, name, holder);
    for (const name of collector.texts(member(resource.properties, 'PermissionsBoundary')))
      add(uses.boundary, name, holder);
  }
  return uses;
}

function readSlot(
  slot: PolicySlot,
  resource: Resource,
  uses: Uses,
  all: readonly Resource[],
  collector: Collector,
): void {
  const tree = member(resource.properties, ...slot.path);
  if (tree === undefined) return;
  const policyKind = organizationsKind(resource, slot, collector);
  if (policyKind === undefined) return;
  const name =
    (slot.name === undefined ? undefined : collector.text(resource.properties, ...slot.name)) ??
    ownName(resource, collector);
  const attachedTo = holdersIn(slot, resource, all, collector);
  const found = { name, kind: resource.type, tree };
  if (resource.type !== 'AWS::IAM::ManagedPolicy') {
    collector.add({ ...found, policyKind, attachedTo });
    return;
  }
  const attached = [...attachedTo, ...(uses.attached.get(resource.id) ?? [])];
  const boundary = uses.boundary.get(resource.id);
  if (boundary === undefined || attached.length > 0)
    collector.add({ ...found, policyKind, attachedTo: attached });
  if (boundary !== undefined) collector.add({ ...found, policyKind: 'boundary', attachedTo: boundary });
}

/** Of an organization's policies only two kinds are about access. */
function organizationsKind(
  { type, properties }: Resource,
  { policyKind }: PolicySlot,
  collector: Collector,
): PolicySlot['policyKind'] | undefined {
  if (type !== 'AWS::Organizations::Policy') return policyKind;
  const kind = collector.text(properties, 'Type');
  if (kind === 'RESOURCE_CONTROL_POLICY') return 'rcp';
  return kind === 'SERVICE_CONTROL_POLICY' ? 'scp' : undefined;
}

function holdersIn(
  { holders }: PolicySlot,
  resource: Resource,
  all: readonly Resource[],
  collector: Collector,
): readonly Holder[] {
  if ('self' in holders && typeof holders.self === 'string')
    return [{ kind: holders.self, name: ownName(resource, collector) }];
  return Object.entries(holders).flatMap(([property, kind]) =>
    collector
      .texts(member(resource.properties, property))
      .map((name) => holderOf(kind, name, all, collector)),
  );
}

/** Inline policies, managed ones that stand elsewhere, and the boundary. */
function readPrincipal(resource: Resource, all: readonly Resource[], collector: Collector): void {
  const { properties, type } = resource;
  const attachedTo = [{ kind: PRINCIPALS[type]!, name: ownName(resource, collector) }];
  for (const inline of itemsOf(member(properties, 'Policies'))) {
    const tree = member(inline, 'PolicyDocument');
    if (tree === undefined) continue;
    const name = collector.text(inline, 'PolicyName') ?? resource.id;
    collector.add({ name, kind: type, policyKind: 'identity', attachedTo, tree });
  }
  for (const property of ['ManagedPolicyArns', 'PermissionsBoundary'] as const) {
    const tree = member(properties, property);
    const policyKind = property === 'PermissionsBoundary' ? 'boundary' : 'identity';
    for (const text of collector.texts(tree))
      if (!all.some(({ id, type: other }) => id === text && other === 'AWS::IAM::ManagedPolicy'))
        addManaged(text, { kind: type, policyKind, attachedTo }, tree!.at, collector);
  }
}
