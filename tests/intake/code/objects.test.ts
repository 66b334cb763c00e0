import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../src/index';

const read = (text: string) => {
  const { policies = [], notes, named = [] } = readEvidence(text);
  return {
    documents: policies.map(({ document }) => document),
    placeholders: policies.map(({ code }) => code?.placeholders ?? []),
    names: policies.map(({ name }) => name),
    notes: notes.join(' '),
    named: named.map(({ name }) => name),
  };
};

const allow = (Resource: unknown) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource }],
});
const python = (resource: string): string =>
  `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": ${resource}}]}`;

describe('a policy as an object of a program', () => {
  it.each([
    ['Python', 'bucket.arn + "/*"', '${bucket.arn}/*'],
    ['Python', 'f"arn:aws:s3:::{bucket}/*"', 'arn:aws:s3:::${bucket}/*'],
    ['Python', '"arn:aws:s3:::%s/*" % bucket', 'arn:aws:s3:::${bucket}/*'],
    ['Python', '"arn:aws:s3:::%(b)s/*" % {"b": name}', 'arn:aws:s3:::${name}/*'],
    ['Python', '"arn:aws:s3:::{}/{{x}}".format(self.bucket)', 'arn:aws:s3:::${self.bucket}/{x}'],
    ['Python', '"arn:aws:s3:::{b}".format(b=name)', 'arn:aws:s3:::${name}'],
    ['Python', '("arn:aws:s3:::"\n    "reports/" + prefix)', 'arn:aws:s3:::reports/${prefix}'],
    ['JavaScript', '`${bucket.arn}/*`', '${bucket.arn}/*'],
    ['JavaScript', '"arn:aws:s3:::" + bucket', 'arn:aws:s3:::${bucket}'],
    ['JavaScript', '[bucketArn, `${bucketArn}/*`]', ['${bucketArn}', '${bucketArn}/*']],
    ['JavaScript', 'process.env.BUCKET_ARN', '${process.env.BUCKET_ARN}'],
    ['JavaScript', '["arn:aws:s3:::", bucket].join("")', 'arn:aws:s3:::${bucket}'],
  ])('of %s with %s', (language, written, expected) => {
    const text =
      language === 'Python' ? `policy = ${python(written)}\n` : `const policy = ${python(written)};\n`;
    expect(read(text)).toMatchObject({ documents: [allow(expected)], notes: '' });
  });

  it('has the name of its variable, and none of a parameter', () => {
    expect(read(`readReports = ${python('arn')}`).names).toEqual(['readReports']);
    expect(read(`client.put_role_policy(RoleName=r, PolicyDocument=${python('arn')})`).names).toEqual([
      undefined,
    ]);
  });

  it('is read once, where its JSON is made', () => {
    const text = `import json\npolicy = ${python('bucket.arn')}\nclient.create_policy(PolicyDocument=json.dumps(policy))\n`;
    expect(read(text)).toMatchObject({ documents: [allow('${bucket.arn}')], notes: '' });
  });

  it('takes statements that stand elsewhere in the text', () => {
    const text = `base = [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": arn}]\npolicy = {"Version": "2012-10-17", "Statement": base}\n`;
    expect(read(text)).toMatchObject({ documents: [allow('${arn}')], notes: '' });
  });

  it('reads statements without a policy around, all of them', () => {
    const text =
      '[{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}, {"Effect": "Deny", "Action": "s3:Delete*", "Resource": bucket.arn}]';
    const { documents, notes } = read(text);
    expect(documents).toEqual([
      {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 's3:*', Resource: '*' },
          { Effect: 'Deny', Action: 's3:Delete*', Resource: '${bucket.arn}' },
        ],
      },
    ]);
    expect(notes).toMatch(/around these statements is not in the text/);
  });
});

describe('statements side by side', () => {
  const plain = '{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}';
  const open = '{"Effect": "Deny", "Action": "s3:Delete*", "Resource": bucket.arn}';

  it.each([
    ['one of them written out', `${plain},\n${open}`],
    ['the other way round', `${open},\n${plain}`],
    ['in a program', `first = ${plain}\nsecond = ${open}\n`],
  ])('%s: they are one policy', (_what, text) => {
    const { documents } = read(text);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({ Statement: { length: 2 } });
    expect(JSON.stringify(documents[0])).toMatch(/"s3:\*".*\$\{bucket.arn\}|\$\{bucket.arn\}.*"s3:\*"/);
  });

  it('are left out together where one cannot be read', () => {
    const { documents, notes } = read(`${plain},\n{"Effect": "Deny", "Action": [...more], "Resource": "*"}`);
    expect(documents).toEqual([]);
    expect(notes).toMatch(/left out/);
  });
});

describe('a name that does not keep its first value', () => {
  it.each([
    ['a parameter with a default', `def make(bucket="a"):\n    return json.dumps(${python('bucket')})\n`],
    [
      'a parameter',
      `const bucket = "a";\nfunction f(bucket) { return JSON.stringify(${python('bucket')}); }\n`,
    ],
    ['a parameter of an arrow', `const bucket = "a";\nmake((bucket) => (${python('bucket')}));\n`],
    ['another value', `let bucket = "a";\nif (x) bucket = "b";\nconst p = ${python('bucket')};\n`],
    ['a loop', `bucket = "a"\nfor bucket in buckets:\n    p = ${python('bucket')}\n`],
    ['an argument of the name', `Stack(app,\n  bucket="a")\np = ${python('bucket')}\n`],
    ['one of several', `a, bucket = "x", "y"\np = ${python('bucket')}\n`],
    ['more behind it', `bucket = "a"\nbucket += "b"\np = ${python('bucket')}\n`],
  ])('%s stays open', (_what, text) => {
    expect(read(text).documents).toEqual([allow('${bucket}')]);
  });

  it.each([
    ['Python', `policy = ${python('arn')}\npolicy["Statement"].append(other)\n`],
    ['JavaScript', `const policy = ${python('arn')};\npolicy.Statement.push(other);\n`],
    ['a member', `const policy = ${python('arn')};\npolicy.Statement[0].Effect = "Deny";\n`],
    ['written out, Python', `policy = ${python('"*"')}\npolicy["Statement"].append(other)\n`],
    ['written out, JavaScript', `const policy = ${python('"*"')};\npolicy.Statement.push(other);\n`],
  ])('leaves a policy out that is changed later: %s', (_what, text) => {
    const { documents, notes } = read(text);
    expect(documents).toEqual([]);
    expect(notes).toMatch(/line 2/);
    expect(notes).toMatch(/left out/);
  });
});

describe('what an object cannot say', () => {
  it.each([
    ['statements', `const p = {Version: "2012-10-17", Statement: statements};`],
    ['a condition', `const p = ${python('"*", "Condition": conditions')};`],
    ['a block of one', `const p = ${python('arn, "Condition": {"StringEquals": block}')};`],
    ['principals', `const p = ${python('arn, "Principal": principal')};`],
    ['a name twice', `const p = ${python('arn, "Action": "s3:*"')};`],
    ['a choice', `const p = ${python('isProd ? a : b')};`],
  ])('%s: the policy is left out, and said', (_what, text) => {
    const { documents, notes } = read(text);
    expect(documents).toEqual([]);
    expect(notes).toMatch(/left out/);
  });

  it('is not what YAML writes in brackets', () => {
    const yaml =
      '- {Effect: Allow, Action: "s3:GetObject", Resource: "*"}\n- {Effect: Deny, Action: "s3:*", Resource: b}\n';
    expect(read(yaml).placeholders.flat()).toEqual([]);
  });
});
