/** Policies of a case as TypeScript for the AWS CDK. AWS CDK API Reference, `aws-cdk-lib/aws-iam`, `PolicyDocument.fromJson`. */
import type { Scenario } from '../../case/scenario';
import type { FunctionCall, FunctionPart } from './functions';
import { codePolicies, type WrittenPolicy } from './policies';
import { Names, piecesOf, plainName, referenceOf } from './references';
import { entryOf } from '../../language/entry';

/** The code; undefined where the case has no policy that can be written. */
export function toCdk(scenario: Scenario): string | undefined {
  const { policies, left } = codePolicies(scenario);
  if (policies.length === 0) return undefined;
  const writer = new Writer(new Set(Object.keys(scenario.placeholders ?? {})));
  const names = new Names();
  const blocks = policies.map((policy, index) => {
    const name = names.of(String(index), firstSmall(plainName(policy.name)));
    return `// ${policy.name.replace(/\s+/g, ' ')}: ${WHAT[policy.kind]}\nconst ${name} = iam.PolicyDocument.fromJson(${writer.value(policy.document, '')});\n`;
  });
  const imports = [
    ...(writer.uses.size > 0 ? [imported(`{ ${[...writer.uses].sort().join(', ')} }`, 'aws-cdk-lib')] : []),
    imported('* as iam', 'aws-cdk-lib/aws-iam'),
  ];
  const declared = [...writer.declared].map(([name, of]) => `declare const ${name}: string; // ${of}\n`);
  return [
    imports.join(''),
    ...(left.length > 0 ? [left.map((line) => `// ${line}\n`).join('')] : []),
    ...(declared.length > 0 ? [declared.join('')] : []),
    ...blocks,
  ].join('\n');
}

function imported(what: string, library: string): string {
  return ['import', what, 'from', `'${library}';\n`].join(' ');
}

/** Where a document goes. */
const WHAT: Readonly<Record<WrittenPolicy['kind'], string>> = {
  identity: 'for a `ManagedPolicy` or `Policy`, as `document`',
  boundary: 'for a `ManagedPolicy` that is a permissions boundary, as `document`',
  session: 'a session policy',
  trust: 'what the role’s `assumeRolePolicy` must hold',
  resource: 'what `addToResourcePolicy` must add up to',
  scp: 'for `CfnPolicy` of `aws-organizations`, as `content`',
  rcp: 'for `CfnPolicy` of `aws-organizations`, as `content`',
  endpoint: 'for the VPC endpoint, as `policyDocument`',
};

function firstSmall(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

class Writer {
  /** What is imported from the library. */
  readonly uses = new Set<string>();
  /** Names that the code leaves to be defined, with what they stand for. */
  readonly declared = new Map<string, string>();
  private readonly names = new Names();

  constructor(private readonly placeholders: ReadonlySet<string>) {}

  /** JSON as an object literal; texts with placeholders are templates. */
  value(value: unknown, indent: string): string {
    if (typeof value === 'string') return this.string(value);
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const inner = `${indent}  `;
    if (Array.isArray(value)) {
      const items = (value as readonly unknown[]).map((item) => this.value(item, inner));
      const line = `[${items.join(', ')}]`;
      if (!line.includes('\n') && line.length + indent.length < 90) return line;
      return `[\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}]`;
    }
    const members = Object.entries(value).map(
      ([name, item]) => `${inner}${this.name(name)}: ${this.value(item, inner)},\n`,
    );
    return members.length === 0 ? '{}' : `{\n${members.join('')}${indent}}`;
  }

  private name(name: string): string {
    if (/^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__') return name;
    const written = this.string(name);
    // A computed name also keeps `__proto__` a name like any other.
    return written.startsWith("'") && name !== '__proto__' ? written : `[${written}]`;
  }

  private string(text: string): string {
    const pieces = piecesOf(text, (name) => this.placeholders.has(name));
    const [first] = pieces;
    if (pieces.length === 1 && first !== undefined)
      return first.kind === 'placeholder' ? this.reference(first.name) : quoted(first.text);
    const inside = pieces.map((piece) =>
      piece.kind === 'placeholder' ? `\${${this.reference(piece.name)}}` : escaped(piece.text, '`'),
    );
    return `\`${inside.join('')}\``;
  }

  /** AWS CDK API Reference, class `Fn`. */
  private call({ name, args }: FunctionCall): string {
    this.uses.add('Fn');
    const written = `Fn.${FN[name] ?? firstSmall(name)}(${args.map((arg) => this.part(arg)).join(', ')})`;
    return name === 'If' || name === 'Length' ? `${written}.toString()` : written;
  }

  private part(part: FunctionPart): string {
    switch (part.kind) {
      case 'text':
        return quoted(part.text);
      case 'number':
        return String(part.value);
      case 'list':
        return `[${part.items.map((item) => this.part(item)).join(', ')}]`;
      case 'reference':
        return this.reference(part.name);
      case 'call':
        return this.call(part);
    }
  }

  private reference(name: string): string {
    const reference = referenceOf(name);
    switch (reference.kind) {
      case 'pseudo':
        this.uses.add('Aws');
        return `Aws.${entryOf(PSEUDO, reference.name) ?? plainName(reference.name)}`;
      case 'ref':
        this.uses.add('Fn');
        return `Fn.ref(${quoted(reference.id)})`;
      case 'getAtt':
        this.uses.add('Fn');
        return `Fn.getAtt(${quoted(reference.id)}, ${quoted(reference.attribute)}).toString()`;
      case 'function':
        return this.call(reference.call);
      case 'expression':
        return reference.code;
      case 'other': {
        const own = this.names.of(name, firstSmall(plainName(name)));
        this.declared.set(own, name.replace(/\s+/g, ' '));
        return own;
      }
    }
  }
}

/** Functions that the class calls otherwise than the template does. */
const FN: Readonly<Record<string, string>> = { If: 'conditionIf', GetAZs: 'getAzs', Length: 'len' };

/** AWS CDK API Reference, class `Aws`. */
const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': 'ACCOUNT_ID',
  'AWS::NotificationARNs': 'NOTIFICATION_ARNS',
  'AWS::NoValue': 'NO_VALUE',
  'AWS::Partition': 'PARTITION',
  'AWS::Region': 'REGION',
  'AWS::StackId': 'STACK_ID',
  'AWS::StackName': 'STACK_NAME',
  'AWS::URLSuffix': 'URL_SUFFIX',
};

function quoted(text: string): string {
  return `'${escaped(text, "'")}'`;
}

function escaped(text: string, quote: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
    .replace(quote === '`' ? /\$\{/g : /(?!)/g, '\\${');
}
