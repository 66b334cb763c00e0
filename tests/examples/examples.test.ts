import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/examples';
import { runTest } from '../../src/explain/run-tests';
import { evaluateCall } from '../../src/call/verdict';
import { evaluate, type Evaluation, type StatementRef, type StepId } from '../../src/index';

/**
 * The step that settled the matter: where the request was stopped, or the grant after which nothing more was needed.
 * An identity-based policy that has no Allow leaves the request to the default deny.
 */
function settledAt({ decision, steps }: Evaluation): StepId | undefined {
  const reached = steps.filter((step) => step.reached);
  switch (decision) {
    case 'ExplicitlyDenied':
      return reached.find(({ outcome }) => outcome.kind === 'denies')?.id;
    case 'ImplicitlyDenied': {
      const stop = reached.find(({ outcome }) => outcome.kind === 'noAllow')?.id;
      return stop === 'identity' ? 'defaultDeny' : stop;
    }
    case 'Allowed':
      return reached.findLast(({ outcome }) => outcome.kind === 'allows')?.id;
    case 'Undetermined':
      return reached.find(({ outcome }) => outcome.kind === 'unknown')?.id;
  }
}

function inOrder(refs: readonly StatementRef[]): StatementRef[] {
  return [...refs].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

describe('every example is decided as it says', () => {
  it.each(EXAMPLES.map((example) => [example.id, example] as const))(
    '%s',
    (_, { scenario, expect: wanted }) => {
      const found = evaluate(scenario);
      expect(found.decision).toBe(wanted.decision);
      expect(found.problems).toEqual([]);
      if (wanted.decidedBy) expect(inOrder(found.decidedBy)).toEqual(inOrder(wanted.decidedBy));
      if (wanted.missing) expect(found.missing).toEqual(wanted.missing);
      if (wanted.decidedAt) expect(settledAt(found)).toBe(wanted.decidedAt);
    },
  );

  const tested = EXAMPLES.flatMap(({ id, scenario }) =>
    (scenario.tests ?? []).map((test) => [`${id}: ${test.name}`, scenario, test] as const),
  );
  it.each(tested)('%s', (_, scenario, test) => {
    expect(runTest(scenario, test)).toMatchObject({ kind: 'passes' });
  });
});

describe('a call is decided as a whole and in each of its checks', () => {
  const calls = EXAMPLES.filter(({ scenario }) => scenario.linked !== undefined);

  it.each(calls.map((example) => [example.id, example] as const))('%s', (_, { scenario, expect: wanted }) => {
    const { decision, parts } = evaluateCall(scenario);
    expect({ decision, parts: parts.map(({ evaluation }) => evaluation.decision) }).toEqual(wanted.call);
    expect(parts.flatMap(({ evaluation }) => evaluation.problems)).toEqual([]);
  });

  it('shows four of them', () => {
    expect(calls).toHaveLength(4);
  });
});

describe('what an undetermined example hangs on', () => {
  const dependencies = (id: string): unknown =>
    evaluate(EXAMPLES.find((example) => example.id === id)!.scenario).dependsOn;

  it('names a hidden layer and an unknown key', () => {
    expect(dependencies('q3-records')).toEqual(
      expect.arrayContaining([
        { kind: 'layer', layer: 'scp' },
        { kind: 'key', key: 'aws:SourceVpce' },
      ]),
    );
    expect(dependencies('scp-hidden')).toEqual([{ kind: 'layer', layer: 'scp' }]);
    expect(dependencies('mfa-not-known')).toEqual([{ kind: 'key', key: 'aws:MultiFactorAuthPresent' }]);
    expect(dependencies('bucket-policy-hidden')).toEqual([{ kind: 'layer', layer: 'resource' }]);
    expect(dependencies('boundary-hidden')).toEqual([{ kind: 'layer', layer: 'boundary' }]);
  });

  it('names a policy that cannot be read', () => {
    expect(dependencies('half-edited')).toEqual([
      { kind: 'policy', address: { layer: 'identity', index: 0 }, name: 'ReportWriterAccess' },
    ]);
  });
});

describe('the rule told beside an account principal', () => {
  it.each([
    ['role-trust-account', 'account-delegation'],
    ['kms-default', 'kms-iam-delegation'],
  ])('%s: %s', (id, rule) => {
    const { steps } = evaluate(EXAMPLES.find((example) => example.id === id)!.scenario);
    const told = steps.find((step) => step.id === 'resource')!.notes;
    expect(told.filter((note) => note.endsWith('-delegation'))).toEqual([rule]);
  });
});

describe('the situations people bring', () => {
  /** The 28 of the reference, by number, and the examples that show them. */
  const SHOWN: Readonly<Record<number, readonly string[]>> = {
    1: ['cross-account-one-side', 'guide-resource-alone'],
    2: ['encrypted-object', 'call-encrypted-object'],
    3: ['list-on-objects', 'one-photo'],
    4: ['missing-object'],
    5: ['trust-misses-caller', 'role-trust-account'],
    6: ['trust-wants-mfa', 'role-cross-without-id'],
    7: ['github-subject'],
    8: ['recreated-role'],
    9: ['admin-and-scp', 'step-scp'],
    10: ['region-lock-global'],
    11: ['boundary-and-identity', 'nightly-report'],
    12: ['boundary-not-asked'],
    13: ['session-in-one-tool'],
    14: ['endpoint-forgot-bucket'],
    15: ['mfa-ifexists-absent', 'mfa-bool-absent'],
    16: ['ip-rule-and-service'],
    17: ['endpoint-only-bucket'],
    18: ['run-instances-subnet', 'call-launch'],
    19: ['pass-role', 'call-launch'],
    20: ['for-all-values'],
    21: ['deny-never-fires'],
    22: ['public-access-blocked'],
    23: ['notprincipal-boundary'],
    24: ['scp-grants-nothing'],
    25: ['kms-alias'],
    26: ['object-of-another-account'],
    27: ['rcp-wants-encryption'],
    28: ['tag-case'],
  };

  it('all have an example', () => {
    const ids = new Set(EXAMPLES.map(({ id }) => id));
    expect(Object.keys(SHOWN)).toHaveLength(28);
    expect(
      Object.values(SHOWN)
        .flat()
        .filter((id) => !ids.has(id)),
    ).toEqual([]);
  });
});
