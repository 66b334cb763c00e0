/**
 * What a text in code says of policies, whatever its language: Terraform, CloudFormation, CDK and their like. Each reader
 * gives one `CodeRead`; what becomes of it is the same for all of them.
 */
import type { Layer } from '../../case/scenario';

export type CodeLanguage =
  | 'terraform'
  | 'terraformPlan'
  | 'cloudFormation'
  | 'sam'
  | 'serverless'
  | 'cdk'
  | 'pulumi'
  | 'program'
  | 'workflow';

/** A part of the text that could not be read. Lines and columns count from 1. */
export interface NotRead {
  /** What stands there, as it is written and shortened: `dynamic "statement"`, `templatefile("p.json", …)`. */
  readonly what: string;
  readonly line: number;
  readonly column: number;
}

/** Who or what a policy is attached to. */
export interface Holder {
  /** In one word: `role`, `user`, `group`, `bucket`, `key`, `queue`, `topic`, `secret`, `function`, `endpoint`, `target`. */
  readonly kind: string;
  /** The name or ARN where the text gives it, else how the text refers to it: `aws_iam_role.app`, `AppRole`. */
  readonly name: string;
  /** The group by which it holds a policy that is not its own. */
  readonly through?: string;
}

/** A policy as it is attached: one that is both a boundary and attached stands twice. */
export interface CodePolicy {
  /** The name that AWS will show, else how the text calls it; empty for a part of a text that has no name. */
  readonly name: string;
  /** Its type in its language: `aws_iam_role_policy`, `AWS::IAM::ManagedPolicy`. */
  readonly kind: string;
  readonly policyKind: Layer | 'trust';
  /**
   * As JSON; a reference stands inside a text as `${reference}`. Undefined where the text only names the policy, or where
   * a whole statement or list could not be read, so that it would look whole and is not: `notRead` says what.
   */
  readonly document?: unknown;
  /** A managed policy that is only named. */
  readonly arn?: string;
  /** Empty: the text does not tell. */
  readonly attachedTo: readonly Holder[];
  /** The references that stand in the document, each once. Every other `${…}` there is a policy variable. */
  readonly placeholders: readonly string[];
  readonly notRead: readonly NotRead[];
  readonly line: number;
}

/** A part of the text, by offsets; `end` is behind it. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

export interface CodeRead {
  readonly language: CodeLanguage;
  readonly policies: readonly CodePolicy[];
  /** Values that the same text gives for placeholders, such as the ARN of a bucket whose name it holds. */
  readonly known: Readonly<Record<string, string>>;
  /** Sentences about the whole text. */
  readonly notes: readonly string[];
  /** What of the text it is about, in order: nothing else is looked for there. */
  readonly parts: readonly TextPart[];
}

/** One language. `read` never throws; undefined: the text is none of it, or has no policy. */
export interface CodeReader {
  /** A quick look, so that most texts cost nothing. */
  readonly mayRead: (text: string) => boolean;
  readonly read: (text: string) => CodeRead | undefined;
}

/** Code is read as far as a limit, and that is said. */
export function cutWords(text: string, most: number): readonly string[] {
  return text.length > most ? [`Only the first ${most} characters of the code were read.`] : [];
}
