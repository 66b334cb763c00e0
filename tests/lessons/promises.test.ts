import { describe, expect, it } from 'vitest';
import { auditCredentials } from '../../src/audit/credentials/audit';
import { viewOf } from '../../src/call/view';
import { listPolicies, policyAt, policyText, type Scenario } from '../../src/case/scenario';
import { checkPolicy } from '../../src/checks/check-policy';
import { externalAccess } from '../../src/checks/external-access';
import { policyTypeOf } from '../../src/explain/policy-type';
import { readEvidence } from '../../src/intake/evidence/read';
import { LESSONS } from '../../src/lessons/all';
import { applyEdits } from '../../src/lessons/edits';
import { judgeCase } from '../../src/lessons/judge';
import { readPlace } from '../../src/lessons/place';
import { runLessonTest } from '../../src/lessons/run';
import { loadCatalog } from '../support/catalog';

const PUZZLES = LESSONS.flatMap(({ repair, ...lesson }) => (repair ? [{ ...lesson, repair }] : []));

/** Policies that are wrong on purpose, and what is said of them. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  'who-group-principal': ['invalid-principal-format'],
  'read-variable': ['variable-unsupported-in-version'],
  'less-validate': ['invalid-arn-account', 'invalid-action'],
};

describe('what AWS would say of the policies', () => {
  it('is an error only where the lesson is about that', async () => {
    const catalog = await loadCatalog();
    const errors = (scenario: Scenario): readonly string[] =>
      listPolicies(scenario.policies).flatMap(({ address, policy }) =>
        checkPolicy(policyText(policy), policyTypeOf(address.layer, scenario.request.action), catalog)
          .filter(({ severity }) => severity === 'error')
          .map(({ id }) => id),
      );
    const found = LESSONS.map(({ id, scenario, repair }) => {
      const solved = repair ? errors(applyEdits(scenario, repair.solution)) : [];
      return { id, start: [...new Set(errors(scenario))], solved };
    }).filter(({ start, solved }) => start.length > 0 || solved.length > 0);
    expect(found).toEqual(Object.entries(MEANT).map(([id, start]) => ({ id, start, solved: [] })));
  });
});

describe('every hidden test', () => {
  it('is needed: without it some wrong attempt would count as solved', async () => {
    const catalog = await loadCatalog();
    const idle = PUZZLES.map(({ id, scenario, repair }) => {
      const caught = new Set<string>();
      for (const { edits } of repair.wrong) {
        const edited = applyEdits(scenario, edits);
        const { visible, limits, unreadable } = judgeCase({ scenario, repair }, edited, { catalog });
        if (unreadable !== undefined || !visible.every(({ passes }) => passes)) continue;
        const failing = repair.hidden.filter((test) => !runLessonTest(edited, test).passes);
        // A limit that is broken as well tells the learner too; the test still is the reason.
        if (failing.length === 1 || limits.some(({ holds }) => !holds))
          failing.forEach(({ name }) => caught.add(name));
      }
      return [id, repair.hidden.map(({ name }) => name).filter((name) => !caught.has(name))] as const;
    }).filter(([, names]) => names.length > 0);
    expect(idle).toEqual([]);
  });
});

describe('what a lesson tells of outside access, events and reports', () => {
  it('is what is found: ways in from outside before and after', () => {
    const counted = PUZZLES.flatMap(({ id, scenario, repair }) => {
      if (!repair.outside) return [];
      const { zone, start, solution } = repair.outside;
      const place = readPlace(repair.edit[0]!);
      if (place?.kind !== 'policy') throw new Error(id);
      const count = (whole: Scenario): number => {
        const policy = policyAt(viewOf(whole, place.at).policies, place.address)!;
        return externalAccess(JSON.parse(policyText(policy)), zone).filter(
          ({ who }) => who.kind !== 'service',
        ).length;
      };
      return [[id, count(scenario), start, count(applyEdits(scenario, repair.solution)), solution]];
    });
    expect(counted).toEqual([['less-analyzer', 2, 2, 1, 1]]);
  });

  it('is what is read: the callers of the events', () => {
    const first = LESSONS.find(({ id }) => id === 'audit-trail')!.first!;
    if (first.kind !== 'pick') throw new Error('not a pick');
    const { Records } = JSON.parse(first.text!) as { readonly Records: readonly unknown[] };
    const callers = Records.map((record) => {
      const evidence = readEvidence(JSON.stringify(record));
      return 'request' in evidence ? evidence.request.principal : undefined;
    });
    expect(callers).toEqual(first.evidence);
  });

  it('is what is audited: the rows of the credential report', () => {
    const first = LESSONS.find(({ id }) => id === 'audit-credentials')!.first!;
    if (first.kind !== 'pick') throw new Error('not a pick');
    const { now, unusedDays, ageDays, checks } = first.report!;
    const audit = auditCredentials({ report: first.text!, now, unusedDays, maxKeyAgeDays: ageDays });
    if (audit.kind !== 'audited') throw new Error('unreadable');
    for (const [user, ids] of Object.entries(checks)) {
      const found = audit.findings.filter((finding) => finding.user === user).map(({ id }) => id);
      expect(found, user).toEqual(expect.arrayContaining([...ids]));
    }
    // What comes first has a finding to show for it.
    expect(first.right.every((user) => checks[user] !== undefined)).toBe(true);
  });
});
