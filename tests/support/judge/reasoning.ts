/**
 * Judges a case of `reasoning.json`: what differs from its expectation, in words; nothing where it holds. Each example
 * that the core hands out is put to `evaluate`, and so is what the case itself says a side must allow.
 */
import type { Catalog } from '../../../src/catalog/service-reference';
import type { Request, Scenario } from '../../../src/case/scenario';
import { evaluate } from '../../../src/engine/evaluate';
import { globMatches, globOf } from '../../../src/language/glob';
import { inItsLayer } from '../../../src/reasoning/policy';
import type { AskedType } from '../../../src/reasoning/policy';
import { accessGranted } from '../../../src/reasoning/questions/granted';
import { comparePolicies } from '../../../src/reasoning/questions/compare';
import { deadStatementsOf } from '../../../src/reasoning/questions/dead';
import { catalogNow } from '../catalog';

type Document = Record<string, unknown>;

interface Wanted {
  readonly side?: 'a' | 'b';
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly resourceLike?: string;
  readonly context?: Record<string, string | readonly string[]>;
  readonly contextHas?: Record<string, unknown>;
  readonly absent?: readonly string[];
}

export interface ReasoningCase {
  readonly kind: string;
  readonly [field: string]: unknown;
}

const PROSE = new Set(['name', 'source', 'comment', 'why', 'note', 'notes', 'example']);
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  compare: ['kind', 'type', 'a', 'b', 'expect', 'anyName', 'newAccess', 'witness'],
  'access-not-granted': ['kind', 'type', 'policy', 'access', 'expect', 'reasons', 'witness'],
  'dead-statements': ['kind', 'type', 'policy', 'expect'],
};

/** What the statements of a policy, in its own layer, say to a request in the trace of `evaluate`. */
export function allowsRequest(policy: Document, type: AskedType, request: Request): boolean | undefined {
  const { layer, policies } = inItsLayer(type, { name: 'P', document: policy });
  const scenario: Scenario = { schema: 2, request, policies };
  const traces = evaluate(scenario)
    .steps.filter((step) => step.id === layer)
    .flatMap(({ levels }) =>
      levels.flatMap(({ policies: list }) => list.flatMap(({ statements }) => statements)),
    );
  const denies = traces.filter(({ effect }) => effect === 'Deny').map(({ truth }) => truth);
  const allows = traces.filter(({ effect }) => effect === 'Allow').map(({ truth }) => truth);
  if (denies.includes('yes')) return false;
  if (!allows.some((truth) => truth !== 'no')) return false;
  if (denies.includes('unknown') || !allows.includes('yes')) return undefined;
  return true;
}

function put(request: Request, { principal, action, resource, context = {}, absent = [] }: Wanted): Request {
  const gone = new Set([...absent, ...Object.keys(context)].map((key) => key.toLowerCase()));
  const kept = Object.entries(request.context ?? {}).filter(([key]) => !gone.has(key.toLowerCase()));
  return {
    ...request,
    ...(principal !== undefined && { principal }),
    ...(action !== undefined && { action }),
    ...(resource !== undefined && { resource }),
    context: { ...Object.fromEntries(kept), ...context },
  };
}

function fits(request: Request, { resourceLike, contextHas = {} }: Wanted): string[] {
  const faults: string[] = [];
  if (resourceLike !== undefined && !globMatches(globOf(resourceLike), request.resource)) {
    faults.push(`the example is on ${request.resource}, not on ${resourceLike}`);
  }
  const keys = new Set(Object.keys(request.context ?? {}).map((key) => key.toLowerCase()));
  for (const key of Object.keys(contextHas))
    if (!keys.has(key.toLowerCase())) faults.push(`the example lacks ${key}`);
  return faults;
}

const say = (name: string, found: unknown, wanted: unknown): string[] =>
  JSON.stringify(found) === JSON.stringify(wanted)
    ? []
    : [`${name} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];

function judgeCompare(c: ReasoningCase, catalog: Catalog): string[] {
  const [a, b, type] = [c['a'] as Document, c['b'] as Document, (c['type'] ?? 'identity') as AskedType];
  const found = comparePolicies(a, b, type, { catalog });
  const faults = [...say('relation', found.relation, c['expect'])];
  if ('anyName' in c) faults.push(...say('anyName', found.anyName, c['anyName']));
  if ('newAccess' in c) faults.push(...say('newAccess', found.gained.length > 0, c['newAccess']));
  const sides = [
    ['gained', found.gained, b, a],
    ['lost', found.lost, a, b],
  ] as const;
  for (const [name, groups, more, less] of sides) {
    for (const { witness } of groups) {
      const holds =
        allowsRequest(more, type, witness) === true && allowsRequest(less, type, witness) === false;
      if (!holds) faults.push(`not confirmed (${name}): ${JSON.stringify(witness)}`);
    }
  }
  const wanted = c['witness'] as Wanted | undefined;
  if (!wanted) return faults;
  const [, groups, more, less] = wanted.side === 'a' ? sides[1] : sides[0];
  const example = groups[0]?.witness;
  if (!example) return [...faults, `no example of what ${wanted.side ?? 'b'} alone allows`];
  const asked = put(example, wanted);
  if (allowsRequest(more, type, asked) !== true || allowsRequest(less, type, asked) !== false)
    faults.push(`not told apart: ${JSON.stringify(asked)}`);
  return [...faults, ...fits(asked, wanted)];
}

function judgeGranted(c: ReasoningCase, catalog: Catalog): string[] {
  const [policy, type] = [c['policy'] as Document, (c['type'] ?? 'identity') as AskedType];
  const found = accessGranted(policy, c['access'] as { actions?: string[] }, type, { catalog });
  const said = { no: 'PASS', yes: 'FAIL', undecided: 'undecided' }[found.answer];
  const faults = [...say('answer', said, c['expect'])];
  if ('reasons' in c) {
    const reasons = found.because.map(({ statement }) => statement).sort((x, y) => x - y);
    faults.push(...say('reasons', reasons, c['reasons']));
  }
  if (found.witness && allowsRequest(policy, type, found.witness) !== true) {
    faults.push(`not confirmed: ${JSON.stringify(found.witness)}`);
  }
  const wanted = c['witness'] as Wanted | undefined;
  if (!wanted) return faults;
  if (!found.witness) return [...faults, 'no example'];
  const asked = put(found.witness, wanted);
  if (allowsRequest(policy, type, asked) !== true) faults.push(`not allowed: ${JSON.stringify(asked)}`);
  return [...faults, ...fits(asked, wanted)];
}

function judgeDead(c: ReasoningCase, catalog: Catalog): string[] {
  const { dead } = c['expect'] as { dead: number[] };
  const found = deadStatementsOf(c['policy'] as Document, (c['type'] ?? 'identity') as AskedType, {
    catalog,
  });
  const faults = found.undecided.map(({ statement }) => `statement ${statement} is not decided`);
  return [
    ...faults,
    ...say(
      'dead',
      found.dead.map(({ statement }) => statement),
      dead,
    ),
  ];
}

/** What differs from the case; nothing means that it holds. */
export function judgeReasoning(c: ReasoningCase): string[] {
  const fields = FIELDS[c.kind];
  if (!fields) return [`${c.kind} is no kind of case`];
  const strange = Object.keys(c).filter((field) => !PROSE.has(field) && !fields.includes(field));
  const faults = strange.map((field) => `${field} is not known`);
  const catalog = catalogNow();
  if (c.kind === 'compare') return [...faults, ...judgeCompare(c, catalog)];
  return [...faults, ...(c.kind === 'dead-statements' ? judgeDead : judgeGranted)(c, catalog)];
}
