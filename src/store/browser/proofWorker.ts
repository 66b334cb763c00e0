/** The worker that answers questions about all requests. It knows what it is sent, and is ended to cancel. */
import type { Guard } from '../../case/guard';
import type { Scenario } from '../../case/scenario';
import type { Catalog } from '../../catalog/service-reference';
import type { PolicyForm } from '../../language/forms';
import type { Access } from '../../reasoning/access';
import type { Answer, Comparison } from '../../reasoning/comparison';
import { compareCases } from '../../reasoning/questions/cases';
import { comparePolicies } from '../../reasoning/questions/compare';
import { proveGuards } from '../../reasoning/questions/guards';
import type { GuardAnswer } from '../../reasoning/questions/guards';
import { isPublic, reachableFromOutside } from '../../reasoning/questions/outside';
import type { OutsideAnswer, Zone } from '../../reasoning/questions/outside';
import { runTest, type TestResult } from '../../explain/run-tests';
import type { ReferencePart } from './reference';
import { TakenCatalog } from './takenCatalog';

export type ProofQuestion =
  | {
      readonly kind: 'compare';
      readonly a: Scenario;
      readonly b: Scenario;
      readonly guards: readonly Guard[];
      /** Only these requests; left out: all. */
      readonly over?: Access;
    }
  /** One policy by itself, as it was and as it is. */
  | {
      readonly kind: 'policy';
      readonly before: string;
      readonly after: string;
      readonly form: PolicyForm;
    }
  | { readonly kind: 'outside'; readonly text: string; readonly form: PolicyForm; readonly zone: Zone }
  /** What each of several changes opens or closes. */
  | { readonly kind: 'prices'; readonly before: Scenario; readonly afters: readonly Scenario[] };

export interface TurnedTest {
  readonly name: string;
  readonly before: TestResult;
  readonly after: TestResult;
}

export type ProofAnswer =
  | {
      readonly kind: 'compare';
      readonly comparison: Comparison;
      readonly guards: readonly GuardAnswer[];
      /** Those of A's guards, where the guards are asked of A too. */
      readonly before: readonly GuardAnswer[];
      readonly tests: readonly TurnedTest[];
    }
  | { readonly kind: 'policy'; readonly comparison: Comparison }
  | { readonly kind: 'outside'; readonly outside: OutsideAnswer; readonly open: Answer }
  | { readonly kind: 'prices'; readonly at: number; readonly comparison: Comparison };

export type ProofMessage =
  | { readonly kind: 'reference'; readonly part: ReferencePart }
  | { readonly kind: 'ask'; readonly number: number; readonly question: ProofQuestion };

export interface ProofReply {
  readonly number: number;
  readonly answer: ProofAnswer;
  /** Nothing more comes for this question. */
  readonly last: boolean;
}

/** After so long what is proved so far is told. */
const LONGEST_MS = 10_000;

const taken = new TakenCatalog();

function* answers(known: Catalog, question: ProofQuestion): Generator<ProofAnswer> {
  const end = performance.now() + LONGEST_MS;
  const options = { catalog: known, stop: () => performance.now() > end };
  switch (question.kind) {
    case 'compare': {
      const { a, b, guards, over } = question;
      yield {
        kind: 'compare',
        comparison: compareCases(a, b, { ...options, ...(over && { over }) }),
        guards: proveGuards(b, guards, a, options),
        before: proveGuards(
          a,
          guards.filter(({ kind }) => kind === 'never'),
          undefined,
          options,
        ),
        tests: (b.tests ?? []).map((test) => ({
          name: test.name,
          before: runTest(a, test),
          after: runTest(b, test),
        })),
      };
      break;
    }
    case 'policy': {
      const { before, after, form } = question;
      yield { kind: 'policy', comparison: comparePolicies(before, after, form, options) };
      break;
    }
    case 'outside': {
      const { text, form, zone } = question;
      const asked = { ...options, type: form };
      yield {
        kind: 'outside',
        outside: reachableFromOutside(text, zone, asked),
        open: isPublic(text, asked),
      };
      break;
    }
    case 'prices':
      for (const [at, after] of question.afters.entries())
        yield { kind: 'prices', at, comparison: compareCases(question.before, after, options) };
  }
}

self.onmessage = ({ data }: MessageEvent<ProofMessage>) => {
  if (data.kind === 'reference') {
    taken.take(data.part);
    return;
  }
  const { catalog } = taken;
  if (!catalog) return;
  const { number, question } = data;
  const count = question.kind === 'prices' ? question.afters.length : 1;
  let at = 0;
  for (const answer of answers(catalog, question)) {
    at += 1;
    const reply: ProofReply = { number, answer, last: at === count };
    self.postMessage(reply);
  }
};
