/** Who is calling: AWS CLI Command Reference, `sts get-caller-identity` and `iam get-user`. */
import { namedIn, namedWords } from './named';
import type { Evidence } from './types';
import type { JsonObject } from './values';
import { defined, textAt } from './values';

const PRINCIPAL =
  /arn:aws[a-z-]*:(?:iam|sts)::\d{12}:(?:root\b|(?:user|assumed-role|federated-user)\/[\w+=,.@/-]{1,600})/;

/** From JSON output. */
export function readIdentity(objects: readonly JsonObject[]): Evidence | undefined {
  for (const object of objects) {
    const arn = textAt(object, 'Arn');
    const userId = textAt(object, 'UserId');
    if (arn === undefined || userId === undefined || PRINCIPAL.exec(arn)?.[0] !== arn) continue;
    const named = namedIn([object]);
    return {
      kind: 'principal',
      request: { principal: arn, context: { 'aws:userid': userId } },
      ...(named.length > 0 && { named }),
      notes: named.map(namedWords),
    };
  }
  return undefined;
}

/** From text, table or YAML output, or an ARN on its own. */
export function readIdentityText(text: string): Evidence | undefined {
  if (text.length > 4000) return undefined;
  const principal = PRINCIPAL.exec(text)?.[0];
  if (principal === undefined) return undefined;
  if (text.trim() === principal) return { kind: 'principal', request: { principal }, notes: [] };
  const userId = /\b(?:AROA|AIDA|ASIA)[A-Z0-9]{8,}(?::[\w+=,.@-]+)?/.exec(text)?.[0];
  const isIdentity = userId !== undefined && /(?:^|[\s|'"])\d{12}(?:[\s|'"]|$)/.test(text);
  if (!isIdentity) return undefined;
  return {
    kind: 'principal',
    request: defined({ principal, context: { 'aws:userid': userId } }),
    notes: [],
  };
}
