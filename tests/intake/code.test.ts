import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/index';
import { differences } from '../support/differences';
import { casePolicies, hasCorpus, managedPolicies } from '../support/real-policies';

/** Policies of our own writing, with what makes a reader stumble: variables, quotes, numbers, booleans, nesting, odd Sids. */
const OWN: readonly object[] = [
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
  {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'DenyHttp',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
        Condition: { Bool: { 'aws:SecureTransport': false } },
      },
      {
        Effect: 'Allow',
        Principal: { AWS: ['111122223333', 'arn:aws:iam::444455556666:root'] },
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: 'arn:aws:s3:::b/${aws:username}/*',
        Condition: {
          StringLike: { 's3:prefix': ['home/', '# not a comment', '// nor this', 'a "quoted" one', "it's"] },
          NumericLessThan: { 's3:max-keys': 10 },
        },
      },
    ],
  },
  {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: {
          Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
        },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
          StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:octo/repo:*' },
        },
      },
    ],
  },
];

type Language = 'python' | 'javascript';

/** A value that is not written out, as each language may have it, and what is read of it; undefined: nothing. */
const REFERENCES: Readonly<
  Record<Language, readonly (readonly [written: string, read: string | undefined])[]>
> = {
  python: [
    ['bucket.arn', '${bucket.arn}'],
    ['ARN', '${ARN}'],
    ['f"{arn}/*"', '${arn}/*'],
    ['"%s/*" % arn', '${arn}/*'],
    ['"%s:%s" % (head, tail)', '${head}:${tail}'],
    ['"{}/{x}".format(arn, x="y")', '${arn}/y'],
    ['"/".join(["a", arn])', 'a/${arn}'],
    ['arn + "/*"', '${arn}/*'],
    ['", ".join(parts)', '${_, _.join(parts)}'],
    ['[b for b in bs]', undefined],
    ['os.environ["X"]', '${os.environ.X}'],
    ['"a" if x else "b"', undefined],
    ['*more', undefined],
  ],
  javascript: [
    ['bucket.arn', '${bucket.arn}'],
    ['ARN', '${ARN}'],
    ['`${arn}/*`', '${arn}/*'],
    ['arn + "/*"', '${arn}/*'],
    ['"a" + arn', 'a${arn}'],
    ['parts.join(", ")', '${parts.join(_, _)}'],
    ['["a", arn].join("/")', 'a/${arn}'],
    ['"a/".concat(arn)', 'a/${arn}'],
    ['...more', undefined],
    ['x ? "a" : "b"', undefined],
    ['process.env.X', '${process.env.X}'],
    ['fn()', '${fn()}'],
  ],
};

const COMMENTS: Readonly<Record<Language, readonly string[]>> = {
  python: ['# "Effect": "Deny",\n', '# }\n'],
  javascript: ['// "Effect": "Deny",\n', '/* ] } */ '],
};

interface Choices {
  /** Of the comments and references, by the place in the policy. */
  readonly comments: readonly number[];
  readonly reference: number | undefined;
  readonly which: number;
  /** An object alone, and not what a call is given. */
  readonly plain: boolean;
}

/** The policy as a program in a language; `reference` is the value that is not written out. */
function write(
  policy: object,
  language: Language,
  { comments, reference, which, plain }: Choices,
): { text: string; cut: boolean; read: string | undefined } {
  let place = 0;
  let cut = false;
  const [written, read] = REFERENCES[language][which % REFERENCES[language].length]!;
  const comment = (): string => {
    place += 1;
    return comments.includes(place % 23) ? COMMENTS[language][place % COMMENTS[language].length]! : '';
  };
  const string = (text: string): string => {
    return language === 'python' && !text.includes("'") && !text.includes('\\')
      ? `'${text}'`
      : JSON.stringify(text);
  };
  const replaced = { hole: false };
  const value = (item: unknown, name = ''): string => {
    if (typeof item === 'string') {
      if (reference !== undefined && place >= reference && !cut) {
        cut = true;
        // No text stands for principals of which not even the kind is told.
        replaced.hole = name === 'Principal';
        return written;
      }
      return string(item);
    }
    if (typeof item === 'boolean' && language === 'python') return item ? 'True' : 'False';
    if (typeof item !== 'object' || item === null) return JSON.stringify(item);
    if (Array.isArray(item)) return `[\n${item.map((each) => `${comment()}${value(each)}`).join(',\n')}\n]`;
    const members = Object.entries(item).map(([name, each]) => {
      const plain = /^[A-Z]\w*$/.test(name) && language !== 'python';
      return `${comment()}${plain ? name : string(name)} : ${value(each, name)}`;
    });
    return `{\n${members.join(',\n')}\n}`;
  };
  const body = value(policy);
  const alone = {
    python: `policy = ${body}\nprint(policy)\n`,
    javascript: `const policy = ${body};\nconsole.log(policy);\n`,
  }[language];
  const given = {
    python: `import json\npolicy = json.dumps(${body})\niam.put_role_policy(PolicyDocument=policy)\n`,
    javascript: `const policy = new Policy(this, "P", ${body});\n`,
  }[language];
  return { text: plain ? alone : given, cut, read: replaced.hole ? undefined : read };
}

function hasEffects(policy: object): boolean {
  const { Statement } = policy as { readonly Statement: readonly unknown[] };
  return Statement.every((one) => typeof (one as { readonly Effect?: unknown } | null)?.Effect === 'string');
}

describe('a policy in a program', () => {
  const real = casePolicies();
  const managed = managedPolicies();
  const policies = [...OWN, ...real, ...managed];

  it('is tried with real policies too', () => {
    expect(real.length).toBeGreaterThan(100);
    if (hasCorpus) expect(managed.length).toBeGreaterThan(20);
  });

  it.each<Language>(['python', 'javascript'])('in %s is read whole, or left out and said so', (language) => {
    const choices = fc.record({
      policy: fc.constantFrom(...policies),
      comments: fc.array(fc.nat(22), { maxLength: 5 }),
      reference: fc.option(fc.nat(30), { nil: undefined }),
      which: fc.nat(20),
      plain: fc.boolean(),
    });
    fc.assert(
      fc.property(choices, ({ policy, ...rest }) => {
        const { text, cut, read } = write(policy, language, rest);
        const { policies: found = [], notes, kind } = readEvidence(text);
        if (cut && found.length > 0) {
          // The reference stands where the value stood, and nowhere else.
          expect(read, text).toBeDefined();
          expect(found, text).toHaveLength(1);
          expect(differences(policy, found[0]!.document), text).toEqual([read]);
        } else if (cut) {
          // Without an effect that is written out in each statement, a plain object of a program is no policy to complete.
          if (hasEffects(policy)) expect(read, text).toBeUndefined();
          expect(kind).toBe('unknown');
          expect(notes.join(' '), text).toMatch(/left out|could not be read/);
        } else {
          expect(
            found.map(({ document }) => document),
            text,
          ).toEqual([policy]);
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 150) },
    );
  });

  it.each([
    ['cut off inside a condition', JSON.stringify(OWN[1]).slice(0, -40)],
    ['with a name twice', '{"Statement":[{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}]}'],
    ['with a value missing', '{"Statement":[{"Effect":"Allow","Action":,"Resource":"*"}]}'],
  ])('%s is left out and said so', (_, text) => {
    const { policies = [], notes } = readEvidence(`Here:\n${text}`);
    expect(policies).toEqual([]);
    expect(notes.join(' ')).toMatch(/left out/);
  });
});
