/** Policies in code: each language has a reader of its own, and a text may hold several languages. */
import { withoutParts } from './blank';
import { cloudFormationReader } from './cloudformation/read';
import { serverlessReader } from './cloudformation/serverless';
import { programReader } from './program/read';
import { pulumiYamlReader } from './pulumi/read';
import { shellReader } from './shell/read';
import { terraformPlan } from './terraform/plan-json';
import { terraform } from './terraform/read';
import type { CodeRead, CodeReader } from './types';

/** In the order in which they are asked; what one has read is not looked at by the next. */
const READERS: readonly CodeReader[] = [
  shellReader,
  terraformPlan,
  serverlessReader,
  pulumiYamlReader,
  cloudFormationReader,
  terraform,
  programReader,
];

export interface ReadCode {
  readonly reads: readonly CodeRead[];
  /** The text with blanks where code was read. */
  readonly rest: string;
}

/** What the languages say of a cleaned text; empty where it is no code that is read here. Never throws. */
export function readCode(text: string): ReadCode {
  const reads: CodeRead[] = [];
  let rest = text;
  for (const reader of READERS) {
    if (!reader.mayRead(rest)) continue;
    const read = reader.read(rest);
    if (read === undefined) continue;
    reads.push(read);
    rest = withoutParts(rest, read.parts);
  }
  return { reads, rest };
}
