/**
 * Keeps the findings in step with the policies: asks for what changed, once typing pauses, and takes no answer to
 * an older question. What answers is passed in: in the page, a worker.
 */
import type { Finding } from '../checks/finding';
import type { PolicyType } from '../checks/policy-type';
import { addressKey, listPolicies, policyText, type Scenario } from '../case/scenario';
import { useFindingsStore, type PolicyFindings } from './findings';
import { policyTypeOf } from '../explain/policy-type';

export interface Question {
  /** Larger for each question. */
  readonly number: number;
  /** The key of the policy's address. */
  readonly policy: string;
  readonly text: string;
  readonly type: PolicyType;
  /** The account of the resource, if it is given. */
  readonly account?: string;
}

export interface Answer {
  readonly number: number;
  readonly policy: string;
  readonly findings: readonly Finding[];
}

export interface Checker {
  /** Asks about the policies that are new or changed since the last look. */
  readonly look: (scenario: Scenario) => void;
  readonly take: (answer: Answer) => void;
  /** More is known than before: everything is asked again at the next look. */
  readonly forget: () => void;
}

export function createChecker(ask: (question: Question) => void): Checker {
  const asked = new Map<string, Question>();
  const stale = new Set<string>();
  let count = 0;
  /** References of code that stand for something else: what is written in their place is no fault. */
  let marks: readonly string[] = [];
  return {
    look({ request, policies, placeholders = {} }) {
      marks = Object.keys(placeholders).map((name) => JSON.stringify(`\${${name}}`).slice(1, -1));
      const account = request.resourceAccount;
      const present = new Set<string>();
      for (const { address, policy } of listPolicies(policies)) {
        const key = addressKey(address);
        present.add(key);
        const text = policyText(policy);
        const type = policyTypeOf(address.layer, request.action);
        const last = asked.get(key);
        const same = last?.text === text && last.type === type && last.account === account;
        if (same && !stale.has(key)) continue;
        stale.delete(key);
        const question: Question = {
          number: (count += 1),
          policy: key,
          text,
          type,
          ...(account !== undefined && { account }),
        };
        asked.set(key, question);
        ask(question);
      }
      for (const key of asked.keys()) if (!present.has(key)) asked.delete(key);
      drop(present);
    },
    take({ number, policy, findings }) {
      const question = asked.get(policy);
      if (question?.number !== number) return;
      const { text } = question;
      put(policy, { text, findings: findings.filter(({ span }) => !isOfMark(text, span, marks)) });
    },
    forget() {
      for (const key of asked.keys()) stale.add(key);
    },
  };
}

function put(policy: string, checked: PolicyFindings): void {
  useFindingsStore.setState(({ byPolicy }) => ({ byPolicy: new Map(byPolicy).set(policy, checked) }));
}

function drop(present: ReadonlySet<string>): void {
  const { byPolicy } = useFindingsStore.getState();
  if ([...byPolicy.keys()].every((key) => present.has(key))) return;
  useFindingsStore.setState({ byPolicy: new Map([...byPolicy].filter(([key]) => present.has(key))) });
}

/** Does a finding speak of one value in which a placeholder stands? */
function isOfMark(text: string, { offset, length }: Finding['span'], marks: readonly string[]): boolean {
  if (marks.length === 0) return false;
  const value = text.slice(offset, offset + length);
  return !value.includes('\n') && marks.some((mark) => value.includes(mark));
}
