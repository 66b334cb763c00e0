/** Who is calling: AWS CLI Command Reference, `sts get-caller-identity`, `sts assume-role` and `iam get-user`. */
import { namedIn, namedWords } from './named';
import type { Evidence } from './types';
import type { JsonObject } from './values';
import { at, defined, textAt } from './values';

const PRINCIPAL =
  /arn:aws[a-z-]*:(?:iam|sts)::\d{12}:(?:root\b|(?:user|assumed-role|federated-user)\/[\w+=,.@/-]{1,600})/;

/** From JSON output. */
export function readIdentity(objects: readonly JsonObject[]): Evidence | undefined {
  for (const object of objects) {
    const arn = textAt(object, 'Arn');
    const userId =
      textAt(object, 'UserId') ?? textAt(object, 'AssumedRoleId') ?? textAt(object, 'FederatedUserId');
    if (arn === undefined || userId === undefined || PRINCIPAL.exec(arn)?.[0] !== arn) continue;
    const named = namedIn([object]);
    return {
      kind: 'principal',
      request: { principal: arn, context: { 'aws:userid': userId } },
      ...(named.length > 0 && { named }),
      notes: [...(objects.some(holdsCredentials) ? [CREDENTIALS] : []), ...named.map(namedWords)],
    };
  }
  return undefined;
}

/** `assume-role` and its like print the keys of the session. Nothing of them is read. */
export function holdsCredentials(object: JsonObject): boolean {
  return at(object, 'SecretAccessKey') !== undefined || at(object, 'SessionToken') !== undefined;
}

export const CREDENTIALS =
  'The text holds credentials of a session. They are not read, kept or shared by this page; whoever else has seen the text can use them until they expire.';

/** From text, table or YAML output, a list of `--query`, or an ARN on its own, with the command before it. */
export function readIdentityText(text: string): Evidence | undefined {
  if (text.length > 4000) return undefined;
  const principal = PRINCIPAL.exec(text)?.[0];
  if (principal === undefined) return undefined;
  const userId = /\b(?:AROA|AIDA|ASIA)[A-Z0-9]{8,}(?::[\w+=,.@-]+)?/.exec(text)?.[0];
  const isIdentity =
    isAlone(text, principal) || (userId !== undefined && /(?:^|[\s|'">])\d{12}(?:[\s|'"<]|$)/.test(text));
  if (!isIdentity) return undefined;
  return {
    kind: 'principal',
    request: defined({
      principal,
      context: userId === undefined ? undefined : { 'aws:userid': userId },
    }),
    notes: [],
  };
}

/** Nothing beside it but its account, the marks of a list, and the command that was typed. */
function isAlone(text: string, principal: string): boolean {
  const answer = text.replace(/^[ \t]*(?:[$>%#]|PS [^\n>]{0,80}>)[ \t][^\n]*$/gm, '');
  const others = answer
    .replace(principal, ' ')
    .split(/[\s"',[\]]+/)
    .filter(Boolean);
  return others.every((word) => principal.includes(`:${word}:`));
}
