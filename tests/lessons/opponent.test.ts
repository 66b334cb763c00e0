import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import { LESSONS } from '../../src/lessons/all';
import { applyEdits } from '../../src/lessons/edits';
import { judgeCase } from '../../src/lessons/judge';
import { opened } from '../../src/lessons/opened';
import { opponent } from '../../src/lessons/opponent';
import { doc } from '../../src/lessons/policy';
import type { Edit, Lesson, Repair } from '../../src/lessons/types';
import { loadCatalog } from '../support/catalog';

const puzzle = (id: string): Lesson & { readonly repair: Repair } => {
  const { repair, ...lesson } = LESSONS.find((one) => one.id === id)!;
  return { ...lesson, repair: repair! };
};

const never = (): boolean => false;

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
    const found = opponent({ scenario, repair }, own, { catalog, stop: never });
    expect(found?.request.action).toBe('sqs:GetQueueUrl');
    expect(evaluate(found!.asked).decision).toBe('Allowed');
    const model = applyEdits(scenario, repair.solution);
    expect(evaluate({ ...model, request: found!.request }).decision).toBe('ImplicitlyDenied');
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
    const found = opponent({ scenario, repair }, own, { catalog, stop: never });
    expect(found?.request.resource).toMatch(/^arn:aws:s3:::team-site\/old\//);
  });

  it('finds nothing against the model', async () => {
    const catalog = await loadCatalog();
    for (const id of ['res-account', 'who-two-groups', 'cond-mfa', 'org-levels']) {
      const { scenario, repair } = puzzle(id);
      const model = applyEdits(scenario, repair.solution);
      expect(opponent({ scenario, repair }, model, { catalog, stop: never }), id).toBeUndefined();
    }
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
