/** YAML and JSON to a tree with places, within bounds. */
import { parseTree, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Alias,
  type Document,
  type Node,
  type Scalar,
  type Tags,
} from 'yaml';
import { checkBounds } from './bounds';
import { Fault, MAX_DEPTH, MAX_NODES, asCall, type Parsed, type Tree } from './tree';

/** Reads a template; its tree, or the first fault. Never throws; work is linear in the text. */
export function parseTemplate(text: string): Parsed {
  try {
    return { kind: 'tree', tree: /^\s*\{/.test(text) ? fromJson(text) : fromYaml(text) };
  } catch (error) {
    if (error instanceof Fault) return { kind: 'fault', problem: error.problem, at: error.at };
    // The parser of YAML recurses: a text that is nested without end overflows it.
    if (error instanceof RangeError) return { kind: 'fault', problem: TOO_DEEP, at: 0 };
    throw error;
  }
}

const TOO_DEEP = `it is nested more than ${MAX_DEPTH} levels deep`;

function fromJson(text: string): Tree {
  // The parser of JSON recurses too, and does not say where it gives up.
  const deep = tooDeep(text);
  if (deep !== undefined) throw new Fault(TOO_DEEP, deep);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (tree === undefined || error !== undefined)
    throw new Fault('it is no JSON from here on', error?.offset ?? 0);
  return jsonNode(tree);
}

/** Where brackets outside strings are nested too deep. */
function tooDeep(text: string): number | undefined {
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') {
      at += 1;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    } else if (letter === '{' || letter === '[') {
      open += 1;
      if (open > MAX_DEPTH) return at;
    } else if (letter === '}' || letter === ']') open -= 1;
  }
  return undefined;
}

function jsonNode(node: JsonNode): Tree {
  const at = node.offset;
  const children = node.children ?? [];
  if (node.type === 'array') return { kind: 'list', items: children.map(jsonNode), at };
  if (node.type !== 'object')
    return { kind: 'scalar', value: node.value as string | number | boolean | null, at };
  const entries = new Map<string, Tree>();
  for (const { children: [name, value] = [], offset } of children) {
    if (name === undefined || value === undefined) continue;
    put(entries, String(name.value), jsonNode(value), offset);
  }
  return asCall(entries, at);
}

function put(entries: Map<string, Tree>, name: string, value: Tree, at: number): void {
  if (entries.has(name)) throw new Fault(`\`${name}\` stands twice in one object`, at);
  entries.set(name, value);
}

function fromYaml(text: string): Tree {
  checkBounds(text);
  // Names that stand twice are found below: the check of the library takes the square of their number.
  const document = parseDocument(text, {
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
    customTags: tagsIn(text),
  });
  const [error] = document.errors;
  if (error !== undefined) throw new Fault(yamlProblem(error.code), error.pos[0]);
  if (document.contents === null) throw new Fault('there is nothing in it', 0);
  return new YamlReader(document).tree(document.contents, 0);
}

/** AWS CloudFormation User Guide, "Intrinsic function reference": the short forms. */
const SHORT_FORMS =
  'Ref GetAtt Sub Join If Select Split FindInMap ImportValue Base64 GetAZs Cidr Equals And Or Not Condition'.split(
    ' ',
  );

/** The functions of a text as tags that are known: the library makes a warning, with its stack, of each that is not. */
function tagsIn(text: string): Tags {
  return SHORT_FORMS.filter((name) => text.includes(`!${name}`)).flatMap((name): Tags => {
    const tag = `!${name}`;
    return [
      { tag, resolve: (written: string) => written },
      { tag, collection: 'seq' },
      { tag, collection: 'map' },
    ];
  });
}

function yamlProblem(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'YAML takes no tab as indentation';
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here; paste one at a time';
  return 'it is no YAML from here on';
}

class YamlReader {
  private nodes = 0;

  constructor(private readonly document: Document) {}

  tree(node: Node | null, depth: number): Tree {
    const at = node?.range?.[0] ?? 0;
    this.nodes += 1;
    if (depth > MAX_DEPTH) throw new Fault(TOO_DEEP, at);
    if (this.nodes > MAX_NODES) throw new Fault('its aliases unfold to too much', at);
    if (node === null) return { kind: 'scalar', value: null, at };
    if (isAlias(node)) return this.alias(node, depth, at);
    const name = functionOf(node.tag);
    if (name === undefined) return this.plain(node, depth, at);
    return { kind: 'call', name, arg: this.plain(node, depth, at), at };
  }

  private plain(node: Node, depth: number, at: number): Tree {
    if (isScalar(node)) return { kind: 'scalar', value: scalarOf(node), at };
    if (isSeq(node)) {
      const items = node.items.map((item) => this.tree(item as Node | null, depth + 1));
      return { kind: 'list', items, at };
    }
    if (!isMap(node)) return { kind: 'scalar', value: null, at };
    const entries = new Map<string, Tree>();
    const merged: Tree[] = [];
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? (key.source ?? String(key.value)) : undefined;
      const place = (key as Node | null)?.range?.[0] ?? at;
      if (name === undefined) throw new Fault('a name is expected here', place);
      const read = this.tree(value as Node | null, depth + 1);
      if (name === '<<' && isScalar(key) && key.type === 'PLAIN') merged.push(read);
      else put(entries, name, read, place);
    }
    // What is merged gives way to what stands here: YAML, "Merge Key Language-Independent Type".
    for (const from of merged.flatMap((each) => (each.kind === 'list' ? each.items : [each])))
      if (from.kind === 'map')
        for (const [name, value] of from.entries) if (!entries.has(name)) entries.set(name, value);
    return asCall(entries, at);
  }

  private alias(node: Alias, depth: number, at: number): Tree {
    const target = node.resolve(this.document);
    if (target === undefined) throw new Fault(`\`*${node.source}\` stands for nothing`, at);
    return this.tree(target, depth + 1);
  }
}

/** A tag with one `!`: `!Sub`, `!Ref`; YAML's own types have two. */
function functionOf(tag: string | undefined): string | undefined {
  const name = /^!(?:Fn::)?([A-Za-z]{1,40})$/.exec(tag ?? '')?.[1];
  return tag === undefined || tag.startsWith('tag:yaml.org') ? undefined : (name ?? tag);
}

/** A number that would change when it is written out, such as an account ID that begins with 0, stays as it is written. */
function scalarOf({ value, source }: Scalar): string | number | boolean | null {
  if (typeof value === 'number' && source !== undefined && String(value) !== source) return source;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : (source ?? '');
}
