/** Managed policies that a program attaches by their names. AWS CDK API Reference, class `ManagedPolicy`; Pulumi Registry, `RolePolicyAttachment`. */
import type { Places } from '../place';
import type { CodePolicy, Holder } from '../types';
import { calledName, pathOf, type CallExpression, type Expression } from './expression';
import { Unread, type Values } from './value';

interface Managed {
  readonly name: string;
  readonly arn: string;
}

/** The policy that an expression names; undefined where it is another, perhaps one of the same text. */
function managedOf(expression: Expression, values: Values): Managed | undefined {
  const known = values.known(expression);
  if (known.kind !== 'call') {
    const text = textOf(known, values);
    return text === undefined || !/^arn:[\w-]+:iam:/.test(text) ? undefined : named(text);
  }
  const [first, , third] = known.args;
  switch (calledName(known)) {
    case 'fromAwsManagedPolicyName':
    case 'from_aws_managed_policy_name': {
      const name = textOf(first, values);
      return name === undefined ? undefined : named(`arn:aws:iam::aws:policy/${name}`);
    }
    case 'fromManagedPolicyArn':
    case 'from_managed_policy_arn': {
      const arn = textOf(third, values);
      return arn === undefined ? undefined : named(arn);
    }
    default:
      return undefined;
  }
}

const named = (arn: string): Managed => ({ name: arn.slice(arn.lastIndexOf('/') + 1), arn });

function textOf(expression: Expression | undefined, values: Values): string | undefined {
  if (expression === undefined) return undefined;
  try {
    const value = values.json(values.known(expression));
    return typeof value === 'string' && !value.includes('${') ? value : undefined;
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}

/** What a program attaches by name: policies to fill in, and what is said of those that no name tells. */
export class ManagedPolicies {
  private readonly found: CodePolicy[] = [];
  readonly notes: string[] = [];
  /** Who was granted something so far. */
  private readonly granted = new Set<string>();

  constructor(
    private readonly values: Values,
    private readonly places: Places,
    private readonly constants: ReadonlyMap<string, Expression>,
  ) {}

  /** @param holders what the other policies of the text are attached to: a function's role is called as it is there */
  policies(holders: readonly Holder[]): readonly CodePolicy[] {
    const kinds = new Map(holders.map(({ name, kind }) => [name, kind]));
    return this.found.map((policy) => ({
      ...policy,
      attachedTo: policy.attachedTo.map((one) => ({ ...one, kind: kinds.get(one.name) ?? one.kind })),
    }));
  }

  /** @param holder the role, empty where the text does not tell */
  attach(
    given: Expression | readonly Expression[] | undefined,
    holder: string,
    policyKind: 'identity' | 'boundary',
  ): void {
    if (given === undefined) return;
    for (const policy of this.list(given)) {
      const managed = managedOf(policy, this.values);
      if (managed !== undefined)
        this.found.push({
          ...managed,
          kind: 'ManagedPolicy',
          policyKind,
          attachedTo: holder === '' ? [] : [{ kind: 'role', name: holder }],
          placeholders: [],
          notRead: [],
          line: this.places.of(policy.at).line,
        });
      // One that is made in the same text is read there.
      else if (!this.isMadeHere(policy)) this.say(policy, policyKind);
    }
  }

  /** `bucket.grantRead(role)`: what it adds is not in the text, so the role has a policy that nobody sees here. */
  grant(call: CallExpression): void {
    const name = excerpt(this.values.text, call);
    const { line } = this.places.of(call.at);
    const [to] = call.args;
    const holder = to === undefined ? '' : excerpt(this.values.text, to);
    // One that is not seen leaves open what several would.
    if (!this.granted.has(holder))
      this.found.push({
        name,
        kind: 'grant',
        policyKind: 'identity',
        attachedTo: holder === '' ? [] : [{ kind: 'role', name: holder }],
        placeholders: [],
        notRead: [],
        line,
      });
    this.granted.add(holder);
    if (this.notes.length < MAX_NOTES)
      this.notes.push(
        `\`${name}\` in line ${line} adds permissions when the program runs, which is not read: paste what \`cdk synth\` prints.`,
      );
  }

  private list(given: Expression | readonly Expression[]): readonly Expression[] {
    if (!('kind' in given)) return given;
    const known = this.values.known(given);
    return known.kind === 'list' ? known.items : [given];
  }

  private isMadeHere(policy: Expression): boolean {
    const [root = ''] = (pathOf(policy) ?? '').replace(/^(?:this|self)\./, '').split('.');
    const value = this.constants.get(root);
    return value?.kind === 'call' && calledName(value).endsWith('Policy');
  }

  private say(policy: Expression, policyKind: 'identity' | 'boundary'): void {
    if (this.notes.length >= MAX_NOTES) return;
    const words = policyKind === 'boundary' ? 'is the permissions boundary' : 'is attached';
    this.notes.push(
      `\`${excerpt(this.values.text, policy)}\` in line ${this.places.of(policy.at).line} ${words}, and its text is not here.`,
    );
  }
}

const MAX_NOTES = 40;
const LONGEST = 80;

/** How an expression is written, on one line and shortened. */
export function excerpt(whole: string, { at, end }: Expression): string {
  const text = whole.slice(at, end).replace(/\s+/g, ' ').replace(/`/g, '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
