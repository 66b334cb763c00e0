/** Real policies in the languages that a reader of another language reads, or of their own: the same document comes back. */
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../src/index';
import { casePolicies, managedPolicies } from '../../support/real-policies';

type Write = (value: unknown) => string;
const quoted = (text: string): string => JSON.stringify(text);
const single = (text: string): string => `'${text.replace(/['\\]/g, String.raw`\$&`)}'`;

/** A writer of values: how it writes lists, objects and texts. */
function writer(
  list: (items: string) => string,
  pair: Write,
  around: (members: string) => string,
  text: Write,
): Write {
  const write: Write = (value) => {
    if (Array.isArray(value)) return list(value.map(write).join(', '));
    if (typeof value !== 'object' || value === null)
      return typeof value === 'string' ? text(value) : String(value);
    return around(
      Object.entries(value)
        .map(([name, item]) => pair([text(name), write(item)]))
        .join(', '),
    );
  };
  return write;
}

const two =
  (join: (name: string, value: string) => string): Write =>
  (pair) =>
    join(...(pair as [string, string]));

const csharp = writer(
  (items) => `new[] { ${items} }`,
  two((name, value) => `[${name}] = ${value}`),
  (members) => `new Dictionary<string, object?>\n{ ${members} }`,
  (text) => quoted(text as string),
);
const pairs = writer(
  (items) => `new List<object> { ${items} }`,
  two((name, value) => `{ ${name}, ${value} }`),
  (members) => `new Dictionary<string, object> { ${members} }`,
  (text) => quoted(text as string),
);
const go = writer(
  (items) => `[]interface{}{${items}}`,
  two((name, value) => `${name}: ${value}`),
  (members) => `map[string]interface{}{\n\t${members},\n}`,
  (text) => quoted(text as string),
);
const php = writer(
  (items) => `[${items}]`,
  two((name, value) => `${name} => ${value}`),
  (members) => `[${members}]`,
  (text) => single(text as string),
);
const ruby = writer(
  (items) => `[${items}]`,
  two((name, value) => `${name} => ${value}`),
  (members) => `{ ${members} }`,
  (text) => single(text as string),
);

const LANGUAGES: Readonly<Record<string, Write>> = {
  'C#': (document) =>
    `var p = new Aws.Iam.Policy("p", new() { PolicyDocument = JsonSerializer.Serialize(${csharp(document)}) });`,
  'C#, dictionaries of pairs': (document) =>
    `var p = new Aws.Iam.Policy("p", new() { PolicyDocument = JsonSerializer.Serialize(${pairs(document)}) });`,
  Go: (document) =>
    `text, err := json.Marshal(${go(document)})\np, err := iam.NewPolicy(ctx, "p", &iam.PolicyArgs{Policy: pulumi.String(text)})`,
  'Go, between backticks': (document) =>
    `p, err := iam.NewPolicy(ctx, "p", &iam.PolicyArgs{Policy: pulumi.String(\`${JSON.stringify(document, null, 2)}\`)})`,
  PHP: (document) => `$policy = ${php(document)};`,
  Ruby: (document) => `policy = ${ruby(document)}`,
  'a shell, between quotation marks': (document) =>
    `aws iam put-role-policy --role-name r --policy-name p --policy-document "${JSON.stringify(document).replace(/["\\$`]/g, String.raw`\$&`)}"`,
  'a shell, a here-document': (document) =>
    `cat > p.json <<EOF\n${JSON.stringify(document, null, 2).replace(/[\\$`]/g, String.raw`\$&`)}\nEOF`,
  'Pulumi in YAML': (document) =>
    `runtime: yaml\nresources:\n  p:\n    type: aws:iam:Policy\n    properties:\n      policy:\n        fn::toJSON: ${JSON.stringify(document).replaceAll('${', '$${')}\n`,
};

/** Those that are read as they are when they stand alone: of the others it is not told what should come back. */
const POLICIES = spread([...managedPolicies(), ...casePolicies()], Number(process.env.RUNS ?? 30)).filter(
  (document) => {
    const { policies = [] } = readEvidence(JSON.stringify(document));
    // PHP writes an empty list for an empty object.
    if (JSON.stringify(document).includes('{}')) return false;
    return JSON.stringify(policies.map((policy) => policy.document)) === JSON.stringify([document]);
  },
);

function spread(all: readonly object[], count: number): readonly object[] {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, index) => index % step === 0);
}

it('tries many policies', () => {
  expect(POLICIES.length).toBeGreaterThan(15);
});

describe.each(Object.entries(LANGUAGES))('%s', (_, write) => {
  it('gives the policy that was written', () => {
    for (const document of POLICIES) {
      const { policies = [] } = readEvidence(write(document));
      expect(policies.map((policy) => policy.document)).toEqual([document]);
    }
  });
});
