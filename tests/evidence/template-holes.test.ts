import { describe, expect, it } from 'vitest';
import { evaluate, readEvidence } from '../../src/index';
import { scenarioFromEvidence } from '../../src/intake/from-evidence';
import { emptyScenario } from '../../src/formats/schema';

const POLICY =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::{{ bucket }}/*"}]}';

describe('a value that a template puts in', () => {
  it('is a placeholder, and leaves the verdict open', () => {
    const before = {
      ...emptyScenario(),
      request: {
        principal: 'arn:aws:iam::111122223333:user/a',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::logs/x',
        resourceAccount: '111122223333',
      },
    };
    const { scenario } = scenarioFromEvidence(readEvidence(POLICY), before);
    expect(scenario.placeholders).toEqual({ bucket: null });
    expect(evaluate(scenario).decision).toBe('Undetermined');
    expect(evaluate({ ...scenario, placeholders: { bucket: 'logs' } }).decision).toBe('Allowed');
  });

  it('leaves a policy without braces as it is written', () => {
    const [policy] = readEvidence(
      JSON.stringify(JSON.parse(POLICY.replace('{{ bucket }}', 'b')), null, 2),
    ).policies!;
    expect(policy).not.toHaveProperty('code');
    expect(policy!.text).toContain('\n');
  });
});
