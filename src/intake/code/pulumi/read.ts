/** Programs for Pulumi in YAML: the policies of their resources. Pulumi, "Pulumi YAML language reference"; Pulumi Registry, AWS. */
import { guessLayer } from '../../guess-layer';
import { placesIn } from '../cloudformation/places';
import { regionOf } from '../cloudformation/region';
import { entriesOf, itemsOf, member, textOf, type Tree } from '../cloudformation/tree';
import { isRecord, Unread, type Json } from '../cloudformation/values';
import { holeIn } from '../program/holes';
import type { CodePolicy, CodeRead, CodeReader, Holder, NotRead } from '../types';
import { PulumiValues } from './values';

const FIRST = /^(?:name|runtime|description|config|variables|resources|outputs|configuration)\s*:/m;
/** `aws:iam:Policy` and, whole, `aws:iam/policy:Policy`. */
const TYPE = /^aws:(\w+)(?:\/\w+)?:(\w+)$/;

export const pulumiYamlReader: CodeReader = {
  mayRead: (text) =>
    /^runtime[ \t]{0,100}:/m.test(text) && /^[ \t]{1,100}type[ \t]{0,20}:[ \t]{0,20}["']?aws:/m.test(text),
  read: (text) => {
    const region = regionOf(text, FIRST);
    if (region === undefined) return undefined;
    const place = placesIn(text, region.start);
    const parts = [{ start: region.start, end: region.end }];
    const base = { language: 'pulumi', known: {}, parts } as const;
    if (region.parsed.kind === 'fault') {
      const { line, column } = place(region.parsed.at);
      const note = `The program could not be read: in line ${line}, column ${column}, ${region.parsed.problem}.`;
      return { ...base, policies: [], notes: [note] };
    }
    const { tree } = region.parsed;
    if (!/^yaml$/.test(textOf(member(tree, 'runtime')) ?? textOf(member(tree, 'runtime', 'name')) ?? ''))
      return undefined;
    const reader = new ProgramReader(new PulumiValues(member(tree, 'variables')), place);
    for (const [name, resource] of entriesOf(member(tree, 'resources'))) reader.resource(name, resource);
    const policies = reader.attached();
    if (policies.length === 0) return undefined;
    return { ...base, policies, notes: [] } satisfies CodeRead;
  },
};

/** The properties that hold a policy. */
const DOCUMENTS = [
  'policy',
  'policyDocument',
  'assumeRolePolicy',
  'content',
  'resourcePolicy',
  'accessPolicies',
];
/** By which a policy tells what it is attached to. */
const HOLDERS: readonly (readonly [property: string, kind: string])[] = [
  ['role', 'role'],
  ['user', 'user'],
  ['group', 'group'],
  ['bucket', 'bucket'],
  ['queueUrl', 'queue'],
  ['arn', 'topic'],
  ['secretArn', 'secret'],
  ['keyId', 'key'],
];

type Kind = CodePolicy['policyKind'];

class ProgramReader {
  private readonly policies: CodePolicy[] = [];
  /** Who has the policies of the text, by their names. */
  private readonly holders = new Map<string, Holder[]>();

  constructor(
    private readonly values: PulumiValues,
    private readonly place: ReturnType<typeof placesIn>,
  ) {}

  /** What was read, each policy with those that name it. */
  attached(): readonly CodePolicy[] {
    return this.policies.map((policy) => {
      const more = policy.kind === 'Policy' ? (this.holders.get(policy.name) ?? []) : [];
      return more.length === 0 ? policy : { ...policy, attachedTo: [...policy.attachedTo, ...more] };
    });
  }

  resource(name: string, resource: Tree): void {
    const [, service, type] = TYPE.exec(textOf(member(resource, 'type')) ?? '') ?? [];
    const properties = member(resource, 'properties');
    if (service === undefined || type === undefined || properties === undefined) return;
    const isPrincipal = service === 'iam' && /^(?:Role|User|Group)$/.test(type);
    const own = isPrincipal
      ? [{ kind: type.toLowerCase(), name }]
      : HOLDERS.flatMap(([property, kind]) => this.holder(member(properties, property), kind));
    for (const property of DOCUMENTS) {
      const document = member(properties, property);
      if (document === undefined) continue;
      const kind = kindOf(service, property, textOf(member(properties, 'type')));
      if (kind !== undefined) this.add(name, type, kind, own, document);
    }
    for (const inline of itemsOf(member(properties, 'inlinePolicies'))) {
      const document = member(inline, 'policy');
      if (document !== undefined)
        this.add(textOf(member(inline, 'name')) ?? name, type, 'identity', own, document);
    }
    for (const [property, kind] of [
      ['managedPolicyArns', 'identity'],
      ['permissionsBoundary', 'boundary'],
      ['policyArn', 'identity'],
    ] as const)
      for (const arn of itemsOf(member(properties, property)))
        this.named(textOf(arn), type, kind, own, arn.at);
  }

  private add(name: string, kind: string, policyKind: Kind, attachedTo: readonly Holder[], tree: Tree): void {
    const { line } = this.place(tree.at);
    this.values.made.clear();
    try {
      const document = documentOf(this.values.json(tree), tree.at);
      const hole = holeIn(document, (reference) => this.values.made.has(reference));
      if (hole !== undefined) throw new Unread(hole, tree.at);
      const guess = policyKind === 'identity' && attachedTo.length === 0 ? guessLayer(document) : undefined;
      this.policies.push({
        name,
        kind,
        policyKind: guess === undefined ? policyKind : guess.layer,
        document,
        attachedTo,
        placeholders: [...this.values.made],
        notRead: [],
        line,
      });
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      const lost: NotRead = { what: error.what.slice(0, 80), ...this.place(error.at) };
      this.policies.push({ name, kind, policyKind, attachedTo, placeholders: [], notRead: [lost], line });
    }
  }

  /** One by a reference stands in the same text, or is not known. */
  private named(
    arn: string | undefined,
    kind: string,
    policyKind: Kind,
    own: readonly Holder[],
    at: number,
  ): void {
    const reference = /^\$\{([\w-]+)\.(?:arn|id)\}$/.exec(arn ?? '')?.[1];
    if (reference !== undefined && policyKind === 'identity')
      this.holders.set(reference, [...(this.holders.get(reference) ?? []), ...own]);
    if (arn === undefined || !/^arn:[\w-]+:iam::/.test(arn)) return;
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    this.policies.push({
      ...{ name, arn, kind, policyKind, attachedTo: own },
      placeholders: [],
      notRead: [],
      line: this.place(at).line,
    });
  }

  private holder(tree: Tree | undefined, kind: string): readonly Holder[] {
    const text = textOf(tree);
    if (text === undefined) return [];
    const reference = /^\$\{([^{}]+)\}$/.exec(text)?.[1];
    return [{ kind, name: reference?.replace(/\.(?:id|name|arn|url|bucket)$/, '') ?? text }];
  }
}

/** Of an organization's policies only two kinds are about access; a member of another resource may be no policy at all. */
function kindOf(service: string, property: string, ofType: string | undefined): Kind | undefined {
  if (property === 'assumeRolePolicy') return 'trust';
  if (service === 'organizations')
    return ofType === 'RESOURCE_CONTROL_POLICY'
      ? 'rcp'
      : ofType === undefined || ofType === 'SERVICE_CONTROL_POLICY'
        ? 'scp'
        : undefined;
  if (property === 'content') return undefined;
  return service === 'iam' ? 'identity' : 'resource';
}

/** The text of a policy, or the policy itself. */
function documentOf(value: Json, at: number): Json {
  const json = typeof value === 'string' ? parsed(value) : value;
  if (!isRecord(json) || json['Statement'] === undefined)
    throw new Unread(typeof value === 'string' ? value : 'policy', at);
  return json;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
