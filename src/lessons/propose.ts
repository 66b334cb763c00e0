/** Last night’s incident as a lesson: the question, the wrong answers that many would give, and the tests. */
import type { LessonBlock, LessonOption } from '../case/lesson-block';
import { listPolicies, type Scenario } from '../case/scenario';
import { isAwaited } from '../case/unseen';
import { evaluate } from '../engine/evaluate';
import type { Decision, Evaluation } from '../engine/evaluation';
import { explain } from '../explain/headline';
import { plain } from '../explain/rich';
import { agrees } from './claims';
import { beliefsThatMislead } from './mislead';
import { placeOf } from './place';
import { rightClaim } from './settled';
import type { Claim } from './types';

/** Answers beside the right one, at most. */
const WRONG = 3;

/** A proposal for every part; a person goes over it before it is sent. */
export function proposeLesson(scenario: Scenario): LessonBlock {
  const evaluation = evaluate(scenario);
  const { sentence, lead } = explain(scenario, evaluation);
  const right: LessonOption = {
    id: 'right',
    text: `${WORD[evaluation.decision]}: ${lower(plain(sentence))}.`.replace(/\.\.$/, '.'),
    claims: claimOf(evaluation),
    say: `${lead} ${plain(sentence)}`.trim(),
  };
  const wrong = beliefsThatMislead(scenario, evaluation)
    .filter(({ claims }) => !agrees(claims as Claim, scenario))
    .slice(0, WRONG)
    .map((belief, index): LessonOption => ({ id: `wrong-${index + 1}`, ...belief }));
  // The right answer does not always stand in the same place: where it goes, the case decides.
  const at = scenario.request.action.length % (wrong.length + 1);
  return {
    title: scenario.title ?? `${scenario.request.action}: what will AWS say?`,
    story: scenario.notes ?? '',
    ask: {
      kind: 'predict',
      question: `What does AWS say to \`${scenario.request.action}\`, and why?`,
      options: [...wrong.slice(0, at), right, ...wrong.slice(at)],
    },
    rule: '',
    ...puzzleOf(scenario),
  };
}

const WORD: Readonly<Record<Decision, string>> = {
  Allowed: 'Allowed',
  ExplicitlyDenied: 'Denied',
  ImplicitlyDenied: 'Denied',
  Undetermined: 'It can’t be said',
};

/** A case’s format has no claim of an open verdict: such a case is asked about as if nothing allowed it. */
function claimOf(evaluation: Evaluation): LessonOption['claims'] {
  const { decision, ...claim } = rightClaim(evaluation);
  return { decision: decision === 'Undetermined' ? 'ImplicitlyDenied' : decision, ...claim };
}

function lower(sentence: string): string {
  return /^[A-Z][a-z]+ /.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

/** The case’s tests are the puzzle’s; without any there is none. */
function puzzleOf({ policies, tests }: Scenario): Pick<LessonBlock, 'repair'> {
  if (tests === undefined || tests.length === 0) return {};
  return {
    repair: {
      task: 'Change the policies so that all tests pass.',
      // Of a policy without its text there is nothing to edit but what AWS says of it.
      edit: listPolicies(policies)
        .filter(({ policy }) => !isAwaited(policy))
        .map(({ address }) => placeOf(address, 0)),
      tests: tests.map(({ name, request, expect, policies: own }) => ({
        name,
        request,
        expect,
        ...(own && { policies: own }),
      })),
    },
  };
}
