import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { PolicyAddress, Scenario } from '../../src/case/scenario';
import { explain } from '../../src/explain/headline';
import { policyMarks } from '../../src/explain/marks';
import { policy, scenario } from './support';
import { BROKEN, CROSS, DENIED, EXPLICIT, UNKNOWN } from './states';

const marks = (scenario: Scenario, address: PolicyAddress) =>
  policyMarks(scenario, evaluate(scenario), address);

const lines = (scenario: Scenario, address: PolicyAddress) =>
  marks(scenario, address).lines.map(({ line, mark, tone }) => [line, mark, tone].filter(Boolean).join(' '));

describe('the marks of a policy', () => {
  it('a boundary whose nearest statement lacks the action', () => {
    const address = { layer: 'boundary', index: 0 } as const;
    const { brackets, hits } = marks(DENIED, address);
    expect(brackets.map(({ from, to, tone, tinted }) => [from, to, tone, tinted])).toEqual([
      [4, 9, 'miss', false],
      [10, 15, 'miss', false],
      [16, 24, 'miss', false],
    ]);
    expect(brackets[0]!.title).toBe('ReadArtifacts: No match');
    expect(hits).toEqual([
      {
        line: 7,
        tone: 'implicit',
        note: 's3:PutObject is not one of these 2 actions. Resource matches.',
      },
    ]);
    expect(lines(DENIED, address)).toEqual([
      '7 no implicit',
      '8 yes implicit',
      '13 no',
      '14 yes',
      '20 no',
      '21 no',
      '23 yes',
    ]);
  });

  it('an SCP that denies', () => {
    const address = { layer: 'scp', level: 1, index: 1 } as const;
    expect(lines(EXPLICIT, address)).toEqual(['9 yes explicit', '11 yes explicit', '14 yes explicit']);
    expect(marks(EXPLICIT, address).hits).toEqual([
      {
        line: 14,
        tone: 'explicit',
        note: 'aws:RequestedRegion is eu-north-1, not eu-west-1 or eu-central-1, so the Deny applies.',
      },
    ]);
    expect(marks(EXPLICIT, address).brackets).toMatchObject([
      { from: 4, to: 19, tone: 'explicit', tinted: true },
    ]);
  });

  it('a bucket policy that grants', () => {
    const address = { layer: 'resource', index: 0 } as const;
    expect(lines(CROSS, address)).toEqual([
      '8 yes allow',
      '10 yes allow',
      '11 yes allow',
      '16 yes',
      '17 yes',
      '20 yes',
      '23 no',
    ]);
    expect(marks(CROSS, address).hits).toEqual([{ line: 5, tone: 'allow' }]);
  });

  it('a Deny that depends on a key', () => {
    const { hits } = marks(UNKNOWN, { layer: 'resource', index: 0 });
    expect(hits).toEqual([
      {
        line: 15,
        tone: 'unknown',
        note: 'aws:SourceVpce is marked not known. Any other value, or none at all, makes this Deny match.',
      },
    ]);
  });

  it('a policy that can’t be read', () => {
    const found = marks(BROKEN, { layer: 'identity', index: 0 });
    expect(found.brackets).toEqual([]);
    expect(found.problem?.line).toBe(7);
  });

  it('a list over several lines: the reason stands where the element begins, the crosses at its entries', () => {
    const lists = scenario(
      { action: 's3:PutObject' },
      {
        identity: [
          {
            name: 'Own',
            document: policy({
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:ListBucket'],
              Resource: '*',
            }),
          },
        ],
      },
    );
    const address = { layer: 'identity', index: 0 } as const;
    expect(marks(lists, address).hits.map(({ line }) => line)).toEqual([6]);
    expect(lines(lists, address)).toEqual(['7 no implicit', '8 no implicit', '10 yes implicit']);
    expect(explain(lists, evaluate(lists)).quotes.map(({ line }) => line)).toEqual([6]);
  });

  it('none for a policy that the scenario lacks', () => {
    expect(marks(DENIED, { layer: 'session', index: 0 })).toEqual({ brackets: [], lines: [], hits: [] });
  });
});
