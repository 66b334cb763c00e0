/**
 * Holds a pasted text against what a case says of it. Only what the case names is compared; a field that is not known
 * here is an error. Actions and context keys compare without case, lists as sets, documents whole.
 */
import type { Evidence, EvidencePolicy } from '../../../src/index';
import { readEvidence } from '../../../src/index';

export interface TextCase {
  readonly name: string;
  readonly source?: string;
  readonly text: string | { readonly generate: string };
  readonly expect: TextExpectation;
}

interface TextExpectation {
  readonly kind: string;
  readonly request?: Readonly<Record<string, unknown>>;
  readonly layer?: string;
  readonly denial?: string;
  readonly policyArn?: string;
  readonly policies?: readonly WantedPolicy[];
  readonly absent?: readonly string[];
  /** `unknown` without any policy is right too. */
  readonly orRefused?: boolean;
  readonly authorizationId?: string;
  readonly evaluations?: readonly {
    readonly action: string;
    readonly resource: string;
    readonly outcome: string;
    readonly by: readonly string[];
  }[];
}

interface WantedPolicy {
  readonly layer: string;
  readonly name?: string;
  /** How many there are in the document. */
  readonly statements?: number;
  /** Compared on the members that it names. */
  readonly document?: Readonly<Record<string, unknown>>;
}

type Compare = (wanted: never, evidence: Evidence) => readonly string[];

/** Every field of an expectation. What a case says beside these is an error. */
const FIELDS: Readonly<Record<keyof TextExpectation, Compare>> = {
  kind: (wanted: string, { kind }) => differs('kind', wanted, kind),
  request: compareRequest,
  layer: (wanted: string, { layer }) => differs('layer', wanted, layer),
  denial: (wanted: string, { denial }) => differs('denial', wanted, denial),
  policyArn: (wanted: string, { policyArn }) => differs('policyArn', wanted, policyArn),
  policies: comparePolicies,
  absent: (wanted: readonly string[], evidence) =>
    wanted.filter((path) => isPresent(evidence, path)).map((path) => `\`${path}\` is told`),
  orRefused: () => [],
  authorizationId: (wanted: string, { authorizationId }) =>
    differs('authorizationId', wanted, authorizationId),
  evaluations: (wanted: NonNullable<TextExpectation['evaluations']>, { evaluations }) =>
    differs(
      'evaluations',
      wanted.map(({ by, ...rest }) => ({ ...rest, by: [...by].sort() })),
      evaluations?.map(({ action, resource, outcome, by }) => ({
        action,
        resource,
        outcome,
        by: [...by].sort(),
      })),
    ),
};

/** Prose, never compared. */
const PROSE: ReadonlySet<string> = new Set(['notes', 'note', 'comment', 'why', 'example']);

/** What differs between what a text says and what the case expects, in words; nothing means that it holds. */
export function judgeText(example: TextCase): string[] {
  const { expect } = example;
  const unheard = Object.keys(expect).filter((field) => !Object.hasOwn(FIELDS, field) && !PROSE.has(field));
  if (unheard.length > 0) return unheard.map((field) => `the judge does not know the field \`${field}\``);
  const evidence = readEvidence(textOf(example));
  if (expect.orRefused === true && isRefused(evidence)) return [];
  return (Object.keys(FIELDS) as (keyof TextExpectation)[]).flatMap((field) =>
    expect[field] === undefined ? [] : FIELDS[field](expect[field] as never, evidence),
  );
}

function isRefused({ kind, policies = [], notes }: Evidence): boolean {
  return kind === 'unknown' && policies.length === 0 && notes.length > 0;
}

/** The text of a case; long ones are kept as the expression that makes them. */
export function textOf({ text }: Pick<TextCase, 'text'>): string {
  if (typeof text === 'string') return text;
  // oxlint-disable-next-line typescript/no-implied-eval -- a long text is kept as the expression that makes it
  return (new Function(`return ${text.generate}`) as () => string)();
}

function compareRequest(wanted: Readonly<Record<string, unknown>>, { request }: Evidence): readonly string[] {
  const found = comparable(request);
  return [...comparable(wanted)].flatMap(([path, value]) => differs(path, value, found.get(path)));
}

/** Each member of a request under its path, in the form in which it is compared. */
function comparable(request: Readonly<Record<string, unknown>> = {}): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [field, value] of Object.entries(request)) {
    if (field === 'context') {
      for (const [key, entry] of Object.entries(value as object))
        found.set(`request.context.${key.toLowerCase()}`, entry);
    } else found.set(`request.${field}`, field === 'action' ? String(value).toLowerCase() : value);
  }
  return found;
}

/** Each wanted policy must be there, each found one counts once; an empty list wants none. */
function comparePolicies(
  wanted: readonly WantedPolicy[],
  { policies = [], kind }: Evidence,
): readonly string[] {
  const left = [...policies];
  const missing = wanted.filter((one) => {
    const at = left.findIndex((policy) => isLike(policy, one));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  // Details list one policy for each place where it is attached.
  const tooMany = kind !== 'authorizationDetails' && left.length > 0;
  return [
    ...missing.map((one) => `no policy is like ${JSON.stringify(one)}; there is ${JSON.stringify(policies)}`),
    ...(tooMany ? [`more policies than expected: ${JSON.stringify(left)}`] : []),
  ];
}

const POLICY_FIELDS: ReadonlySet<string> = new Set(['layer', 'name', 'statements', 'document', 'via']);

function isLike(policy: EvidencePolicy, wanted: WantedPolicy): boolean {
  const { layer, name, statements, document } = wanted;
  const known = Object.keys(wanted).every((field) => POLICY_FIELDS.has(field));
  return (
    known &&
    policy.layer === layer &&
    (name === undefined || policy.name === name) &&
    (statements === undefined || statementCount(policy.document) === statements) &&
    (document === undefined ||
      Object.entries(document).every(
        ([member, value]) =>
          canonical(value) === canonical((policy.document as Record<string, unknown>)[member]),
      ))
  );
}

function statementCount(document: unknown): number {
  const { Statement: statements } = document as { readonly Statement?: unknown };
  return Array.isArray(statements) ? statements.length : 1;
}

/** Is there anything at a path such as `layer`, `request`, `request.context.aws:SourceIp`? */
function isPresent(evidence: Evidence, path: string): boolean {
  if (!path.includes('.')) return evidence[path as keyof Evidence] !== undefined;
  return [...comparable(evidence.request)].some(
    ([key, value]) => key.toLowerCase() === path.toLowerCase() && value !== undefined,
  );
}

function differs(what: string, wanted: unknown, found: unknown): readonly string[] {
  return canonical(wanted) === canonical(found)
    ? []
    : [`${what}: ${JSON.stringify(wanted)} is expected, ${JSON.stringify(found)} is told`];
}

/** Members in one order, plain lists as sets; the order of objects in a list stays. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    const items = value.map(canonical);
    const plain = value.every((item) => typeof item !== 'object');
    return `[${(plain ? [...new Set(items)].sort() : items).join()}]`;
  }
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
      .sort()
      .join()}}`;
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
