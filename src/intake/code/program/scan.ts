/** Where in a program policies come to be: calls by their names, constants, and what adds to them later. */
import { changingIn, type Changing } from './changing';
import { calledName, type CallExpression, type Expression } from './expression';
import { Broken, Lexer, type Script } from './lexer';
import { parseExpression } from './parser';

export interface Site {
  readonly call: CallExpression;
  /** The variable that it is given to. */
  readonly declared?: string;
}

export interface Scanned {
  readonly sites: readonly Site[];
  /** Variables that are given one value, once. */
  readonly constants: ReadonlyMap<string, Expression>;
  /** Calls that could not be read, by their beginning. */
  readonly broken: readonly { readonly what: string; readonly at: number }[];
  readonly changing: Changing;
}

const MAX_SITES = 2_000;
/** Letters read twice or for nothing (strings without an end, calls that break off): what grows with the text, and no faster. */
const MAX_WASTE = 4_000_000;
const FREE_WASTE = 200_000;
const WASTE_PER_LETTER = 10;
/** What was read for nothing so far. */
interface Waste {
  letters: number;
}

/** A call of one of these names is read whole; what stands inside it is found there. */
const CALLS =
  /^(?:Role|(?:Cfn)?ManagedPolicy|(?:Cfn|Role|User|Group|Bucket|Queue|Topic|Key|Secret|Repository)?Policy|Key|PolicyDocument|PolicyStatement|add(?:To\w*Policy|_to_\w*policy|Statements|_statements|ManagedPolicy|_managed_policy)|(?:Role|User|Group)?PolicyAttachment|fromJson|from_json|getPolicyDocument(?:Output)?|get_policy_document(?:_output)?|DataAwsIamPolicyDocument|stringify|dumps|jsonStringify|json_dumps|Serialize|Marshal|grant\w*|add(?:Actions|NotActions|Resources|NotResources|Conditions?|\w*Principals?|AccountCondition|SourceAccountCondition)|add_(?:actions|not_actions|resources|not_resources|conditions?|\w*principals?))$/;

/** Java: `Role.Builder.create(…)`. */
const BUILDER = /\.Builder\.create\s*$/;

const DECLARED =
  /(?:(?:const|let|var|readonly)\s+([A-Za-z_$][\w$]*)(?:\s*:[^=\n;]{1,80})?|this\.([A-Za-z_$][\w$]*)|([A-Za-z_]\w*)(?:\s*,\s*\w+)?\s*:)\s*=(?![=>])\s*/y;
const ASSIGNED = /(?:self\.)?([A-Za-z_]\w*)(?:\s*:\s*[\w.[\]]{1,80})?\s*=(?!=)\s*/y;
/** Names with dots between, whole: what is no call is passed at once. */
const CHAIN = /(?:new\s{1,200})?[A-Za-z_$][\w$]*(?:\s{0,200}[?!]?\.\s{0,200}[A-Za-z_$][\w$]*)*\s{0,200}/y;
const NUMBER = /\d[\w.]*/y;
/** No longer than people write them: each slash may begin one. */
const REGULAR_EXPRESSION = /\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.){0,200}\]){1,200}\/[a-z]*/y;

/** Walks a program once, strings and comments aside. Never throws. */
export function scan(text: string, script: Script): Scanned {
  const lexer = new Lexer(text, script);
  const found = { sites: [] as Site[], broken: [] as { what: string; at: number }[] };
  const values = new Map<string, Expression | undefined>();
  const changing = changingIn(text, script);
  let open = 0;
  let declared: { readonly name: string; readonly at: number } | undefined;
  const waste = { letters: 0 };
  const most = Math.min(MAX_WASTE, FREE_WASTE + WASTE_PER_LETTER * text.length);
  while (found.sites.length < MAX_SITES) {
    if (waste.letters > most) {
      found.broken.push({ what: 'PolicyStatement', at: lexer.at });
      break;
    }
    lexer.skip();
    if (lexer.at >= text.length) break;
    if (lexer.quote() !== undefined && !isPrefixOnly(lexer)) {
      skipString(lexer, waste);
      continue;
    }
    // Python: inside brackets `name=` gives an argument its name.
    const isDeclared = script === 'javascript' || (open === 0 && beginsLine(lexer));
    const [, one, other, third] =
      (isDeclared && matchAt(script === 'python' ? ASSIGNED : DECLARED, lexer)) || [];
    // Go: `name := …`.
    const given = one ?? other ?? third;
    const name = given === '_' ? undefined : given;
    if (name !== undefined) {
      declared = { name, at: lexer.at };
      values.set(name, values.has(name) ? undefined : valueAt(lexer, script, waste));
    }
    const start = lexer.at;
    const chain = lexer.take(CHAIN);
    if (chain === undefined) {
      if (lexer.takes(NUMBER)) continue;
      if (script === 'javascript' && takesRegularExpression(lexer)) continue;
      open = Math.max(0, open + bracketAt(lexer));
      lexer.at += 1;
      continue;
    }
    if (text[lexer.at] !== '(' || !(CALLS.test(lastName(chain)) || BUILDER.test(chain))) continue;
    lexer.at = start;
    const call = callAt(lexer, script, waste);
    if (call === undefined) {
      found.broken.push({ what: chain.trim(), at: start });
      lexer.at = start + chain.length;
      continue;
    }
    found.sites.push({ call, ...(declared?.at === start && { declared: declared.name }) });
    lexer.at = Math.max(call.end, start + 1);
  }
  const constants = [...values].filter(
    (entry): entry is [string, Expression] =>
      entry[1] !== undefined && !changing.names.has(entry[0]) && !changing.inPlace.has(entry[0]),
  );
  return { ...found, constants: new Map(constants), changing };
}

function bracketAt({ text, at }: Lexer): number {
  if ('([{'.includes(text[at]!)) return 1;
  return ')]}'.includes(text[at]!) ? -1 : 0;
}

function beginsLine({ text, at }: Lexer): boolean {
  return /(?:^|[\n;:])[ \t]*$/.test(text.slice(Math.max(0, at - 200), at));
}

/** `addToPolicy` of `role.addToPolicy `. */
function lastName(chain: string): string {
  const whole = chain.trimEnd();
  return whole.slice(Math.max(whole.lastIndexOf('.'), whole.search(/\s\S*$/)) + 1);
}

/** Python: the letter before a quotation mark may be the end of a name. */
function isPrefixOnly(lexer: Lexer): boolean {
  return /[\w$]/.test(lexer.text[lexer.at - 1] ?? '') && /[a-z]/i.test(lexer.text[lexer.at] ?? '');
}

function matchAt(pattern: RegExp, lexer: Lexer): RegExpExecArray | undefined {
  if (/[\w$.]/.test(lexer.text[lexer.at - 1] ?? '')) return undefined;
  pattern.lastIndex = lexer.at;
  const match = pattern.exec(lexer.text);
  if (match !== null) lexer.at += match[0].length;
  return match ?? undefined;
}

/** What a name is given is read once here, and once more for the calls in it. */
function valueAt(lexer: Lexer, script: Script, waste: Waste): Expression | undefined {
  const value = readAt(lexer, script, waste);
  if (value !== undefined) waste.letters += value.end - lexer.at;
  return value;
}

function readAt(lexer: Lexer, script: Script, waste: Waste): Expression | undefined {
  const inner = new Lexer(lexer.text, script, lexer.at);
  try {
    return parseExpression(inner);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    waste.letters += Math.max(1, inner.at - lexer.at);
    return undefined;
  }
}

function callAt(lexer: Lexer, script: Script, waste: Waste): CallExpression | undefined {
  const value = readAt(lexer, script, waste);
  // `doc.json` behind the call, or a method of it, is part of the same expression.
  let call = value;
  while (call !== undefined && call.kind !== 'call') call = call.kind === 'property' ? call.of : undefined;
  while (
    call?.kind === 'call' &&
    !CALLS.test(calledName(call)) &&
    call.callee.kind === 'property' &&
    call.callee.of.kind === 'call'
  )
    call = call.callee.of;
  return call?.kind === 'call' ? { ...call, end: value!.end } : undefined;
}

function skipString(lexer: Lexer, waste: Waste): void {
  const start = lexer.at;
  try {
    // What stands inside a template is looked at on its own.
    lexer.string((at) => {
      let open = 1;
      let end = at;
      for (; end < lexer.text.length && open > 0; end += 1) {
        if (lexer.text[end] === '{') open += 1;
        if (lexer.text[end] === '}') open -= 1;
      }
      return { value: '', end };
    });
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    waste.letters += Math.max(1, lexer.at - start);
    lexer.at = start + 1;
  }
}

/** A slash behind a value divides; elsewhere it begins a regular expression. */
function takesRegularExpression(lexer: Lexer): boolean {
  if (lexer.text[lexer.at] !== '/') return false;
  const before =
    lexer.text
      .slice(Math.max(0, lexer.at - 40), lexer.at)
      .trimEnd()
      .at(-1) ?? '(';
  return '=(,:;!&|?{}['.includes(before) && lexer.take(REGULAR_EXPRESSION) !== undefined;
}
