import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/index';
import { managedPolicies } from '../support/real-policies';

/** Policies of our own writing, with what makes a reader stumble: variables, quotes, numbers, booleans, odd texts. */
const OWN: readonly Policy[] = [
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
  {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'DenyHttp',
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        Effect: 'Allow',
        Principal: { AWS: ['111122223333', 'arn:aws:iam::444455556666:root'] },
        NotAction: 's3:ListBucket',
        Resource: 'arn:aws:s3:::b/${aws:username}/100%{x}$&{y}',
        Condition: {
          StringLike: {
            's3:prefix': ['home/', '# not a comment', '// nor this', 'a "quoted" \\ one', "it's"],
          },
          'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' },
        },
      },
    ],
  },
];

interface Policy {
  readonly Version?: string;
  readonly Statement: readonly Readonly<Record<string, unknown>>[];
}

const COMMENTS = ['# "Action" = "x"\n', '// }\n', '/* Effect = "Deny", */ ', ''];

/** Writes a policy in Terraform, and what is to come back of it; each text may be said in another way. */
class Writer {
  readonly placeholders = new Set<string>();
  readonly locals: string[] = [];
  #next = 0;

  constructor(private readonly choices: readonly number[]) {}

  choose(count: number): number {
    const choice = this.choices[this.#next % this.choices.length]! % count;
    this.#next += 1;
    return choice;
  }

  comment(): string {
    return this.choose(6) === 0 ? COMMENTS[this.choose(COMMENTS.length)]! : '';
  }

  /** The text of an expression, and the text that it stands for. */
  string(text: string): readonly [written: string, meant: string] {
    const plain = quoted(text);
    switch (this.choose(14)) {
      case 0:
        return this.open('aws_s3_bucket.b.arn');
      case 1: {
        this.placeholders.add('var.name');
        return [`"\${var.name}${plain.slice(1)}`, `\${var.name}${text}`];
      }
      case 2:
        return [`format("%s", ${plain})`, text];
      case 3:
        return [`join("", [${plain}, ""])`, text];
      case 4:
        return [`true ? ${plain} : "other"`, text];
      case 5: {
        const name = `l${this.locals.length}`;
        this.locals.push(`${name} = ${plain}`);
        return [`local.${name}`, text];
      }
      case 6:
        return this.open('data.aws_caller_identity.me.account_id');
      case 7:
        return this.open('lower(var.x)', 'lower( var.x )');
      case 8:
        return [`lookup({ a = ${plain} }, "a", "b")`, text];
      default:
        return [plain, text];
    }
  }

  open(name: string, written = name): readonly [string, string] {
    this.placeholders.add(name);
    return [written, `\${${name}}`];
  }

  list(items: readonly string[]): readonly [string, readonly string[]] {
    const parts = items.map((item) => this.string(item));
    const written = parts.map(([each]) => each);
    const meant = parts.map(([, each]) => each);
    const plain = `[${written.map((each) => `\n${this.comment()}${each}`).join(',')},\n]`;
    switch (this.choose(5)) {
      case 0:
        return [`concat(${plain}, [])`, meant];
      case 1:
        return [`flatten([${plain}])`, meant];
      case 2:
        return [`[for each_one in ${plain} : each_one]`, meant];
      default:
        return [plain, meant];
    }
  }

  /** Any JSON as the argument of `jsonencode`. */
  json(value: unknown): readonly [string, unknown] {
    if (typeof value === 'string') return this.string(value);
    if (Array.isArray(value)) {
      if (value.every((item) => typeof item === 'string')) return this.list(value);
      const parts = value.map((item) => this.json(item));
      return [
        `[\n${parts.map(([text]) => `${this.comment()}${text}`).join(',\n')}\n]`,
        parts.map(([, json]) => json),
      ];
    }
    if (typeof value !== 'object' || value === null) return [JSON.stringify(value), value];
    const members = Object.entries(value).map(([key, item]) => {
      // A whole principal that is not told leaves the policy out; that has a case of its own.
      const plain = key === 'Principal' && typeof item === 'string';
      return [key, plain ? ([quoted(item), item] as const) : this.json(item)] as const;
    });
    const text = members.map(
      ([key, [written]]) => `${this.comment()}${/^[A-Z]\w*$/.test(key) ? key : quoted(key)} = ${written}`,
    );
    return [`{\n${text.join('\n')}\n}`, Object.fromEntries(members.map(([key, [, json]]) => [key, json]))];
  }

  /** A statement as a block of the data source. */
  statement(statement: Readonly<Record<string, unknown>>): readonly [string, Record<string, unknown>] {
    const lines: string[] = [];
    const meant: Record<string, unknown> = {};
    const list = (value: unknown): readonly [string, readonly string[]] =>
      this.list(Array.isArray(value) ? (value as string[]).map(ampersand) : [ampersand(String(value))]);
    for (const [element, value] of Object.entries(statement)) {
      if (element === 'Sid' || element === 'Effect') {
        lines.push(`${element.toLowerCase()} = ${quoted(String(value))}`);
        meant[element] = value;
      } else if (element === 'Condition') {
        for (const [test, keys] of Object.entries(value as object))
          for (const [key, values] of Object.entries(keys as object)) {
            const [text, all] = list(values);
            lines.push(
              `condition {\n test = ${quoted(test)}\n variable = ${quoted(key)}\n values = ${text}\n}`,
            );
            meant['Condition'] = { ...(meant['Condition'] as object) };
            const condition = meant['Condition'] as Record<string, Record<string, unknown>>;
            condition[test] = { ...condition[test], [key]: all.map(variable) };
          }
      } else if (element === 'Principal') {
        const groups = value === '*' ? { '*': '*' } : (value as Record<string, unknown>);
        for (const [type, ids] of Object.entries(groups)) {
          if (value === '*') {
            lines.push('principals {\n type = "*"\n identifiers = ["*"]\n}');
            meant[element] = '*';
            continue;
          }
          const [text, all] = list(ids);
          lines.push(`principals {\n type = ${quoted(type)}\n identifiers = ${text}\n}`);
          meant[element] = { ...(meant[element] as object), [type]: all.map(variable) };
        }
      } else {
        const argument = {
          Action: 'actions',
          NotAction: 'not_actions',
          Resource: 'resources',
          NotResource: 'not_resources',
        }[element]!;
        const [text, all] = list(value);
        lines.push(`${argument} = ${text}`);
        meant[element] = element.endsWith('Resource') ? all.map(variable) : all.map((item) => item);
      }
    }
    return [`statement {\n${lines.map((line) => `${this.comment()}${line}`).join('\n')}\n}`, meant];
  }
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(/[$%]\{/g, (start) => `${start[0]!}${start}`);
}

/** The data source's own way of writing IAM's variables, where the text has none already. */
function ampersand(text: string): string {
  return text.includes('&{') ? text : text.replaceAll('${aws:', '&{aws:');
}

function variable(text: string): string {
  return text.replaceAll('&{', '${');
}

/** One value and a list of it mean the same; a list is a set. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = (value as unknown[]).map(canonical);
    if (items.some((item) => typeof item === 'object')) return items;
    return [...new Set(items)].sort();
  }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        typeof item === 'string' && key !== 'Effect' && key !== 'Sid' && key !== 'Version' && item !== '*'
          ? [item]
          : item === '*'
            ? ['*']
            : canonical(item),
      ]),
    );
  return value;
}

const POLICIES = [...OWN, ...(managedPolicies() as readonly Policy[])];
const CHOICES = fc.record({
  policy: fc.constantFrom(...POLICIES),
  choices: fc.array(fc.nat(1000), { minLength: 5, maxLength: 40 }),
});
const RUNS = { numRuns: Number(process.env['RUNS'] ?? 80) };

function holds(text: string, meant: unknown, writer: Writer): void {
  const { policies = [], kind } = readEvidence(text);
  expect(kind, text).toBe('policy');
  expect(
    policies.map(({ document }) => canonical(document)),
    text,
  ).toEqual([canonical(meant)]);
  const shown = JSON.stringify(meant);
  const wanted = [...writer.placeholders].filter((name) => shown.includes(`\${${name}}`));
  expect([...(policies[0]?.code?.placeholders ?? [])].sort(), text).toEqual(wanted.sort());
  expect(policies[0]?.code?.notRead, text).toEqual([]);
}

describe('a real policy written in Terraform', () => {
  it('with jsonencode comes back whole, with its references as placeholders', () => {
    fc.assert(
      fc.property(CHOICES, ({ policy, choices }) => {
        const writer = new Writer(choices);
        const parts = policy.Statement.map((statement) => writer.json(statement));
        const text = parts.map(([each]) => each).join(',\n');
        const locals = writer.locals.length === 0 ? '' : `locals {\n${writer.locals.join('\n')}\n}\n`;
        const meant = { Version: '2012-10-17', Statement: parts.map(([, each]) => each) };
        holds(
          `resource "aws_iam_policy" "p" {\n  name   = "p"\n  policy = jsonencode({\nVersion = "2012-10-17"\nStatement = [${text}]\n})\n}\n${locals}`,
          meant,
          writer,
        );
      }),
      RUNS,
    );
  });

  it('as aws_iam_policy_document comes back whole, with its references as placeholders', () => {
    fc.assert(
      fc.property(CHOICES, ({ policy, choices }) => {
        const writer = new Writer(choices);
        const parts = policy.Statement.map((statement) => writer.statement(statement));
        const locals = writer.locals.length === 0 ? '' : `locals {\n${writer.locals.join('\n')}\n}\n`;
        const text = `data "aws_iam_policy_document" "p" {\n${parts.map(([each]) => each).join('\n')}\n}\n${locals}`;
        holds(text, { Version: '2012-10-17', Statement: parts.map(([, each]) => each) }, writer);
      }),
      RUNS,
    );
  });

  it('with a list that the text does not tell is said to be so', () => {
    fc.assert(
      fc.property(fc.constantFrom('var.more', 'local.none', 'module.m.arns', 'data.x.y.z[*].arn'), (list) => {
        const { policies = [], notes } = readEvidence(
          `resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = concat(["a"], ${list}) }] })\n}`,
        );
        expect(policies[0]?.document).toEqual({
          Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: ['a', `\${${list}}`] }],
        });
        expect(notes.join(' ')).toContain(`\`${list}\` in line 2`);
      }),
      { numRuns: 4 },
    );
  });
});

describe('any text that is nearly Terraform', () => {
  const SAMPLE = `locals {
  a = [for k, v in { x = "y" } : "\${k}-\${v}" if v != ""]
}
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.b.arn, "\${local.a[0]}/*"]
    condition {
      test     = "StringLike"
      variable = "aws:x"
      values   = [<<-X
        a \${upper("b")} %{ if true }c%{ endif }
      X
      ]
    }
  }
}
resource "aws_iam_role_policy" "r" {
  role   = aws_iam_role.r.id
  policy = data.aws_iam_policy_document.d.json
}
`;

  it('is read, refused or left, and never breaks the reader', () => {
    const parts = fc.constantFrom(
      ...Array.from('{}[]()"$%=,.\n#*/<-:?!0a'),
      '${',
      '%{',
      '<<A\n',
      'for ',
      '__proto__',
      '\\u12',
      '\ufdd0',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(SAMPLE.length), fc.nat(30), parts), { minLength: 1, maxLength: 4 }),
        (changes) => {
          let text = SAMPLE;
          for (const [at, cut, part] of changes) text = text.slice(0, at) + part + text.slice(at + cut);
          const { notes, kind } = readEvidence(text);
          expect(typeof kind).toBe('string');
          expect(Array.isArray(notes)).toBe(true);
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    );
  });
});
