/**
 * Every object that a text holds, whatever language wrote it: JSON, even damaged; objects written out in JavaScript,
 * Python or Terraform; YAML. A policy of which a part cannot be read is left out, and said.
 */
import { literalsIn, type RefusedPolicy } from '../literal/find';
import { MAX_PROSE } from './clean';
import { isDamaged, jsonAt, unpacked, type Located } from './json';
import { refusedWords } from './refused';
import { yamlIn } from './yaml';

export interface Root extends Located {
  /** Terraform only: the attribute whose value it is, such as `assume_role_policy`. */
  readonly attribute?: string;
  /** The language that it was written out in, where that is not JSON. */
  readonly code?: 'terraform' | 'program' | 'yaml';
}

export interface Roots {
  /** In the order of the text. */
  readonly roots: readonly Root[];
  /** What was left out, one sentence each. */
  readonly notes: readonly string[];
}

/** Without one of these words no object in a program is of use here. */
const WORTH_READING =
  /Statement|[Rr]equestContext|[Ee]valuatedEffect|matchedPolicies|EvalDecision|jsonencode/;

/** Every object and list of a cleaned text. Never throws. */
export function rootsIn(text: string): Roots {
  const json = [...jsonAt(text), ...urlEncodedIn(text)];
  const heredocs = json.map((root) => heredocAt(text, root));
  const prose = text.slice(0, MAX_PROSE);
  const whole = json.filter(({ value }, index) => !isDamagedRoot(value) || heredocs[index] !== undefined);
  const literals = WORTH_READING.test(prose)
    ? literalsIn(withoutPlanMarks(prose), whole)
    : { found: [], refused: [] };
  const inHeredoc = heredocs.filter((each) => each !== undefined);
  const refused = [
    ...literals.refused,
    ...inHeredoc.flatMap((each) => (each.refused === undefined ? [] : [each.refused])),
  ];
  const code = literals.found.map(({ value, start, end, dialect, attribute }) => ({
    value,
    start,
    end,
    code: dialect === 'hcl' ? ('terraform' as const) : ('program' as const),
    ...(attribute !== undefined && { attribute }),
  }));
  const others = [...code, ...refused];
  const kept = json.flatMap((root, index) => {
    const heredoc = heredocs[index];
    if (heredoc !== undefined) return heredoc.root.value === undefined ? [] : [heredoc.root];
    const inside = others.some((each) => covers(each, root.start));
    return inside ? [] : [root];
  });
  const roots = [...kept, ...code].sort((one, other) => one.start - other.start);
  const notes = refused.map((each) => refusedWords(text, each));
  if (roots.length > 0 || refused.length > 0) return { roots, notes };
  const yaml = yamlIn(prose);
  return {
    roots: yaml === undefined ? [] : [{ value: yaml, start: 0, end: text.length, code: 'yaml' }],
    notes: [],
  };
}

/** Documents that are URL-encoded, as IAM gives them, with nothing around that JSON would have. */
function urlEncodedIn(text: string): readonly Located[] {
  if (!/^\s*"?%7b/i.test(text)) return [];
  return [...text.matchAll(/%7b(?:%[0-9a-f]{2}|[\w.~*+()!'/:,-]){1,200000}/gi)]
    .slice(0, 100)
    .flatMap((match) => {
      const value = unpacked(match[0]);
      return typeof value === 'object' && value !== null
        ? [{ value, start: match.index, end: match.index + match[0].length }]
        : [];
    });
}

function covers({ start, end }: { readonly start: number; readonly end: number }, at: number): boolean {
  return start <= at && at < end;
}

function isDamagedRoot(value: unknown): boolean {
  return typeof value === 'object' && value !== null && isDamaged(value);
}

interface Heredoc {
  readonly root: Root;
  readonly refused?: RefusedPolicy;
}

/**
 * A here-document of Terraform: `$${` stands for `${`, and `${name}` for a value that is not in the text. IAM's own
 * variables have a colon, as `${aws:username}`; Terraform has no such expression.
 */
function heredocAt(text: string, root: Located): Heredoc | undefined {
  const before = text.slice(Math.max(0, root.start - 200), root.start);
  if (!/=\s*<<[-~]?["']?\w+["']?[ \t]*\n\s*$/.test(before)) return undefined;
  const inside = text.slice(root.start, root.end);
  const reference = /(?<!\$)\$\{[^}:]{0,200}\}/.exec(inside);
  if (reference !== null) {
    const offset = root.start + reference.index;
    return {
      root: { ...root, value: undefined },
      refused: { ...root, dialect: 'hcl', what: reference[0], offset },
    };
  }
  if (!/\$\$\{|%%\{/.test(inside)) return undefined;
  const plain = inside.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{');
  const value: unknown = jsonAt(plain)[0]?.value;
  return { root: { ...root, value } };
}

/** The marks of a plan go, and with them what it takes away; every letter else stays in its place. */
function withoutPlanMarks(text: string): string {
  if (!text.includes('jsonencode(')) return text;
  return text
    .replace(/^[ \t]*-[ \t]+[^{}[\]\s][^\n]*$/gm, blank)
    .replace(/^([ \t]*)[+~](?=[ \t])/gm, '$1 ')
    .replace(/"(?:[^"\\\n]|\\.){0,500}"[ \t]*->/g, blank);
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
