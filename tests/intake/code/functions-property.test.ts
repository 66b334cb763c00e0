import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/case/scenario';
import { toCdk } from '../../../src/export/code/cdk';
import { toCloudFormation } from '../../../src/export/code/cloudformation';
import { cloudFormationReader } from '../../../src/intake/code/cloudformation/read';
import { programReader } from '../../../src/intake/code/program/read';
import type { CodePolicy } from '../../../src/intake/code/types';

/** A value of a template: how it is written, and what it is worth, by AWS's "Intrinsic function reference". */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ref'; readonly name: string }
  | { readonly kind: 'getAtt'; readonly id: string }
  /** Texts, references and one value of its own between. */
  | { readonly kind: 'sub'; readonly before: string; readonly ref: string; readonly own: Part | undefined }
  | { readonly kind: 'join'; readonly by: string; readonly items: readonly Part[] }
  | { readonly kind: 'selectOf'; readonly at: number; readonly items: readonly Part[] }
  | { readonly kind: 'selectSplit'; readonly at: number; readonly by: string; readonly of: Part }
  | { readonly kind: 'if'; readonly known: boolean; readonly yes: Part; readonly no: Part };

/** What stands in a template: a list has its names, a parameter its default. */
const HEAD = {
  Parameters: { Env: { Type: 'String', Default: 'prod' }, Open: { Type: 'String' } },
  Conditions: {
    Known: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] },
    Unknown: { 'Fn::Equals': [{ Ref: 'Open' }, 'x'] },
  },
};

const WORDS = ['reports', 'a-b', "it's", 'x:y', '2012', 'true', '# no', '*', 'a, b', 'A', '(', ']'];

const part: fc.Arbitrary<Part> = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom(...WORDS) }),
    fc.record({
      kind: fc.constant('ref' as const),
      name: fc.constantFrom('Env', 'Open', 'Bucket', 'AWS::Region'),
    }),
    fc.record({ kind: fc.constant('getAtt' as const), id: fc.constantFrom('Bucket', 'Queue') }),
    fc.record({
      kind: fc.constant('sub' as const),
      before: fc.constantFrom('arn:', 'x/${!aws:username}/', ''),
      ref: fc.constantFrom('AWS::AccountId', 'Bucket.Arn', 'Env'),
      own: fc.option(tie('part'), { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant('join' as const),
      by: fc.constantFrom('', ':', '/', ', '),
      items: fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
    }),
    fc.array(tie('part'), { minLength: 1, maxLength: 3 }).chain((items) =>
      fc.record({
        kind: fc.constant('selectOf' as const),
        at: fc.nat(items.length - 1),
        items: fc.constant(items),
      }),
    ),
    fc.record({
      kind: fc.constant('selectSplit' as const),
      at: fc.nat(4),
      by: fc.constantFrom(':', '/', '-'),
      of: tie('part'),
    }),
    fc.record({
      kind: fc.constant('if' as const),
      known: fc.boolean(),
      yes: tie('part'),
      no: tie('part'),
    }),
  ),
})).part;

/** As JSON, with the long names of the functions. */
function json(of: Part): unknown {
  switch (of.kind) {
    case 'text':
      return of.text;
    case 'ref':
      return { Ref: of.name };
    case 'getAtt':
      return { 'Fn::GetAtt': [of.id, 'Arn'] };
    case 'sub':
      return {
        'Fn::Sub':
          of.own === undefined
            ? `${of.before}\${${of.ref}}`
            : [`${of.before}\${${of.ref}}\${Own}`, { Own: json(of.own) }],
      };
    case 'join':
      return { 'Fn::Join': [of.by, of.items.map(json)] };
    case 'selectOf':
      return { 'Fn::Select': [of.at, of.items.map(json)] };
    case 'selectSplit':
      return { 'Fn::Select': [of.at, { 'Fn::Split': [of.by, json(of.of)] }] };
    case 'if':
      return { 'Fn::If': [of.known ? 'Known' : 'Unknown', json(of.yes), json(of.no)] };
  }
}

/** As YAML, with tags: every text in quotation marks, everything on one line. */
function yaml(of: unknown): string {
  if (Array.isArray(of)) return `[${of.map(yaml).join(', ')}]`;
  if (typeof of !== 'object' || of === null) return JSON.stringify(of);
  const entries = Object.entries(of);
  const [[name, value] = []] = entries;
  if (entries.length === 1 && (name === 'Ref' || name?.startsWith('Fn::') === true))
    return `!${name.replace('Fn::', '')} ${yaml(value)}`;
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}: ${yaml(item)}`).join(', ')}}`;
}

function template(of: Part): object {
  return {
    ...HEAD,
    Resources: {
      P: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: json(of) }],
          },
        },
      },
    },
  };
}

/** The value as far as the template tells: texts, with `${name}` where it does not. Undefined: it cannot be one text. */
function worth(of: Part): string | undefined {
  switch (of.kind) {
    case 'text':
      return of.text;
    case 'ref':
      return of.name === 'Env' ? 'prod' : `\${${of.name}}`;
    case 'getAtt':
      return `\${${of.id}.Arn}`;
    case 'sub': {
      const own = of.own === undefined ? '' : worth(of.own);
      const ref = of.ref === 'Env' ? 'prod' : `\${${of.ref}}`;
      return own === undefined ? undefined : `${of.before.replace('${!', '${')}${ref}${own}`;
    }
    case 'join': {
      const items = of.items.map(worth);
      return items.includes(undefined) ? undefined : items.join(of.by);
    }
    case 'selectOf':
      return worth(of.items[of.at]!);
    case 'if': {
      if (of.known) return worth(of.yes);
      const [yes, no] = [worth(of.yes), worth(of.no)];
      return yes === no ? yes : undefined;
    }
    case 'selectSplit': {
      const text = worth(of.of);
      return text === undefined || text.includes('${') ? undefined : text.split(of.by)[of.at];
    }
  }
}

function read(text: string): CodePolicy {
  return cloudFormationReader.read(text)!.policies[0]!;
}

function resourceOf({ document }: CodePolicy): unknown {
  return (document as { readonly Statement: readonly { readonly Resource: unknown }[] }).Statement[0]!
    .Resource;
}

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 150), seed: 11 };

describe('functions of a template put in at random', () => {
  it('come out the same in YAML’s short form, in the long form and in JSON, and as AWS documents them', () => {
    fc.assert(
      fc.property(part, (of) => {
        const whole = template(of);
        const sections = Object.entries(whole).map(([name, section]) => `${name}: ${yaml(section)}`);
        const forms = [sections.join('\n'), JSON.stringify(whole), JSON.stringify(whole, undefined, 2)].map(
          read,
        );
        const [short, long, spread] = forms.map(({ document, placeholders }) => ({ document, placeholders }));
        expect(long).toEqual(short);
        expect(spread).toEqual(short);
        const wanted = worth(of);
        if (forms[0]!.document === undefined) expect(forms[0]!.notRead).not.toEqual([]);
        else if (wanted !== undefined) expect(resourceOf(forms[0]!)).toBe(wanted);
        else if (of.kind === 'selectSplit' && worth(of.of)?.includes('${') === false)
          expect.unreachable('there is no such part');
      }),
      RUNS,
    );
  });

  it('are written again as the functions that they are, and read back the same', () => {
    fc.assert(
      fc.property(part, (of) => {
        const first = read(JSON.stringify(template(of)));
        if (first.document === undefined) return;
        const scenario: Scenario = {
          schema: 2,
          request: {
            principal: 'arn:aws:iam::111122223333:user/alice',
            action: 's3:GetObject',
            resource: 'arn:aws:s3:::reports/a.csv',
          },
          policies: { identity: [{ name: 'P', document: first.document as object }] },
          placeholders: Object.fromEntries(first.placeholders.map((name) => [name, null])),
        };
        const written = toCloudFormation(scenario)!;
        const again = read(written);
        // A name that could not keep a text, or was too long, becomes a parameter under that name.
        if (first.placeholders.some((name) => /[\u2039\u2026]/.test(name))) {
          expect(written).toContain('Parameters:');
          return;
        }
        expect(written).not.toContain('Parameters:');
        expect(again.document).toEqual(first.document);
        expect(new Set(again.placeholders)).toEqual(new Set(first.placeholders));
        const program = programReader.read(toCdk(scenario)!)!.policies[0]!;
        expect(program.document).toEqual(first.document);
        expect(new Set(program.placeholders)).toEqual(new Set(first.placeholders));
      }),
      RUNS,
    );
  });
});
