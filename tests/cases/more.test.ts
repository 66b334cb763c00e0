import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import { parseScenario } from '../../src/formats/schema';
import type { Scenario } from '../../src/case/scenario';
import { checkPolicy } from '../../src/checks/check-policy';
import type { PolicyType } from '../../src/checks/policy-type';
import { catalogNow, readJson } from '../support/catalog';
import { judgeAudit, judgeLeastPrivilege, judgeReasoning, judgeText } from '../support/judge';

/** Cases of our own beside the given ones, in the same form: what the references say and no given case holds. */
interface Case {
  readonly name: string;
}

interface ScenarioCase extends Case {
  readonly scenario: Scenario;
  readonly expect: {
    readonly decision: string;
    /** A statement by its number or its Sid, exact. */
    readonly decidedBy?: readonly { layer: string; policy: string; statement: number | string }[];
  };
}

function judgeScenario({ scenario, expect: wanted }: ScenarioCase): string[] {
  return [scenario, parseScenario(scenario)].flatMap((asked) => {
    const { decision, decidedBy } = evaluate(asked);
    const faults = decision === wanted.decision ? [] : [`${decision}, not ${wanted.decision}`];
    if (wanted.decidedBy === undefined) return faults;
    const told = decidedBy.map(({ layer, policy, statement, sid }) => ({ layer, policy, statement, sid }));
    const holds =
      told.length === wanted.decidedBy.length &&
      wanted.decidedBy.every((one) =>
        told.some(
          (ref) =>
            ref.layer === one.layer &&
            ref.policy === one.policy &&
            (ref.statement === one.statement || ref.sid === one.statement),
        ),
      );
    return holds ? faults : [...faults, `decided by ${JSON.stringify(told)}`];
  });
}

interface PolicyCase extends Case {
  readonly policyType: PolicyType;
  readonly resourceType?: string;
  readonly text?: string;
  readonly document?: unknown;
  readonly expect: readonly { readonly id: string; readonly severity: string; readonly path: string }[];
  readonly expectNone?: readonly string[];
}

/** What must be found, at its place, and what must not. */
function judgePolicy({ policyType, resourceType, text, document, expect: wanted, expectNone }: PolicyCase): string[] {
  const options = resourceType === undefined ? {} : { resourceType };
  const given = text ?? JSON.stringify(document, null, 2);
  const found = checkPolicy(given, policyType, catalogNow(), options);
  const told = new Set(found.map(({ id, severity, path }) => `${id} ${severity} ${path}`));
  return [
    ...wanted
      .map(({ id, severity, path }) => `${id} ${severity} ${path}`)
      .filter((line) => !told.has(line))
      .map((line) => `${line} is not among ${[...told].join(', ')}`),
    ...found.filter(({ id }) => expectNone?.includes(id) === true).map(({ id }) => `${id} is told`),
  ];
}

const JUDGES: Readonly<Record<string, (one: never) => readonly string[]>> = {
  'more-least-privilege.json': judgeLeastPrivilege,
  'more-audit.json': judgeAudit,
  'more-texts.json': judgeText,
  'more-reasoning.json': judgeReasoning,
  'more-scenarios.json': judgeScenario,
  'more-validation.json': judgePolicy,
  'more-least-privilege-3.json': judgeLeastPrivilege,
  'more-audit-3.json': judgeAudit,
  'more-reasoning-3.json': judgeReasoning,
  'more-texts-3.json': judgeText,
  'more-texts-4.json': judgeText,
  'more-scenarios-3.json': judgeScenario,
  'more-validation-3.json': judgePolicy,
};

describe.each(Object.keys(JUDGES))('%s', (file) => {
  const cases = readJson(`tests/cases/${file}`) as readonly Case[];

  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
    expect(JUDGES[file]!(entry as never)).toEqual([]);
  });
});
