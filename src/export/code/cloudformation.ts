/** Policies of a case as a CloudFormation template in YAML, with placeholders restored to the references that they are. */
import { Document, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';
import type { Placeholders, Scenario } from '../../case/scenario';
import type { FunctionCall, FunctionPart } from './functions';
import { resourceFor } from './cloudformation-resources';
import { codePolicies } from './policies';
import { Names, piecesOf, plainName, referenceOf, type TextPiece } from './references';

/** The template; undefined where the case has no policy that can be written. */
export function toCloudFormation(scenario: Scenario): string | undefined {
  const { policies, left } = codePolicies(scenario);
  const writer = new Writer(scenario.placeholders ?? {});
  const ids = new Names();
  const resources = new YAMLMap();
  const comments = [...left];
  policies.forEach((policy, index) => {
    const made = resourceFor(policy);
    if (made.kind === 'none') {
      comments.push(made.why);
      return;
    }
    const id = ids.of(String(index), plainName(policy.name));
    resources.add({ key: id, value: writer.node({ Type: made.type, Properties: made.properties }) });
  });
  if (resources.items.length === 0) return undefined;
  const root = new YAMLMap();
  root.add({ key: 'AWSTemplateFormatVersion', value: text('2010-09-09') });
  if (writer.parameters.items.length > 0) root.add({ key: 'Parameters', value: writer.parameters });
  root.add({ key: 'Resources', value: resources });
  // Texts that YAML 1.1 would read as something else, such as 2012-10-17 or yes, get quotation marks.
  const document = new Document(root, { version: '1.1' });
  const yaml = document.toString({ lineWidth: 0, directives: false, singleQuote: true });
  return `${comments.map((line) => `# ${line}\n`).join('')}${yaml}`;
}

function text(value: string): Scalar {
  return new Scalar(value);
}

function tagged<T extends Node>(node: T, tag: string): T {
  node.tag = tag;
  return node;
}

function sequence(items: readonly Node[]): YAMLSeq {
  const list = new YAMLSeq();
  for (const item of items) list.add(item);
  return list;
}

/** Functions of one value, which is no list. */
const ALONE: ReadonlySet<string> = new Set(['Base64', 'GetAZs', 'ImportValue', 'Length']);

class Writer {
  /** What no template has a reference for becomes a parameter. */
  readonly parameters = new YAMLMap();
  private readonly names = new Names();
  private readonly added = new Set<string>();

  constructor(private readonly placeholders: Placeholders) {}

  node(value: unknown): Node {
    if (typeof value === 'string') return this.string(value);
    if (Array.isArray(value)) {
      const list = new YAMLSeq();
      for (const item of value as readonly unknown[]) list.add(this.node(item));
      return list;
    }
    if (typeof value !== 'object' || value === null) return new Scalar(value);
    const map = new YAMLMap();
    for (const [name, item] of Object.entries(value)) map.add({ key: text(name), value: this.node(item) });
    return map;
  }

  private string(value: string): Node {
    const pieces = piecesOf(value, (name) => Object.hasOwn(this.placeholders, name));
    const [first] = pieces;
    if (pieces.length === 1 && first !== undefined)
      return first.kind === 'placeholder' ? this.alone(first.name) : text(first.text);
    return this.sub(pieces);
  }

  /** A reference that is the whole value. */
  private alone(name: string): Node {
    const reference = referenceOf(name);
    switch (reference.kind) {
      case 'pseudo':
        return tagged(text(reference.name), '!Ref');
      case 'ref':
        return tagged(text(reference.id), '!Ref');
      case 'getAtt':
        return tagged(text(`${reference.id}.${reference.attribute}`), '!GetAtt');
      case 'function':
        return this.call(reference.call);
      case 'expression':
      case 'other':
        return tagged(text(this.parameter(name)), '!Ref');
    }
  }

  /** CloudFormation User Guide, "Intrinsic function reference": each takes a list, or one value. */
  private call({ name, args }: FunctionCall): Node {
    const parts = args.map((arg) => this.part(arg));
    const [only] = parts;
    if (ALONE.has(name) && only instanceof Scalar && only.tag === undefined) return tagged(only, `!${name}`);
    if (!ALONE.has(name)) return tagged(sequence(parts), `!${name}`);
    // YAML takes no tag before another one.
    const long = new YAMLMap();
    long.add({ key: text(`Fn::${name}`), value: only });
    return long;
  }

  private part(part: FunctionPart): Node {
    switch (part.kind) {
      case 'text':
        return text(part.text);
      case 'number':
        return new Scalar(part.value);
      case 'list':
        return sequence(part.items.map((item) => this.part(item)));
      case 'reference':
        return this.alone(part.name);
      case 'call':
        return this.call(part);
    }
  }

  /** CloudFormation User Guide, "Fn::Sub": policy variables get a `!`; what has no name in it gets one of its own. */
  private sub(pieces: readonly TextPiece[]): Node {
    const own = new YAMLMap();
    const template = pieces
      .map((piece) => {
        if (piece.kind === 'text') return piece.text.replace(/\$\{/g, '${!');
        const reference = referenceOf(piece.name);
        if (reference.kind === 'pseudo') return `\${${reference.name}}`;
        if (reference.kind === 'ref') return `\${${reference.id}}`;
        if (reference.kind === 'getAtt') return `\${${reference.id}.${reference.attribute}}`;
        if (reference.kind !== 'function') return `\${${this.parameter(piece.name)}}`;
        const [only] = reference.call.args;
        const name = this.names.of(
          piece.name,
          plainName(only?.kind === 'text' ? only.text : reference.call.name),
        );
        if (!own.has(name)) own.add({ key: name, value: this.alone(piece.name) });
        return `\${${name}}`;
      })
      .join('');
    if (own.items.length === 0) return tagged(text(template), '!Sub');
    const list = new YAMLSeq();
    list.add(text(template));
    list.add(own);
    return tagged(list, '!Sub');
  }

  /** Its description keeps the name that it had; a value that is given is its default. */
  private parameter(name: string): string {
    const id = this.names.of(name, plainName(name));
    if (this.added.has(id)) return id;
    this.added.add(id);
    const map = new YAMLMap();
    map.add({ key: 'Type', value: text('String') });
    map.add({ key: 'Description', value: text(name) });
    const value = this.placeholders[name];
    if (typeof value === 'string') map.add({ key: 'Default', value: text(value) });
    this.parameters.add({ key: id, value: map });
    return id;
  }
}
