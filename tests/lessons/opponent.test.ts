import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import { LESSONS } from '../../src/lessons/all';
import { applyEdits } from '../../src/lessons/edits';
import { judgeCase } from '../../src/lessons/judge';
import { opened } from '../../src/lessons/opened';
import { opponent, type Found } from '../../src/lessons/opponent';
import { doc } from '../../src/lessons/policy';
import type { Edit, Lesson, Repair } from '../../src/lessons/types';
import { loadCatalog } from '../support/catalog';

const puzzle = (id: string): Lesson & { readonly repair: Repair } => {
  const { repair, ...lesson } = LESSONS.find((one) => one.id === id)!;
  return { ...lesson, repair: repair! };
};

const never = (): boolean => false;

/** What was found, which is to be there. */
function found(outcome: ReturnType<typeof opponent>): Found {
  if (outcome.kind !== 'found') throw new Error(outcome.kind);
  return outcome;
}

/** Lets Tom in, as the task asks, and him alone look at the queue as well: every test holds. */
const LOOSE: readonly Edit[] = [
  {
    at: 'resource',
    document: doc({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:user/tom' },
      Action: ['sqs:SendMessage', 'sqs:GetQueueUrl'],
      Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
    }),
  },
];

describe('the opponent', () => {
  it('finds what a loose solution allows and the model’s does not, and the evaluator confirms it', async () => {
    const catalog = await loadCatalog();
    const { scenario, repair } = puzzle('res-account');
    const own = applyEdits(scenario, LOOSE);
    expect(judgeCase({ scenario, repair }, own, { catalog }).solved).toBe(true);
    const told = found(opponent({ scenario, repair }, own, { catalog, stop: never }));
    expect(told.request.action).toBe('sqs:GetQueueUrl');
    expect(evaluate(told.asked).decision).toBe('Allowed');
    const model = applyEdits(scenario, repair.solution);
    expect(evaluate({ ...model, request: told.request }).decision).toBe('ImplicitlyDenied');
  });

  it('finds a Deny that was made too small, where the model’s policy allows nothing', async () => {
    const catalog = await loadCatalog();
    const { scenario, repair } = puzzle('who-two-groups');
    const own = applyEdits(scenario, [
      {
        at: 'identity/1',
        document: doc({
          Effect: 'Deny',
          Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
          NotResource: ['arn:aws:s3:::team-site/drafts/*', 'arn:aws:s3:::team-site/old/*'],
        }),
      },
    ]);
    const told = found(opponent({ scenario, repair }, own, { catalog, stop: never }));
    expect(told.request.resource).toMatch(/^arn:aws:s3:::team-site\/old\//);
  });

  it('proves that nothing is left against the model', async () => {
    const catalog = await loadCatalog();
    for (const id of ['res-account', 'who-two-groups', 'cond-mfa', 'org-levels']) {
      const { scenario, repair } = puzzle(id);
      const model = applyEdits(scenario, repair.solution);
      expect(opponent({ scenario, repair }, model, { catalog, stop: never }), id).toEqual({ kind: 'none' });
    }
  });
});

describe('the opponent’s search', () => {
  it('asks for another caller of the tests, and for anybody where a policy names principals', async () => {
    const catalog = await loadCatalog();
    const { scenario, repair } = puzzle('org-root-user');
    // Everything that root may repair, and users’ keys as well: of the case’s own caller nothing is wider.
    const own = applyEdits(scenario, [
      {
        at: 'scp/0/1',
        document: doc({
          Effect: 'Deny',
          NotAction: ['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy', 's3:PutBucketAcl'],
          Resource: '*',
          Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
        }),
      },
    ]);
    const { request } = found(opponent({ scenario, repair }, own, { catalog, stop: never }));
    expect(request.action).toBe('s3:PutBucketAcl');
  });

  it('tells its steps, and ends undecided when it is stopped', async () => {
    const catalog = await loadCatalog();
    const { scenario, repair } = puzzle('res-account');
    const model = applyEdits(scenario, repair.solution);
    const steps: (readonly [number, number])[] = [];
    const outcome = opponent({ scenario, repair }, model, {
      catalog,
      stop: () => steps.length > 1,
      onStep: (done, of) => steps.push([done, of]),
    });
    expect(outcome).toEqual({ kind: 'open' });
    expect(steps.map(([done]) => done)).toEqual([0, 1]);
    expect(steps[0]![1]).toBeGreaterThan(2);
  });

  it('claims no proof of a bucket’s settings', async () => {
    const catalog = await loadCatalog();
    const { scenario, repair } = puzzle('res-acl');
    const model = applyEdits(scenario, repair.solution);
    expect(opponent({ scenario, repair }, model, { catalog, stop: never })).toEqual({ kind: 'open' });
  });
});

describe('what a solution opens', () => {
  it('is counted against the start', async () => {
    const catalog = await loadCatalog();
    const { scenario, repair } = puzzle('res-account');
    expect(opened(scenario, applyEdits(scenario, repair.solution), catalog)).toEqual({
      count: 1,
      some: ['sqs:SendMessage'],
    });
    expect(opened(scenario, applyEdits(scenario, LOOSE), catalog).some).toEqual([
      'sqs:GetQueueUrl',
      'sqs:SendMessage',
    ]);
    expect(opened(scenario, scenario, catalog).count).toBe(0);
  });
});
