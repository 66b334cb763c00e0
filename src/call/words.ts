/** A call and its requests in a few words. */
import type { CallEvaluation, CallPart } from './verdict';
import { isDenied } from './verdict';

/** The whole: what it comes to, and how many of its requests are to blame. */
export function wholeSentence({ decision, failing, parts }: CallEvaluation): string {
  const of = `${failing.length} of ${parts.length} checks`;
  if (isDenied(decision)) return `This call is denied: ${of} ${failing.length === 1 ? 'fails' : 'fail'}.`;
  if (decision === 'Undetermined')
    return `This call is not decided: ${of} ${failing.length === 1 ? 'is' : 'are'} open.`;
  return `This call is allowed: all ${parts.length} checks pass.`;
}

/** What tells a request apart: its action, or its name where the first request has the same action. */
export function partLabel({ at, name, view }: CallPart, { parts }: CallEvaluation): string {
  const { action } = view.request;
  if (action === '') return name ?? 'no action yet';
  const isSame = at > 0 && action.toLowerCase() === parts[0]!.view.request.action.toLowerCase();
  return isSame && name !== undefined ? name : action;
}

/** What the request that is looked at leaves unsaid of the whole: which other request settles it. */
export function otherWord(
  { decision, failing }: CallEvaluation,
  at: number,
): { readonly text: string; readonly to: number } | undefined {
  const to = failing.find((place) => place !== at);
  if (to === undefined || failing.includes(at)) return undefined;
  return isDenied(decision)
    ? { text: 'But the call as a whole is denied, by', to }
    : { text: 'But the call as a whole depends on', to };
}

/** The reverse: what the request that is looked at does to the whole. */
export function ownWord({ decision, failing, parts }: CallEvaluation, at: number): string | undefined {
  if (!failing.includes(at)) return undefined;
  if (failing.length > 1)
    return isDenied(decision) ? 'One of the checks that deny the whole call.' : undefined;
  const passes = parts.every(({ evaluation }, place) => place === at || evaluation.decision === 'Allowed');
  if (!passes) return isDenied(decision) ? 'This denies the whole call.' : undefined;
  return isDenied(decision)
    ? 'All other checks pass; this one denies the whole call.'
    : 'All other checks pass; the whole call depends on this one.';
}
