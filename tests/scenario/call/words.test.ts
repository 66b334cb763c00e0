import { describe, expect, it } from 'vitest';
import { findExample } from '../../../src/examples';
import { evaluate, type Scenario } from '../../../src/index';
import { evaluateCall } from '../../../src/call/verdict';
import { otherWord, ownWord, partLabel, wholeSentence } from '../../../src/call/words';
import { markdownReport } from '../../../src/export/report';
import { maskScenario } from '../../../src/mask/mask';

const example = (id: string): Scenario => findExample(id)!.scenario;
const encrypted = example('call-encrypted-object');
const launch = example('call-launch');

describe('the words for a call', () => {
  it('count the checks that fail, that are open, and that pass', () => {
    expect(wholeSentence(evaluateCall(encrypted))).toBe('This call is denied: 1 of 2 checks fails.');
    expect(wholeSentence(evaluateCall(launch))).toBe('This call is denied: 2 of 8 checks fail.');
    const open = {
      ...encrypted,
      linked: [{ ...encrypted.linked![0]!, policies: { resource: 'unknown' as const } }],
    };
    expect(wholeSentence(evaluateCall(open))).toBe('This call is not decided: 1 of 2 checks is open.');
    expect(wholeSentence(evaluateCall(example('call-assume-and-act')))).toBe(
      'This call is allowed: all 2 checks pass.',
    );
  });

  it('lead from a check that passes to the first that fails, and say so at that one', () => {
    const call = evaluateCall(launch);
    expect(otherWord(call, 0)).toEqual({ text: 'But the call as a whole is denied, by', to: 2 });
    expect(partLabel(call.parts[2]!, call)).toBe('The subnet');
    expect(partLabel(call.parts[7]!, call)).toBe('iam:PassRole');
    expect(otherWord(call, 2)).toBeUndefined();
    expect(ownWord(call, 2)).toBe('One of the checks that deny the whole call.');
    expect(ownWord(evaluateCall(encrypted), 1)).toBe(
      'All other checks pass; this one denies the whole call.',
    );
    expect(ownWord(evaluateCall(encrypted), 0)).toBeUndefined();
  });

  it('stand in the report with every check, the one that fails marked, and its policies', () => {
    const report = markdownReport(encrypted, evaluate(encrypted));
    expect(report).toContain('**This call is denied: 1 of 2 checks fails.**');
    expect(report).toContain(
      '| 1 |  | `s3:GetObject` | `arn:aws:s3:::example-partner/orders.csv` | Allowed |',
    );
    expect(report).toMatch(
      /\| 2 \| Decrypt the object \| `kms:Decrypt` \| `arn:aws:kms:[^`]*` \| Denied ← \|/,
    );
    expect(report).toContain('## 2. Decrypt the object');
    expect(report).toContain('## Policies of “Decrypt the object”');
    expect(report).toContain('PartnerKeyPolicy');
  });
});

describe('a masked call', () => {
  it('names nobody in its linked requests, and comes out the same in each of them', () => {
    // The accounts of the examples are themselves what masking puts in the place of others.
    const real = JSON.parse(JSON.stringify(encrypted).replaceAll('444455556666', '987654321098')) as Scenario;
    const { scenario, masked } = maskScenario(real);
    expect(masked).not.toBe('nothing');
    expect(JSON.stringify(scenario)).not.toMatch(/987654321098|1234abcd-12ab|partner/i);
    const decisions = (one: Scenario) => evaluateCall(one).parts.map(({ evaluation }) => evaluation.decision);
    expect(decisions(scenario)).toEqual(decisions(encrypted));
  });
});
