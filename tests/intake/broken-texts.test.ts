/** Texts that were broken on their way: cut, of another encoding, with other marks. Read whole, or said and nothing handed out. */
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/index';

const TEXTS: Readonly<Record<string, string>> = {
  JSON: JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
    },
    null,
    2,
  ),
  YAML: 'Version: "2012-10-17"\nStatement:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: arn:aws:s3:::b/*\n',
  Terraform:
    'resource "aws_iam_policy" "p" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::b/*" }]\n  })\n}\n',
  CloudFormation:
    'Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Action: s3:GetObject\n            Resource: "arn:aws:s3:::b/*"\n',
  CDK: "role.addToPolicy(new iam.PolicyStatement({\n  actions: ['s3:GetObject'],\n  resources: ['arn:aws:s3:::b/*'],\n}));\n",
  Python:
    'policy = {\n    "Version": "2012-10-17",\n    "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}],\n}\n',
};
const statements = (text: string): unknown[] =>
  (readEvidence(text).policies ?? []).flatMap(
    ({ document }) => (document as { Statement: unknown[] }).Statement,
  );
const one = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;

const MENDED: Readonly<Record<string, (text: string) => string>> = {
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'two bytes a letter': (text) => `\ufffd\ufffd${text.split('').join('\0')}\0`,
  'typographic quotation marks': (text) =>
    text.replace(/"([^"\n]*)"/g, '\u201c$1\u201d').replace(/'([^'\n]*)'/g, '\u2018$1\u2019'),
  'low quotation marks': (text) =>
    text.replace(/"([^"\n]*)"/g, '\u201e$1\u201c').replace(/'([^'\n]*)'/g, '\u201a$1\u2018'),
  'wide quotation marks': (text) => text.replaceAll('"', '\uff02').replaceAll("'", '\uff07'),
  'spaces that do not break': (text) => text.replaceAll(' ', '\u00a0'),
  'wide spaces': (text) => text.replaceAll(' ', '\u3000'),
};

describe.each(Object.entries(TEXTS))('%s', (_, text) => {
  it.each(Object.entries(MENDED))('with %s is read whole', (__, mended) => {
    const [statement] = statements(mended(text)) as [Record<string, unknown>];
    expect(Object.fromEntries(Object.entries(statement).map(([name, value]) => [name, one(value)]))).toEqual({
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::b/*',
    });
  });

  it('cut anywhere hands out no statement that lacks a part and looks whole', () => {
    for (let end = 20; end < text.length - 3; end += 1) {
      const cut = text.slice(0, end);
      const read = readEvidence(cut);
      for (const statement of statements(cut)) {
        expect(typeof statement, cut).toBe('object');
        const { Effect, Action, Resource } = statement as Record<string, unknown>;
        // Without one of these the editor says what is missing.
        if (Effect === undefined || Action === undefined || Resource === undefined) continue;
        expect(one(Action), cut).toBe('s3:GetObject');
      }
      expect(read.notes.length + (read.policies ?? []).length, cut).toBeGreaterThan(0);
    }
  });
});

it('code that is longer than what is read says so', () => {
  const call = TEXTS['CDK']!;
  const read = readEvidence(call.repeat(Math.ceil(1_000_100 / call.length)));
  expect(read.kind).toBe('policy');
  expect(read.notes).toContain('Only the first 1000000 characters of the code were read.');
});
