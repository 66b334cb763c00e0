/** One line of reason for each element of a statement. */
import type { ElementReason, ElementTrace, Evaluation, Truth } from '../engine/evaluation';
import { conditionWords } from './elements/condition';
import { list } from './rich';
import { withVariables } from './elements/variables';
import {
  principalExemptWords,
  principalMatchedWords,
  principalNotExemptWords,
  principalNotNamedWords,
} from './elements/principal';
import {
  actionMatchedWords,
  actionNotListedWords,
  resourceMatchedWords,
  resourceNotListedWords,
} from './elements/resource';

type Words = {
  readonly [K in ElementReason['kind']]: (
    reason: Extract<ElementReason, { kind: K }>,
    context: { readonly negated: boolean; readonly truth: Truth },
  ) => string;
};

const WORDS: Words = {
  principalMatched: principalMatchedWords,
  principalNotNamed: principalNotNamedWords,
  principalExempt: principalExemptWords,
  principalNotExempt: principalNotExemptWords,
  notPrincipalBoundary: () => 'A caller with a permissions boundary is never exempt from NotPrincipal',
  actionMatched: (reason, { negated }) => actionMatchedWords(reason, negated),
  actionNotListed: (reason, { negated }) => actionNotListedWords(reason, negated),
  resourceMatched: (reason, { negated }) => resourceMatchedWords(reason, negated),
  resourceNotListed: (reason, { negated }) => resourceNotListedWords(reason, negated),
  resourceImplied: () => 'No Resource element: it means the resource the policy is attached to',
  placeholder: placeholderWords,
  condition: (reason, { truth }) => conditionWords(reason, truth),
};

/**
 * Why an element matched, differed or hangs, in one line without a full stop:
 * `s3:PutObject is not one of these 2 actions`, `aws:SourceVpce is absent, so StringNotEquals is true`.
 * With the evaluation, policy variables are told with their values.
 */
export function elementWords(element: ElementTrace, evaluation?: Evaluation): string {
  const { reason: written, truth } = element;
  if (truth === 'unknown' && written.kind !== 'condition') return openWords(element);
  const reason =
    evaluation && written.kind === 'condition' && truth !== 'unknown'
      ? withVariables(written, evaluation)
      : written;
  if (typeof reason === 'string') return reason;
  const context = { negated: element.element.startsWith('Not'), truth };
  return (WORDS[reason.kind] as (reason: ElementReason, about: typeof context) => string)(reason, context);
}

/** `Depends on what aws_s3_bucket.b.arn stands for`. */
function placeholderWords({ names }: Extract<ElementReason, { kind: 'placeholder' }>): string {
  return `Depends on what ${list(names)} ${names.length === 1 ? 'stands' : 'stand'} for`;
}

/** An element that depends on the request itself, or on a variable whose value is not known. */
function openWords({ element, reason }: ElementTrace): string {
  if (reason.kind === 'placeholder') return placeholderWords(reason);
  if (reason.kind === 'resourceNotListed' && reason.unresolved && reason.unresolved.length > 0) {
    return `Depends on ${reason.unresolved.join(' and ')}`;
  }
  if (reason.kind === 'principalNotNamed' && reason.caller !== '') return 'Depends on aws:userid';
  return `Depends on the ${element.replace('Not', '').toLowerCase()} of the request`;
}
