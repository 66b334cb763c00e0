/** What a text that was pasted as a policy is: a policy, one inside the output of a tool, or nearly one. */
import type { Layer } from '../case/scenario';
import { firstJsonProblem } from '../language/document';
import { clean } from './evidence/clean';
import { jsonencodeIn } from './evidence/hcl';
import { jsonIn, unpacked } from './evidence/json';
import { isPolicyDocument, policiesIn } from './evidence/policies';
import type { EvidencePolicy } from './evidence/types';
import { isObject } from './evidence/values';
import { repairs } from './repair';
import { wrapperOf } from './wrapper';

export interface UnwrappedPolicy {
  readonly layer: Layer;
  /** A role's trust policy; its layer is `resource`. */
  readonly trust: boolean;
  readonly name?: string;
  readonly via?: string;
  /** The policy on its own, with two spaces; its own layout where it was packed with one. */
  readonly text: string;
}

export type Unwrapped =
  /** The text is a policy, as IAM takes it. */
  | { readonly kind: 'policy' }
  /** Policies inside something else; `how` says what, as in: taken out of … */
  | { readonly kind: 'wrapped'; readonly how: string; readonly policies: readonly UnwrappedPolicy[] }
  /** A policy that IAM refuses as it stands; `fixed` is the same text with as little changed as possible. */
  | { readonly kind: 'fixable'; readonly problem: string; readonly fixed: string }
  /** No policy, or not yet one: the first problem, with its offset in the text. */
  | { readonly kind: 'unreadable'; readonly problem: string; readonly offset: number };

/** Tells what a pasted text is. Never throws. Unfinished policies are `unreadable`, which is no fault while typing. */
export function unwrapPolicy(text: string): Unwrapped {
  const parsed = strictly(text);
  if (isPolicy(parsed)) return { kind: 'policy' };
  if (parsed !== undefined) return fromJson(parsed) ?? unreadable('There is no policy in this JSON.', 0);
  return (
    fromFence(text) ??
    fromRepair(text) ??
    fromUrl(text) ??
    fromProse(text) ??
    fromTerraform(text) ??
    failed(text)
  );
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

function fromJson(value: unknown): Unwrapped | undefined {
  const policies = policiesIn([value]);
  if (policies.length === 0) return undefined;
  const how = typeof value === 'string' ? 'a text in quotation marks' : wrapperOf(value);
  return { kind: 'wrapped', how, policies: policies.map(toUnwrapped) };
}

/** A fenced block of Markdown whose whole content is a policy, perhaps one to be repaired. */
function fromFence(text: string): Unwrapped | undefined {
  const inside = /^\s*```[\w-]*[ \t]*\r?\n([^]*?)\r?\n?[ \t]*```\s*$/.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const content = unwrapPolicy(inside);
  if (content.kind === 'policy')
    return { kind: 'fixable', problem: 'The policy stands in a code block.', fixed: inside };
  return content.kind === 'unreadable' ? undefined : content;
}

function fromRepair(text: string): Unwrapped | undefined {
  for (const { problem, fixed } of repairs(text))
    if (isPolicy(strictly(fixed))) return { kind: 'fixable', problem, fixed };
  return undefined;
}

function fromUrl(text: string): Unwrapped | undefined {
  if (!/^\s*"?%7b/i.test(text)) return undefined;
  const document = unpacked(text.replace(/"/g, ''));
  if (!isPolicyDocument(document)) return undefined;
  const policies = policiesIn([document]).map(toUnwrapped);
  return { kind: 'wrapped', how: 'a URL-encoded text', policies };
}

/** Policies between other text: a command and its output, a mail, a document held up by a missing comma. */
function fromProse(text: string): Unwrapped | undefined {
  const roots = jsonIn(clean(text));
  const policies = policiesIn(roots);
  const bare = roots.every((root) => isPolicyDocument(root));
  // A single policy that only lacks something is a policy being written, not one to be taken out.
  if (policies.length === 0 || (bare && /^\s*\{/.test(text) && roots.length === 1)) return undefined;
  const how = bare ? 'the text around' : wrapperOf(roots.find((root) => !isPolicyDocument(root)));
  return { kind: 'wrapped', how, policies: policies.map(toUnwrapped) };
}

function fromTerraform(text: string): Unwrapped | undefined {
  const policies = jsonencodeIn(clean(text)).flatMap(({ attribute, value }) =>
    policiesIn([value]).map((policy) =>
      attribute === 'assume_role_policy' ? { ...policy, layer: 'trust' as const } : policy,
    ),
  );
  if (policies.length === 0) return undefined;
  return { kind: 'wrapped', how: 'Terraform', policies: policies.map(toUnwrapped) };
}

function toUnwrapped({ layer, name, via, document }: EvidencePolicy): UnwrappedPolicy {
  return {
    layer: layer === 'trust' ? 'resource' : layer,
    trust: layer === 'trust',
    ...(name !== undefined && { name }),
    ...(via !== undefined && { via }),
    text: JSON.stringify(document, null, 2),
  };
}

function failed(text: string): Unwrapped {
  if (/^\s*(?:-\s+)?(?:Version|Statement|PolicyDocument):/m.test(text))
    return unreadable('This looks like YAML. IAM takes JSON only; convert it first.', 0);
  if (/^\s*(?:permit|forbid)\s*\(/.test(text))
    return unreadable('This is Cedar, another policy language than IAM’s.', 0);
  const problem = firstJsonProblem(text);
  if (problem === undefined) return unreadable('There is no policy in this text.', 0);
  return unreadable(problem.message, problem.offset);
}

function unreadable(problem: string, offset: number): Unwrapped {
  return { kind: 'unreadable', problem, offset };
}
