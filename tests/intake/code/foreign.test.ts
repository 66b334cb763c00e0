/** C# and Go are read as JavaScript: nothing of a text moves, and what is cut off is said. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../src/index';
import { asJavaScript } from '../../../src/intake/code/program/foreign';

const CSHARP = `role.AddToPolicy(new PolicyStatement(new PolicyStatementProps {
  Actions = new[] { "s3:GetObject" },
  Resources = new[] { $"{bucket.BucketArn}/*" },
  Conditions = new Dictionary<string, object> { { "Bool", new Dictionary<string, string> { ["aws:SecureTransport"] = "true" } } }
}));`;
const GO = `role.AddToPolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
  Actions:   jsii.Strings("s3:GetObject"),
  Resources: &[]*string{jsii.String("arn:aws:s3:::a/*"), bucket.BucketArn()},
}))`;

describe.each([
  ['csharp', CSHARP],
  ['go', GO],
] as const)('%s', (language, program) => {
  it('keeps every line and column, whatever is cut out of it', () => {
    const pieces = program.match(/\w+|\s+|[^]/g)!;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (some) => {
        const text = some.join('');
        const written = asJavaScript(text, language);
        expect(written.length).toBe(text.length);
        expect(written.split('\n').map((line) => line.length)).toEqual(
          text.split('\n').map((line) => line.length),
        );
      }),
      { numRuns: Number(process.env.RUNS ?? 200) },
    );
  });

  it('tells no policy that is another than the whole one, wherever it is cut', () => {
    const whole = JSON.stringify(readEvidence(program).policies?.map(({ document }) => document));
    expect(whole).toContain('s3:GetObject');
    for (let end = program.indexOf('Props'); end < program.length - 4; end += 3) {
      const { policies = [], notes } = readEvidence(program.slice(0, end));
      const told = JSON.stringify(policies.map(({ document }) => document));
      if (told !== whole) expect([told, notes.length > 0]).toEqual(['[]', true]);
    }
  });

  it('takes time as the text grows', () => {
    const text = `${program}\n`.repeat(2_000);
    expect(asJavaScript(text, language).length).toBe(text.length);
  });
});

it('names the role of a grant, and the line', () => {
  expect(readEvidence(`${GO}\nbucket.GrantRead(role, nil)`).notes.join(' ')).toMatch(
    /`bucket\.grantRead\(role, nil\)` in line 5 adds permissions/,
  );
});
