/** A token with what else a paste says: the refusal that it met, the trust policy that judges it. */
import { defined } from '../evidence/values';
import type { EvidenceChoice } from '../evidence/choices';
import { CALLER_NOT_NAMED } from '../evidence/sentence';
import type { Paste } from '../evidence/paste';
import type { Evidence } from '../evidence/types';
import { tokenRequest } from './read';
import type { TokenClaims, TokenRead } from './types';

const CALL = 'sts:assumerolewithwebidentity';

/** Of what kind the rest of a paste may be, so that a token belongs to it. Another call was made without the token. */
function belongs({ kind, request }: Evidence): boolean {
  if (kind === 'unknown' || kind === 'policy' || kind === 'principal') return true;
  return (request?.action ?? CALL).toLowerCase() === CALL;
}

/** Both as one: the choice among tokens takes the place of the choice among refusals. */
export function withToken(rest: Paste, token: TokenRead): Paste {
  const { evidence } = rest;
  if (!belongs(evidence)) return rest;
  const choices = token.tokens.map((claims) => choiceOf(evidence, token, claims));
  return { evidence: choices[0]!.read(), choices };
}

function choiceOf(evidence: Evidence, token: TokenRead, claims: TokenClaims): EvidenceChoice {
  const request = tokenRequest(token, claims, evidence.request);
  const denied = evidence.kind === 'denial' || evidence.kind === 'cloudTrail';
  const { kind, notes } = evidence;
  // What is no evidence by itself has nothing to say beside a token.
  const others =
    kind === 'unknown'
      ? []
      : notes.filter((note) => request.principal === undefined || note !== CALLER_NOT_NAMED);
  return defined({
    action: request.action,
    principal: request.principal,
    resource: request.resource,
    outcome: claims.label,
    denied,
    read: (): Evidence => ({
      ...evidence,
      kind: denied ? kind : 'token',
      request,
      issuer: token.issuer,
      notes: [...token.notes, ...others],
    }),
  });
}
