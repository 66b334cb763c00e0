/**
 * What decides for a principal, as text: principals with the same text get the same answer, and one of them is asked for all. Only
 * statements that list the action take part: no other can match. Where one of them asks who the caller is, everybody is asked.
 */
import { isTrust } from '../../case/layers';
import type { Policy } from '../../case/scenario';
import { boundaryOf, identityOf } from '../../intake/account/policies';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { at, isObject } from '../../intake/evidence/values';
import { globMatches, globOf } from '../../language/glob';
import { accountOf, type AccountQuestion } from './principal-case';

/** Keys and variables that tell one caller from another. */
const OWN_KEYS = /aws:(?:username|userid|principal(?!tag)|source|federated|role)|\$\{/i;

export function signatureOf(
  account: Account,
  principal: AccountPrincipal,
  question: AccountQuestion,
): string {
  const { kind, arn, detail } = principal;
  // A policy of the resource, and a trust policy, may name the caller.
  if (question.resourcePolicy !== undefined || isTrust(question.action)) return arn;
  if (OWN_KEYS.test(limitsText(question))) return arn;
  const identity = identityOf(account, kind, detail);
  const boundary = boundaryOf(account, detail);
  const action = question.action.toLowerCase();
  const own = identity.policies.map((policy) => listedIn(policy, action)).join('');
  const limit = boundary.policies.map((policy) => listedIn(policy, action)).join('');
  const text = `${own}|${boundary.policies.length}|${limit}`;
  if (OWN_KEYS.test(text)) return arn;
  const tags = /tag/i.test(text + limitsText(question)) ? JSON.stringify(at(detail, 'Tags') ?? []) : '';
  // Service-linked roles are bound by no SCP.
  const linked = arn.includes(':role/aws-service-role/');
  return `${kind}|${accountOf(principal)}|${linked}|${tags}|${text}`;
}

const limits = new WeakMap<object, string>();

function limitsText({ scp }: AccountQuestion): string {
  if (scp === undefined) return '';
  let text = limits.get(scp);
  if (text === undefined) {
    text = JSON.stringify(scp);
    limits.set(scp, text);
  }
  return text;
}

const known = new WeakMap<object, Map<string, string>>();

/** The statements of a policy that list an action, with the policy's name and their numbers; of what cannot be read, all. */
function listedIn({ name, document, text }: Policy, action: string): string {
  if (!isObject(document)) return `${name}:${text ?? 'unseen'}\n`;
  let answers = known.get(document);
  if (answers === undefined) {
    answers = new Map();
    known.set(document, answers);
  }
  let listed = answers.get(action);
  if (listed === undefined) {
    listed = statementsText(document, action);
    answers.set(action, listed);
  }
  return listed === '' ? '' : `${name}:${listed}\n`;
}

function statementsText(document: object, action: string): string {
  const list = at(document, 'Statement');
  return (Array.isArray(list) ? list : [list])
    .map((statement, index) =>
      isObject(statement) && !lists(statement, action) ? '' : `${index}${JSON.stringify(statement)}`,
    )
    .join('');
}

/** Read loosely: what is no list of names counts as listing it. */
function lists(statement: object, action: string): boolean {
  const except = at(statement, 'NotAction');
  const names = except ?? at(statement, 'Action');
  const patterns: readonly unknown[] = Array.isArray(names) ? names : [names];
  if (!patterns.every((pattern) => typeof pattern === 'string')) return true;
  const matches = patterns.some((pattern) => globMatches(globOf(pattern.toLowerCase()), action));
  return matches !== (except !== undefined);
}
