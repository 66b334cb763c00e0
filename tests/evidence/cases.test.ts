import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/index';
import { readEvidence } from '../../src/index';
import cases from '../cases/evidence.json';
import more from '../cases/evidence-more.json';

/** The rules of comparison: only what is listed is checked; see each function. */
interface Expectation {
  readonly kind: string;
  readonly request?: Readonly<Record<string, unknown>>;
  readonly layer?: string;
  readonly denial?: string;
  readonly policyArn?: string;
  readonly policies?: readonly {
    readonly layer: string;
    readonly name?: string;
    readonly via?: string;
    readonly statements: number;
  }[];
  readonly named?: readonly object[];
  readonly s3?: object;
  readonly organization?: object;
  readonly absent?: readonly string[];
  /** Words that some note must hold. */
  readonly says?: string;
}

interface Case {
  readonly name: string;
  readonly text: string | { readonly generate: string };
  readonly expect: Expectation;
}

function textOf({ text }: Case): string {
  if (typeof text === 'string') return text;
  // oxlint-disable-next-line typescript/no-implied-eval -- a long text is kept as the expression that makes it
  return (new Function(`return ${text.generate}`) as () => string)();
}

/** Actions and context keys compare without case, lists as sets. */
function comparable(request: Readonly<Record<string, unknown>> = {}): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [field, value] of Object.entries(request)) {
    if (field === 'context') {
      for (const [key, entry] of Object.entries(value as object)) {
        const sorted: unknown = Array.isArray(entry) ? [...new Set(entry as string[])].sort() : entry;
        found.set(`request.context.${key.toLowerCase()}`, sorted);
      }
    } else found.set(`request.${field}`, field === 'action' ? String(value).toLowerCase() : value);
  }
  return found;
}

function statementCount(document: unknown): number {
  const { Statement: statements } = document as { Statement: unknown };
  return Array.isArray(statements) ? statements.length : 1;
}

/** Is there anything at a path such as `layer`, `request`, `request.context.aws:SourceIp`? */
function isPresent(evidence: Evidence, path: string): boolean {
  const [field, ...rest] = path.split('.');
  if (rest.length === 0)
    return Object.hasOwn(evidence, field!) && evidence[field as keyof Evidence] !== undefined;
  const present = comparable(evidence.request);
  return [...present].some(([key, value]) => key.toLowerCase() === path.toLowerCase() && value !== undefined);
}

describe('readEvidence', () => {
  it.each([...cases, ...more] as unknown as Case[])('$name', (example) => {
    const { kind, request, layer, denial, policyArn, policies, absent = [] } = example.expect;
    const evidence = readEvidence(textOf(example));
    expect(evidence.kind).toBe(kind);
    const found = comparable(evidence.request);
    for (const [path, value] of comparable(request)) expect([path, found.get(path)]).toEqual([path, value]);
    if (layer !== undefined) expect(evidence.layer).toBe(layer);
    if (denial !== undefined) expect(evidence.denial).toBe(denial);
    if (policyArn !== undefined) expect(evidence.policyArn).toBe(policyArn);
    if (policies !== undefined) {
      const left = [...(evidence.policies ?? [])];
      for (const wanted of policies) {
        const at = left.findIndex(
          ({ layer: kindOf, name, via, document }) =>
            kindOf === wanted.layer &&
            statementCount(document) === wanted.statements &&
            (wanted.via === undefined || wanted.via === via) &&
            (wanted.name === undefined || wanted.name === name),
        );
        expect(at, `a policy like ${JSON.stringify(wanted)}`).not.toBe(-1);
        left.splice(at, 1);
      }
      expect(left).toEqual([]);
    }
    const { named, s3, organization, says } = example.expect;
    if (named !== undefined) expect(evidence.named).toMatchObject(named);
    if (s3 !== undefined) expect(evidence.s3).toEqual(s3);
    if (organization !== undefined) expect(evidence.organization).toEqual(organization);
    if (says !== undefined) expect(evidence.notes.join(' ').toLowerCase()).toContain(says.toLowerCase());
    for (const path of absent) expect([path, isPresent(evidence, path)]).toEqual([path, false]);
    if (example.name.startsWith('unknown') || kind === 'unknown')
      expect(evidence.notes.length).toBeGreaterThan(0);
  });
});
