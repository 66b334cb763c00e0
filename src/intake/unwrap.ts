/** What a text in a policy's editor is: a policy, one inside the output of a tool, or nearly one. */
import { firstJsonProblem } from '../language/document';
import type { CodeLanguage } from './code/types';
import { clean } from './evidence/clean';
import { otherForm } from './evidence/other-forms';
import { isPolicyDocument, ofStatements } from './evidence/policies';
import { readEvidence } from './evidence/read';
import { rootsIn, type Root } from './evidence/roots';
import type { EvidencePolicy } from './evidence/types';
import { isObject } from './evidence/values';
import { repairs } from './repair';
import { wrapperOf } from './wrapper';

export type Unwrapped =
  /** The text is a policy, as IAM takes it. */
  | { readonly kind: 'policy' }
  /** Policies inside something else; `how` says what, as in: taken out of … */
  | { readonly kind: 'wrapped'; readonly how: string; readonly policies: readonly EvidencePolicy[] }
  /** A policy that IAM refuses as it stands; `fixed` is the same text with as little changed as possible. */
  | { readonly kind: 'fixable'; readonly problem: string; readonly fixed: string }
  /** No policy, or not yet one: the first problem, with its offset in the text. */
  | { readonly kind: 'unreadable'; readonly problem: string; readonly offset: number };

/** Tells what a text is. Never throws. Unfinished policies are `unreadable`, which is no fault while typing. */
export function unwrapPolicy(text: string): Unwrapped {
  const parsed = strictly(text);
  if (isPolicy(parsed)) return { kind: 'policy' };
  const statements = fromStatements(text, parsed);
  if (statements !== undefined) return statements;
  if (parsed !== undefined)
    return fromText(text, parsed) ?? unreadable('There is no policy in this JSON.', 0);
  return fromFence(text) ?? fromRepair(text) ?? fromText(text) ?? failed(text);
}

function strictly(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** A policy that is still being written counts: an object with a name that only policies have. */
function isPolicy(value: unknown): boolean {
  if (!isObject(value)) return false;
  return (
    Object.hasOwn(value, 'Statement') || (Object.hasOwn(value, 'Version') && Object.keys(value).length <= 2)
  );
}

/** A fenced block of Markdown whose whole content is a policy, perhaps one to be repaired. */
function fromFence(text: string): Unwrapped | undefined {
  const fenced = text.trim();
  const opening = /^```[\w-]*[ \t]*\r?\n/.exec(fenced)?.[0];
  if (opening === undefined || fenced.length < opening.length + 3 || !fenced.endsWith('```'))
    return undefined;
  const inside = fenced
    .slice(opening.length, -3)
    .replace(/(?<![ \t])[ \t]+$/, '')
    .replace(/\r?\n$/, '');
  const content = unwrapPolicy(inside);
  if (content.kind === 'policy')
    return { kind: 'fixable', problem: 'The policy stands in a code block.', fixed: inside };
  return content.kind === 'unreadable' ? undefined : content;
}

/** One statement, several, or their list, without the policy around them. */
function fromStatements(text: string, parsed: unknown): Unwrapped | undefined {
  const list = Array.isArray(parsed) ? text.trim() : `[${text.trim().replace(/,$/, '')}]`;
  const statements = Array.isArray(parsed) ? parsed : strictly(list);
  if (!Array.isArray(statements) || ofStatements(statements) === undefined) return undefined;
  const problem = 'The policy around these statements is missing.';
  return { kind: 'fixable', problem, fixed: `{"Version": "2012-10-17", "Statement": ${list}}` };
}

function fromRepair(text: string): Unwrapped | undefined {
  for (const { problem, fixed } of repairs(text))
    if (isPolicy(strictly(fixed))) return { kind: 'fixable', problem, fixed };
  return undefined;
}

/** Policies in any text: an answer, a command with its output, a program, a mail. */
function fromText(text: string, parsed?: unknown): Unwrapped | undefined {
  const { policies = [], code: [code] = [] } = readEvidence(text);
  if (policies.length === 0) return undefined;
  // With names in quotation marks and nothing around it is JSON that is being written.
  if (code?.language === 'program' && /^\s*[[{]\s*(?:\{\s*)?"/.test(text)) return undefined;
  if (code !== undefined) return { kind: 'wrapped', how: CODE_LANGUAGES[code.language], policies };
  if (typeof parsed === 'string') return { kind: 'wrapped', how: 'a text in quotation marks', policies };
  if (parsed !== undefined) return { kind: 'wrapped', how: wrapperOf(parsed), policies };
  const { roots } = rootsIn(clean(text));
  const bare = roots.every(({ value }) => isPolicyDocument(value));
  // A single policy that only lacks something is a policy being written, not one to be taken out.
  if (bare && /^\s*\{/.test(text) && roots.length === 1 && roots[0]!.code === undefined) return undefined;
  return { kind: 'wrapped', how: howOf(text, roots, bare), policies };
}

function howOf(text: string, roots: readonly Root[], bare: boolean): string {
  if (/^\s*"?%7b/i.test(text)) return 'a URL-encoded text';
  const code = roots.find((root) => root.code !== undefined);
  if (code?.code !== undefined) return CODE[code.code];
  return bare ? 'the text around' : wrapperOf(roots.find(({ value }) => !isPolicyDocument(value))?.value);
}

const CODE: Readonly<Record<NonNullable<Root['code']>, string>> = {
  program: 'a program',
  yaml: 'YAML',
};

const CODE_LANGUAGES: Readonly<Record<CodeLanguage, string>> = {
  terraform: 'Terraform',
  terraformPlan: 'a plan of Terraform',
  cloudFormation: 'a CloudFormation template',
  sam: 'an AWS SAM template',
  serverless: 'a file of the Serverless Framework',
  cdk: 'code for the AWS CDK',
  pulumi: 'code for Pulumi',
  program: 'a program',
  workflow: 'a GitHub workflow',
};

function failed(text: string): Unwrapped {
  const { code: [code] = [], notes: said } = readEvidence(text);
  const notes = code === undefined ? rootsIn(clean(text)).notes : said;
  const starts = /^\s*[{[]\s*(?:"|$)/.test(text);
  const other = starts ? undefined : (otherForm(text, code !== undefined) ?? notes[0]);
  if (other !== undefined) return unreadable(other, 0);
  const problem = firstJsonProblem(text);
  if (problem === undefined) return unreadable('There is no policy in this text.', 0);
  return unreadable(problem.message, problem.offset);
}

function unreadable(problem: string, offset: number): Unwrapped {
  return { kind: 'unreadable', problem, offset };
}
