/** The verdict in words: one sentence anyone understands, the lines that decided, and what AWS would say. */
import { alwaysNeeds } from '../catalog/also-needs';
import { evaluate } from '../engine/evaluate';
import type { Decision, Evaluation } from '../engine/evaluation';
import type { AwsOutcome, Scenario } from '../case/scenario';
import { awsMessage, shortAwsMessage } from './aws-message';
import { isEmpty } from './facts';
import { hangsOf, turnsOut } from './hangs';
import { AWS_LEADS, DECISION_WORDS, awsFound, holdAgainstAws } from './held-against-aws';
import { allowedNote, allowedQuotes, allowedSentence, bothAside } from './headline/allowed';
import { deniedNote, deniedQuotes, deniedSentence } from './headline/denied';
import { missingNote, missingQuotes, missingSentence } from './headline/missing';
import { openNote, openQuotes, openSentence } from './headline/open';
import { partsOf } from '../reasoning/parts';
import { fromMarkdown, rich, sentences } from './rich';
import { ifTheyAllow, seenSentence, supposedLayers } from './supposed';
import { suspects } from './suspects';
import { isRemarkable, noteWords } from './steps/notes';
import type { Explanation, Remark } from './types';

/**
 * Everything the verdict band shows for a scenario: the headline, its reasons, the lines that decided, and notes.
 * `evaluation` is the scenario's own, where it is at hand.
 */
export function explain(scenario: Scenario, evaluation: Evaluation = evaluate(scenario)): Explanation {
  if (isEmpty(evaluation)) return EMPTY;
  const own = onSupposition(BY_DECISION[evaluation.decision](scenario, evaluation), scenario, evaluation);
  const explanation = ledByAws(own, scenario, evaluation);
  return {
    ...explanation,
    remarks: [...explanation.remarks, ...alikeRemark(scenario), ...alsoNeededRemark(scenario, evaluation)],
  };
}

/** A verdict that rests on what nobody can see says so first. A denial stands without it. */
function onSupposition(explanation: Explanation, scenario: Scenario, evaluation: Evaluation): Explanation {
  const supposed = supposedLayers(evaluation);
  if (supposed.length === 0) return explanation;
  const condition = ifTheyAllow(evaluation, scenario.request);
  if (evaluation.decision !== 'Allowed') return { ...explanation, supposed };
  const { note: _, aside: _aside, ...rest } = explanation;
  return { ...rest, lead: `Allowed, ${condition}.`, sentence: seenSentence(scenario, evaluation), supposed };
}

/** Where AWS itself said how it decided on this request, its word comes first, whatever comes out here. */
function ledByAws(own: Explanation, scenario: Scenario, evaluation: Evaluation): Explanation {
  const held = holdAgainstAws(scenario, evaluation);
  const outcome = held?.said.outcome;
  if (held === undefined || outcome === undefined) return own;
  const lead = AWS_LEADS[outcome];
  if (evaluation.decision === outcome) return { ...own, lead };
  const here =
    evaluation.decision === 'Undetermined'
      ? 'With what is given here it cannot be told yet.'
      : `With the texts given here it comes out ${DECISION_WORDS[evaluation.decision]}: they may be newer than those that AWS evaluated.`;
  return {
    ...own,
    tone: AWS_TONES[outcome],
    lead,
    sentence: rich`AWS found ${awsFound(held.said, scenario)}. ${here}`,
  };
}

const AWS_TONES: Readonly<Record<AwsOutcome, Explanation['tone']>> = {
  Allowed: 'allow',
  ExplicitlyDenied: 'explicit',
  ImplicitlyDenied: 'implicit',
};

/** A resource with wildcards whose parts come out alike; where they differ, the page shows the parts. */
function alikeRemark(scenario: Scenario): readonly Remark[] {
  const text = rich`The resource is a pattern, and AWS checks one resource at a time. Every part of it that the policies tell apart comes out the same.`;
  return partsOf(scenario)?.length === 1 ? [{ text, rule: 'several-resources' }] : [];
}

/** An allow is not yet the call's where AWS asks for more each time. */
function alsoNeededRemark({ request, linked }: Scenario, { decision }: Evaluation): readonly Remark[] {
  const words = linked === undefined && decision === 'Allowed' ? alwaysNeeds(request.action) : undefined;
  return words === undefined ? [] : [{ text: fromMarkdown(words), rule: 'second-authorization' }];
}

const EMPTY: Explanation = {
  tone: 'empty',
  lead: '',
  sentence: rich`What was asked, and which policies apply?`,
  quotes: [],
  hangs: [],
  note: rich`Fill in the request, add a policy, or begin in one of the ways below. The verdict appears as you type.`,
  remarks: [],
};

const BY_DECISION: Record<Decision, (scenario: Scenario, evaluation: Evaluation) => Explanation> = {
  Allowed: (scenario, evaluation) => ({
    tone: 'allow',
    lead: 'Allowed.',
    sentence: allowedSentence(scenario, evaluation),
    quotes: allowedQuotes(scenario, evaluation),
    hangs: [],
    ...optional('note', allowedNote(scenario, evaluation)),
    ...optional('aside', bothAside(scenario, evaluation)),
    remarks: remarksOf(evaluation),
  }),
  ExplicitlyDenied: (scenario, evaluation) => ({
    tone: 'explicit',
    lead: 'Denied.',
    sentence: deniedSentence(scenario, evaluation),
    chip: 'Explicit deny',
    quotes: deniedQuotes(scenario, evaluation),
    hangs: [],
    note: deniedNote(scenario, evaluation),
    ...optional('aside', awsAside(scenario, evaluation)),
    remarks: remarksOf(evaluation),
  }),
  ImplicitlyDenied: (scenario, evaluation) => ({
    tone: 'implicit',
    lead: 'Denied.',
    sentence: missingSentence(scenario, evaluation),
    // AWS's message calls it an explicit deny, though no Deny matches: neither word would be right.
    chip: isCutOff(evaluation) ? 'Block Public Access' : 'Implicit deny',
    quotes: missingQuotes(scenario, evaluation),
    hangs: [],
    ...optional('note', missingNote(scenario, evaluation)),
    ...optional('aside', awsAside(scenario, evaluation)),
    remarks: remarksOf(evaluation),
  }),
  Undetermined: (scenario, evaluation) => ({
    tone: 'unknown',
    lead: 'Undetermined.',
    sentence: openSentence(scenario, evaluation),
    quotes: openQuotes(scenario, evaluation),
    hangs: hangsOf(scenario, evaluation),
    ...optional('note', openNote(evaluation)),
    ...optional('aside', turnsOut(scenario, evaluation)),
    remarks: [...firstSuspect(scenario, evaluation), ...remarksOf(evaluation)],
  }),
};

/** Is it RestrictPublicBuckets alone that keeps the caller out? */
function isCutOff(evaluation: Evaluation): boolean {
  const { missing, steps } = evaluation;
  const resource = steps.find(({ id }) => id === 'resource');
  return (
    missing.every((layer) => layer === 'resource') &&
    resource?.notes.includes('s3-restrict-public-buckets') === true
  );
}

/** The sentence to search for, or to compare with the one at hand. */
function awsAside(scenario: Scenario, evaluation: Evaluation): Explanation['aside'] {
  const text = shortAwsMessage(scenario, evaluation);
  const copy = awsMessage(scenario, evaluation);
  return text && copy !== undefined ? { title: 'AWS would print', text, copy } : undefined;
}

/** Of several layers that can't be seen: where to look first, and how to find out. */
function firstSuspect(scenario: Scenario, evaluation: Evaluation): readonly Remark[] {
  const [first, second] = suspects(scenario, evaluation);
  return first && second ? [{ text: sentences(first.why, first.tell) }] : [];
}

/** The rules that had a part in this verdict, each once, in the order of the walk. */
function remarksOf(evaluation: Evaluation): readonly Remark[] {
  const rules = new Set(evaluation.steps.flatMap((step) => step.notes));
  return [...rules]
    .filter((rule) => isRemarkable(rule, evaluation))
    .flatMap((rule) => {
      const text = noteWords(rule);
      return text ? [{ text, rule }] : [];
    });
}

/** A field that is left out when there is nothing to put in it. */
function optional<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: V });
}
