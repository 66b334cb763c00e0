/** An element in a few signs, for the row of a statement: what it lists, or what the request has. */
import type { ElementReason, ElementTrace } from '../../engine/evaluation';

type Short = {
  readonly [K in ElementReason['kind']]: (reason: Extract<ElementReason, { kind: K }>) => string;
};

/** `arn:aws:iam::111122223333:role/App` is `role/App`: in a row the end tells more. */
function tail(arn: string): string {
  return arn.replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:/, '…');
}

function counted(listed: number, of: string): string {
  return listed === 1 ? `another ${of}` : `none of ${listed} ${of}s`;
}

const SHORT: Short = {
  principalMatched: ({ value, grant }) =>
    value === '*' ? 'everyone' : grant === 'account' ? 'the account' : tail(value).replace(/^…/, ''),
  principalNotNamed: () => 'caller not named',
  principalExempt: ({ value }) => tail(value),
  principalNotExempt: () => 'caller not exempt',
  notPrincipalBoundary: () => 'has a boundary',
  actionMatched: ({ pattern }) => pattern,
  actionNotListed: ({ listed }) => counted(listed, 'action'),
  resourceMatched: ({ pattern }) => tail(pattern),
  resourceNotListed: ({ listed, nearest }) =>
    listed === 1 && nearest ? tail(nearest.pattern) : counted(listed, 'pattern'),
  resourceImplied: () => 'the resource itself',
  placeholder: ({ names }) => names.join(', '),
  condition: ({ actual }) => {
    if (actual === 'absent') return 'not in the request';
    if (actual === 'unknown') return 'not known';
    return actual.length === 0 ? 'an empty set' : actual.map((one) => (one === '' ? '""' : one)).join(', ');
  },
};

export function elementShort({ reason }: ElementTrace): string {
  return (SHORT[reason.kind] as (reason: ElementReason) => string)(reason);
}
