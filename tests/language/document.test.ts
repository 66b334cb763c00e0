import { describe, expect, it } from 'vitest';
import { readPolicyDocument, readPolicyText } from '../../src/language/document';
import type { PolicyForm } from '../../src/language/forms';

/** The first problem, and the text that it underlines. */
function problemIn(text: string, form: PolicyForm = 'identity'): [string, string] | undefined {
  const read = readPolicyText(text, form);
  if (read.kind === 'readable') return undefined;
  const { message, offset, length } = read.problem;
  return [message, text.slice(offset, offset + length)];
}

const statement = (members: string): string => `{"Version":"2012-10-17","Statement":[{${members}}]}`;
const WHOLE = '"Effect":"Allow","Action":"s3:*","Resource":"*"';

describe('policies that can be read', () => {
  it.each<[string, PolicyForm]>([
    [statement(WHOLE), 'identity'],
    [`{"Statement":{${WHOLE}}}`, 'scp'],
    [statement('"Effect":"Deny","NotAction":[],"NotResource":["a","b"],"Sid":"","Condition":{}'), 'boundary'],
    [
      statement(
        `${WHOLE},"Condition":{"numericequals":{"x:y":[1,true,"z"]},"ForAnyValue:StringLikeIfExists":{"x:y":[]}}`,
      ),
      'session',
    ],
    [statement('"Effect":"Allow","Action":"sts:AssumeRole","Principal":"*"'), 'trust'],
    [statement('"Effect":"Allow","Action":"s3:*","NotPrincipal":{"AWS":[]}'), 'resource'],
    [statement(`${WHOLE},"NotPrincipal":{"AWS":"*"}`), 'endpoint'],
    [
      statement(`${WHOLE},"Principal":{"AWS":"*","Service":["a"],"Federated":"b","CanonicalUser":"c"}`),
      'endpoint',
    ],
    [`{"Id":"x","Version":"2008-10-17","Statement":[]}`, 'identity'],
  ])('%s as %s', (text, form) => {
    expect(problemIn(text, form)).toBeUndefined();
  });

  it('keeps text as written, and knows whether variables mean something', () => {
    const read = readPolicyText(
      statement(`${WHOLE},"Sid":"A b","Condition":{"bool":{"X:y":false}}`),
      'identity',
    );
    expect(read).toMatchObject({
      kind: 'readable',
      tree: {
        variables: true,
        statements: [
          {
            index: 0,
            path: 'Statement[0]',
            sid: 'A b',
            conditions: [{ written: 'bool', key: 'X:y', values: ['false'] }],
          },
        ],
      },
    });
    expect(
      readPolicyText(statement(`${WHOLE},"Condition":{"bool":{"X:y":[false],"X:z":1}}`), 'identity'),
    ).toMatchObject({
      tree: {
        statements: [
          {
            action: { values: ['s3:*'], bracketed: false },
            conditions: [
              { key: 'X:y', values: ['false'], bracketed: true },
              { key: 'X:z', values: ['1'], bracketed: false },
            ],
          },
        ],
      },
    });
    expect(
      readPolicyText(statement('"Effect":"Allow","Action":["s3:*"],"Resource":[]'), 'identity'),
    ).toMatchObject({
      tree: { statements: [{ action: { bracketed: true }, resource: { bracketed: true } }] },
    });
    expect(readPolicyText(`{"Statement":{${WHOLE}}}`, 'identity')).toMatchObject({
      tree: { variables: false, statements: [{ path: 'Statement' }] },
    });
  });
});

describe('policies whose meaning is open', () => {
  it.each<[string, string, string, PolicyForm?]>([
    ['', 'the policy is empty', ''],
    ['{"Statement": [', 'a closing bracket `]` belongs here', ''],
    ['{"Statement" []}', 'a colon belongs here', '['],
    ['{"a": 1,}', 'a name in double quotes belongs here', '}'],
    ['{"a": tru}', 'this is not JSON', 'tru'],
    [`{"Statement":[]} // none yet`, 'a policy holds no comments', '// none yet'],
    [
      '// Not visible: it is another account’s',
      'its text is not here yet',
      '// Not visible: it is another account’s',
    ],
    ['[]', 'a policy is an object in braces', '[]'],
    ['{}', 'the policy has no `Statement`', '{}'],
    [
      '{"Statement":[],"statement":[]}',
      '`statement` is not an element of a policy: write `Statement`',
      '"statement"',
    ],
    ['{"Version":"2012","Statement":[]}', '`Version` is `"2012-10-17"` or `"2008-10-17"`', '"2012"'],
    ['{"Id":1,"Statement":[]}', '`Id` is a text', '1'],
    ['{"Statement":["x"]}', 'a statement is an object in braces', '"x"'],
    [statement(`${WHOLE},"Sid":1`), '`Sid` is a text', '1'],
    [statement(`${WHOLE},"Conditon":{}`), '`Conditon` is not an element of a statement', '"Conditon"'],
    [
      statement('"Action":"s3:*","Resource":"*"'),
      'the statement has no `Effect`',
      '{"Action":"s3:*","Resource":"*"}',
    ],
    [
      statement('"Effect":"allow","Action":"s3:*","Resource":"*"'),
      '`Effect` is `"Allow"` or `"Deny"`, in these letters',
      '"allow"',
    ],
    [
      statement('"Effect":"Allow","Resource":"*"'),
      'the statement has no `Action`',
      '{"Effect":"Allow","Resource":"*"}',
    ],
    [
      statement(`${WHOLE},"NotAction":"x:y"`),
      'a statement has `Action` or `NotAction`, not both',
      '"NotAction"',
    ],
    [
      statement(`${WHOLE},"NotResource":"x"`),
      'a statement has `Resource` or `NotResource`, not both',
      '"NotResource"',
    ],
    [statement('"Effect":"Allow","Action":5,"Resource":"*"'), 'a text or a list of texts belongs here', '5'],
    [statement('"Effect":"Allow","Action":["a",5],"Resource":"*"'), 'a text belongs here', '5'],
    [statement('"Effect":"Allow","Action":[5,"a"],"Resource":"*"'), 'a text belongs here', '5'],
    [
      statement('"Effect":"Allow","Principal":{"AWS":"*"},"Action":5,"Resource":"*"'),
      'a text or a list of texts belongs here',
      '5',
      'resource',
    ],
    [
      statement(`${WHOLE},"Condition":{"Bool":{"a:b":"true"},"Null":{"a:b":null}}`),
      'a value or a list of values belongs here',
      'null',
    ],
    [
      `{"Statement":[{${WHOLE},"Condition":{"Bool":{"a:b":"true"}}},{${WHOLE},"Sid":1}]}`,
      '`Sid` is a text',
      '1',
    ],
    [
      statement('"Effect":"Allow","Action":"s3:*"'),
      'the statement has no `Resource`',
      '{"Effect":"Allow","Action":"s3:*"}',
    ],
    [statement(`${WHOLE},"Principal":"*"`), 'an identity-based policy has no `Principal`', '"Principal"'],
    [statement(`${WHOLE},"NotPrincipal":"*"`), 'an SCP has no `NotPrincipal`', '"NotPrincipal"', 'scp'],
    [statement(WHOLE), 'a statement of a resource-based policy needs `Principal`', `{${WHOLE}}`, 'resource'],
    [
      statement(`${WHOLE},"Principal":"*"`),
      'a role trust policy has no `Resource`: it is about its role',
      '"Resource"',
      'trust',
    ],
    [statement(`${WHOLE},"NotPrincipal":"*"`), 'an RCP has no `NotPrincipal`', '"NotPrincipal"', 'rcp'],
    [
      statement(`${WHOLE},"Principal":"*","NotPrincipal":{}`),
      'a statement has `Principal` or `NotPrincipal`, not both',
      '"NotPrincipal"',
      'resource',
    ],
    [
      statement(`${WHOLE},"Principal":"x"`),
      '`Principal` is `"*"` or a map such as `{"AWS": "…"}`',
      '"x"',
      'resource',
    ],
    [
      statement(`${WHOLE},"Principal":{"aws":"*"}`),
      '`aws` is not an element of `Principal`: write `AWS`',
      '"aws"',
      'resource',
    ],
    [
      statement(`${WHOLE},"Condition":[]`),
      '`Condition` is a map of operators, each with its keys and values',
      '[]',
    ],
    [
      statement(`${WHOLE},"Condition":{"StringIs":{}}`),
      '`StringIs` is not a condition operator',
      '"StringIs"',
    ],
    [
      statement(`${WHOLE},"Condition":{"NullIfExists":{}}`),
      '`NullIfExists` is not a condition operator',
      '"NullIfExists"',
    ],
    [
      statement(`${WHOLE},"Condition":{"Bool":"x"}`),
      '`Bool` is a map of condition keys and their values',
      '"x"',
    ],
    [
      statement(`${WHOLE},"Condition":{"Bool":{"a:b":null}}`),
      'a value or a list of values belongs here',
      'null',
    ],
    [
      statement(`${WHOLE},"Condition":{"Bool":{"a:b":["x",{}]}}`),
      'a text, a number, `true` or `false` belongs here',
      '{}',
    ],
    [statement(`${WHOLE},"Effect":"Deny"`), '`Effect` stands twice in one object', '"Effect"'],
  ])('%s', (text, message, underlined, form = 'identity') => {
    expect(problemIn(text, form)).toEqual([message, underlined]);
  });

  it('tells the place in a document as it would be laid out', () => {
    const read = readPolicyDocument({ Statement: [{ Effect: 'Allow', Action: 's3:*' }] }, 'identity');
    expect(read).toMatchObject({
      kind: 'unreadable',
      problem: { message: 'the statement has no `Resource`', offset: 23 },
    });
  });
});

describe('a name that stands twice', () => {
  const problemOf = (text: string): string | undefined => {
    const read = readPolicyText(text, 'identity');
    return read.kind === 'unreadable'
      ? `${read.problem.message} at ${read.problem.offset}: ${text.slice(read.problem.offset, read.problem.offset + read.problem.length)}`
      : undefined;
  };
  const policy = (statement: string): string => `{"Version":"2012-10-17","Statement":[${statement}]}`;

  it('is told at its second place, the first of several', () => {
    const text = policy('{"Effect":"Allow","Effect":"Deny","Action":"*","Action":"*","Resource":"*"}');
    expect(problemOf(text)).toBe(
      `\`Effect\` stands twice in one object at ${text.lastIndexOf('"Effect"')}: "Effect"`,
    );
  });

  it('is not one that stands once in each of several objects', () => {
    const nested = '"Condition":{"StringEquals":{"Effect":"x","Action":"y"}}';
    const text = policy(`{${nested},"Effect":"Allow","Action":"*","Resource":"*","Sid":"a","Sid":"b"}`);
    expect(problemOf(text)).toBe(`\`Sid\` stands twice in one object at ${text.lastIndexOf('"Sid"')}: "Sid"`);
    expect(problemOf(policy(`{${nested},"Effect":"Allow","Action":"*","Resource":"*"}`))).toBeUndefined();
  });

  it('is found whatever stands around names, and never in a text', () => {
    const spaced = policy('{"Effect" : "Allow", "Effect"\n\t:"Deny","Action":"*","Resource":"*"}');
    expect(problemOf(spaced)).toContain('`Effect` stands twice');
    const quoted = policy(String.raw`{"Sid":"\"Effect\": \\","Effect":"Allow","Action":"*","Resource":"*"}`);
    expect(problemOf(quoted)).toBeUndefined();
    const escaped = policy(String.raw`{"Effect":"Allow","\u0045ffect":"Deny","Action":"*","Resource":"*"}`);
    expect(problemOf(escaped)).toContain('`Effect` stands twice');
  });
});
