import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/index';
import { differences } from '../support/differences';
import { casePolicies, managedPolicies } from '../support/real-policies';

/** Those of which the JSON is read as a policy: some cases are about texts that are none. */
const POLICIES = [...casePolicies(), ...managedPolicies()].filter(
  (policy) => readEvidence(JSON.stringify(policy)).policies?.length === 1,
);

/** Values that are not written out, and what is read of each; undefined: nothing. */
const REFERENCES: readonly (readonly [written: string, read: string | undefined])[] = [
  ['!Ref Bucket', '${Bucket}'],
  ['!GetAtt Bucket.Arn', '${Bucket.Arn}'],
  ["!Sub '${Bucket.Arn}/*'", '${Bucket.Arn}/*'],
  ['*bucket', undefined],
  ['!join ["", [a, b]]', undefined],
];
const COMMENTS = ['# Effect: Deny', "# - 's3:*'", '#   }'] as const;
/** What stands round a policy in the CLI's answers; the policy is indented by so much. */
const AROUND = [
  ['', 0],
  ["PolicyVersion:\n  CreateDate: '2026-01-01T00:00:00+00:00'\n  Document:\n", 4],
  ['PolicyDocument:\n', 2],
  ['$ aws iam get-role-policy --role-name R --policy-name P --output yaml\nPolicyDocument:\n', 2],
] as const;

/** Writes a document as YAML: block or flow, plain or quoted, with comments, and once with a reference. */
class Writer {
  #next = 0;
  #place = 0;
  /** The reference that stands for a text, once there is one. */
  referred: (typeof REFERENCES)[number] | undefined;

  constructor(
    private readonly choices: readonly number[],
    /** At this value and after it a text is a reference. */
    private readonly reference: number | undefined,
  ) {}

  choose(count: number): number {
    const choice = this.choices[this.#next % this.choices.length]! % count;
    this.#next += 1;
    return choice;
  }

  comment(indent: string): string {
    return this.choose(5) === 0 ? `${indent}${COMMENTS[this.choose(COMMENTS.length)]!}\n` : '';
  }

  scalar(value: unknown): string {
    if (typeof value !== 'string') return JSON.stringify(value);
    this.#place += 1;
    if (this.reference !== undefined && this.referred === undefined && this.#place > this.reference) {
      this.referred = REFERENCES[this.choose(REFERENCES.length)]!;
      return this.referred[0];
    }
    const isPlain = /^[A-Za-z][\w./-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value);
    const how = this.choose(3);
    if (how === 0 && isPlain) return value;
    return how === 1 ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
  }

  /** The lines of a value, each with its indentation. */
  lines(value: unknown, indent: string): string {
    if (Array.isArray(value)) {
      return value
        .map((item) => `${this.comment(indent)}${indent}- ${this.lines(item, `${indent}  `).trimStart()}`)
        .join('');
    }
    if (typeof value !== 'object' || value === null) return `${indent}${this.scalar(value)}\n`;
    return Object.entries(value)
      .map(([name, item]) => `${this.comment(indent)}${indent}${key(name)}:${this.member(item, indent)}`)
      .join('');
  }

  member(item: unknown, indent: string): string {
    const isScalar = typeof item !== 'object' || item === null;
    if (isScalar) return ` ${this.scalar(item)}${this.choose(6) === 0 ? ' # said' : ''}\n`;
    if (Object.keys(item).length === 0) return ` ${Array.isArray(item) ? '[]' : '{}'}\n`;
    if (Array.isArray(item) && item.every((each) => typeof each === 'string') && this.choose(3) === 0)
      return ` [${item.map((each) => this.flow(each)).join(', ')}]\n`;
    const members = Object.entries(item);
    if (!Array.isArray(item) && members.every(([, each]) => typeof each === 'string') && this.choose(3) === 0)
      return ` { ${members.map(([name, each]) => `${key(name)}: ${this.flow(each as string)}`).join(', ')} }\n`;
    return `\n${this.lines(item, `${indent}  `)}`;
  }

  /** In a flow list a text is quoted: commas and brackets mean something there. */
  flow(text: string): string {
    const written = this.scalar(text);
    return /^[A-Za-z]/.test(written) ? JSON.stringify(text) : written;
  }
}

function key(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}

describe('a policy in YAML', () => {
  it('is tried with real policies', () => {
    expect(POLICIES.length).toBeGreaterThan(100);
  });

  it('is read whole, or not at all, which is said', () => {
    let whole = 0;
    const given = fc.record({
      policy: fc.constantFrom(...POLICIES),
      choices: fc.array(fc.nat(1000), { minLength: 5, maxLength: 40 }),
      reference: fc.option(fc.nat(12), { nil: undefined }),
      around: fc.constantFrom(...AROUND),
    });
    fc.assert(
      fc.property(given, ({ policy, choices, reference, around: [before, depth] }) => {
        const writer = new Writer(choices, reference);
        const text = before + writer.lines(policy, ' '.repeat(depth));
        const { policies = [], notes, kind } = readEvidence(text);
        if (writer.referred !== undefined && policies.length > 0) {
          expect(policies, text).toHaveLength(1);
          expect(differences(policy, policies[0]!.document), text).toEqual([writer.referred[1]]);
          return;
        }
        if (writer.referred !== undefined) {
          expect(writer.referred[1], text).toBeUndefined();
          expect(kind, text).toBe('unknown');
          expect(notes.join(' '), text).toMatch(/left out|YAML|could not be read/);
          return;
        }
        whole += 1;
        expect(
          policies.map(({ document }) => document),
          text,
        ).toEqual([policy]);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 150) },
    );
    expect(whole).toBeGreaterThan(20);
  });
});
