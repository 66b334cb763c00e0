/** zod's issues in our words. */
import type { ScenarioIssue } from '../case/issue';
import { writePath } from '../case/issue';
import type { z } from './zod';

type Issue = z.core.$ZodIssue;

/** One issue a problem; a union that fails everywhere is told by the branch that came nearest. */
export function toIssues(found: readonly Issue[], within: readonly PropertyKey[] = []): ScenarioIssue[] {
  return found.flatMap((issue) => {
    const path = [...within, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: writePath([...path, key]),
        message: `A case has no field of this name here${path.length === 0 ? '' : `, in \`${writePath(path)}\``}.`,
      }));
    if (issue.code === 'invalid_union') {
      const branch = nearest(issue.errors);
      if (branch !== undefined) return toIssues(branch, path);
    }
    return [{ path: writePath(path), message: message(issue) }];
  });
}

/** The branch of a union whose kind of value was right and that failed further inside. */
function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find((branch) => branch.length > 0 && !branch.some(isOtherKind));
}

function isOtherKind({ code, path }: Issue): boolean {
  // The word that tells a supposition from a policy.
  if (path.length === 1 && path[0] === 'supposed') return true;
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  object: 'an object `{ … }`',
  record: 'an object `{ … }`',
  array: 'a list `[ … ]`',
  boolean: '`true` or `false`',
  number: 'a number',
};

function message(issue: Issue): string {
  if (issue.code === 'custom' || issue.message !== 'Invalid input') return issue.message;
  if (issue.code === 'invalid_type') return `This must be ${NOUNS[issue.expected] ?? issue.expected}.`;
  if (issue.code === 'invalid_value')
    return `This must be ${issue.values.map((value) => `\`${JSON.stringify(value)}\``).join(' or ')}.`;
  return 'This is not what a case has here.';
}
