/** From the calls of a program to policies and what they are attached to. */
import { Places } from '../place';
import type { CodeRead, Holder } from '../types';
import { calledName, calledOn, pathOf, type CallExpression, type Expression } from './expression';
import { HOLDERS, policyOf, type Group } from './group';
import { changesIn, isChange } from './changes';
import { isPart, namedElsewhere } from './parts';
import { trustDocument } from './principals';
import { excerpt, ManagedPolicies } from './managed';
import { propsOf } from './props';
import type { Scanned, Site } from './scan';
import {
  cdkDocument,
  cdkStatement,
  holdsStatement,
  isDataSource,
  itemsOf,
  jsonDocument,
  statementsDocument,
} from './statement';
import { Unread, Values, type Json } from './value';

/** Reads every site. What grants and adds when the program runs is said, with its line. */
export function readSites(text: string, { sites, constants, broken }: Scanned): CodeRead {
  return new SiteReader(text, sites, constants).read(broken);
}

class SiteReader {
  private readonly values: Values;
  private readonly places: Places;
  private readonly groups: Group[] = [];
  private readonly addedTo = new Map<string, Group>();
  private readonly notes: string[] = [];
  private readonly managed: ManagedPolicies;
  private readonly parts: { start: number; end: number }[] = [];

  constructor(
    private readonly text: string,
    private readonly sites: readonly Site[],
    private readonly constants: ReadonlyMap<string, Expression>,
  ) {
    this.values = new Values(text, constants);
    this.places = new Places(text);
    this.managed = new ManagedPolicies(this.values, this.places, constants);
  }

  read(broken: Scanned['broken']): CodeRead {
    // Statements and documents that others name are read where they are named.
    const named = namedElsewhere(this.text, this.sites, this.constants);
    for (const site of this.sites) {
      this.parts.push({ start: site.call.at, end: site.call.end });
      if (!named.has(site)) this.site(site);
    }
    for (const { what, at } of broken)
      if (/Policy|Role/.test(what)) this.say(`\`${what}(\``, at, 'could not be read');
    const changed = changesIn(this.sites, (name) => isPart(name, this.constants));
    const policies = this.groups.map((group) =>
      policyOf(group, this.places, this.values, () => {
        const change = changed(group.name);
        if (change !== undefined) throw this.values.unread(change);
      }),
    );
    const holders = this.groups.flatMap(({ attachedTo }) => attachedTo);
    const isPulumi = /\bpulumi\b|@pulumi|\baws\.(?:iam|s3|kms|sqs|sns)\.\w+\(\s*["']/.test(this.text);
    return {
      language: isPulumi ? 'pulumi' : 'cdk',
      policies: [...policies, ...this.managed.policies(holders)].sort((one, other) => one.line - other.line),
      known: {},
      notes: [...this.notes, ...this.managed.notes],
      parts: [...this.parts, ...this.values.used].sort((one, other) => one.start - other.start),
    };
  }

  private site({ call, declared }: Site): void {
    const name = calledName(call);
    if (/^grant/.test(name)) {
      this.managed.grant(call);
      return;
    }
    if (isChange(name)) return;
    if (/^add_?managed_?policy$/i.test(name)) {
      const on = calledOn(call);
      this.managed.attach(call.args, on === undefined ? '' : this.owner(on), 'identity');
      return;
    }
    if (name.endsWith('PolicyAttachment')) {
      const props = this.props(call);
      const holder = props?.('role') ?? props?.('user') ?? props?.('group');
      this.managed.attach(props?.('policyArn'), holder === undefined ? '' : this.owner(holder), 'identity');
      return;
    }
    if (/^add_?[tT]o|^add_?[sS]tatements$/.test(name)) {
      this.added(call, name);
      return;
    }
    switch (name) {
      case 'Role':
      case 'CfnRole':
        this.role(call, declared);
        return;
      case 'PolicyStatement':
        this.whole(call, declared ?? 'Statement', 'guess', [], () => statementsDocument([call], this.values));
        return;
      case 'PolicyDocument':
      case 'fromJson':
      case 'from_json':
        this.fromDocument(call, declared);
        return;
      case 'stringify':
      case 'dumps':
      case 'jsonStringify':
      case 'json_dumps':
      case 'Serialize':
      case 'Marshal':
        if (holdsStatement(call, this.values))
          this.whole(call, declared ?? 'Pasted policy', 'guess', [], () => jsonDocument(call, this.values));
        return;
      default:
        if (isDataSource(call))
          this.whole(call, declared ?? 'Policy document', 'guess', [], () => jsonDocument(call, this.values));
        else this.resource(call, declared, name);
    }
  }

  private fromDocument(call: CallExpression, declared: string | undefined): void {
    const isStatement = pathOf(call.callee)?.includes('PolicyStatement') === true;
    this.whole(call, declared ?? 'Policy document', 'guess', [], () =>
      isStatement ? statementsDocument([call], this.values) : cdkDocument(call, this.values),
    );
  }

  /** `role.addToPolicy(…)` and its like: all statements that one thing is given are one policy. */
  private added(call: CallExpression, name: string): void {
    const on = calledOn(call);
    const owner = on === undefined ? 'this' : this.text.slice(on.at, on.end).replace(/[?!]$/, '');
    const resource = /[rR]esource/.test(name);
    const trust = /assume_?[rR]ole_?[pP]olicy[?!]?$/.test(owner);
    const whose = trust ? owner.replace(/[?!]?\.assume_?[rR]ole_?[pP]olicy[?!]?$/, '') : owner;
    const policyKind = trust
      ? 'trust'
      : resource
        ? 'resource'
        : /[sS]tatements/.test(name)
          ? 'guess'
          : 'identity';
    const kind = resource ? 'resource' : /[rR]ole/.test(name) ? 'function' : 'role';
    const makes = (): Json => call.args.map((each) => cdkStatement(each, this.values));
    const key = `${policyKind} ${whose}`;
    const before = this.addedTo.get(key);
    if (before !== undefined) {
      before.makes.push(makes);
      return;
    }
    const group: Group = {
      name: whose,
      kind: name,
      policyKind,
      attachedTo: [{ kind, name: whose }],
      at: call.at,
      makes: [makes],
      whole: false,
    };
    this.addedTo.set(key, group);
    this.groups.push(group);
  }

  private role(call: CallExpression, declared: string | undefined): void {
    const props = this.props(call);
    if (props === undefined) return;
    const name = declared ?? this.idOf(call) ?? 'Role';
    const holder = [{ kind: 'role', name }];
    const assumedBy = props('assumedBy');
    if (assumedBy !== undefined)
      this.whole(call, name, 'trust', holder, () => trustDocument(assumedBy, this.values));
    const trust = props('assumeRolePolicy') ?? props('assumeRolePolicyDocument');
    if (trust !== undefined) this.whole(call, name, 'trust', holder, () => cdkDocument(trust, this.values));
    this.managed.attach(props('managedPolicies') ?? props('managedPolicyArns'), name, 'identity');
    this.managed.attach(props('permissionsBoundary'), name, 'boundary');
    const inline = props('inlinePolicies');
    const known = inline === undefined ? undefined : this.values.known(inline);
    if (known?.kind === 'object')
      for (const member of known.members) {
        if (member.kind === 'spread') this.say(`\`${this.shown(member.of)}\``, member.of.at, 'is not read');
        else
          this.whole(call, this.values.string(member.name), 'identity', holder, () =>
            cdkDocument(member.value, this.values),
          );
      }
  }

  /** Policies as resources, of the CDK by their statements, of Pulumi by their JSON. */
  private resource(call: CallExpression, declared: string | undefined, name: string): void {
    const props = this.props(call);
    if (props === undefined) return;
    const own = declared ?? this.idOf(call) ?? name;
    const identity = /^(?:Cfn)?(?:Managed|Role|User|Group)?Policy$/.test(name);
    const target = ['role', 'bucket', 'queueUrl', 'arn', 'user', 'group', 'secretArn', 'keyId']
      .map((each) => [each, props(each)] as const)
      .find(([, value]) => value !== undefined);
    const attachedTo =
      target?.[1] === undefined
        ? this.roles(props('roles'))
        : [{ kind: HOLDERS[target[0]] ?? 'resource', name: this.owner(target[1]) }];
    const [statements, document] = [
      props('statements'),
      props('document') ?? props('policy') ?? props('policyDocument'),
    ];
    const policyKind = identity ? 'identity' : 'resource';
    if (document !== undefined)
      this.whole(call, own, policyKind, attachedTo, () => cdkDocument(document, this.values));
    else if (statements !== undefined)
      this.whole(call, own, policyKind, attachedTo, () =>
        statementsDocument(itemsOf(statements, this.values), this.values),
      );
    else if (props('Statement') !== undefined)
      this.whole(call, own, policyKind, [], () => this.values.json(this.values.known(call.args.at(-1)!)));
  }

  private roles(expression: Expression | undefined): readonly Holder[] {
    const list = expression === undefined ? undefined : this.values.known(expression);
    return list?.kind === 'list' ? list.items.map((each) => ({ kind: 'role', name: this.owner(each) })) : [];
  }

  private owner(expression: Expression): string {
    return this.shown(expression)
      .replace(/\.(?:id|name|arn)$/, '')
      .replace(/^["'](.*)["']$/, '$1');
  }

  private props(call: CallExpression): ReturnType<typeof propsOf> | undefined {
    try {
      return propsOf(call, this.values);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      this.say(`\`${error.what}\``, error.at, 'is not read, and so the call that it stands in');
      return undefined;
    }
  }

  /** `new Role(this, 'Id', …)`, or Pulumi's `new Role("name", …)`. */
  private idOf({ args }: CallExpression): string | undefined {
    const id = args.slice(0, 2).find((each) => each.kind === 'literal' && typeof each.value === 'string');
    return id?.kind === 'literal' ? String(id.value) : undefined;
  }

  private whole(
    call: CallExpression,
    name: string,
    policyKind: Group['policyKind'],
    attachedTo: readonly Holder[],
    make: () => Json,
  ): void {
    this.groups.push({
      name,
      kind: calledName(call),
      policyKind,
      attachedTo,
      at: call.at,
      makes: [make],
      whole: true,
    });
  }

  private say(what: string, at: number, words: string): void {
    if (this.notes.length < 40) this.notes.push(`${what} in line ${this.places.of(at).line} ${words}.`);
  }

  private shown(expression: Expression): string {
    return excerpt(this.text, expression);
  }
}
