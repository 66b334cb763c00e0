/** A token or a workflow in a paste, and what it tells of the request. */
import type { Request } from '../../case/scenario';
import { isObject, type JsonObject } from '../evidence/values';
import { statementsOf } from '../guess-layer';
import { readJwt } from './jwt';
import type { TokenClaims, TokenRead } from './types';
import { readWorkflow } from './workflow';

export type { TokenRead } from './types';

/** A cheap look, before policies are read for the subjects that they trust. */
export function mayHoldToken(text: string): boolean {
  return /\beyJ[\w-]{8}|\brole-to-assume\s*:/.test(text);
}

/** The token of a text, else its workflow. `documents`: policies beside it, whose subjects tell the repository. */
export function readToken(text: string, documents: readonly unknown[]): TokenRead | undefined {
  return readJwt(text) ?? readWorkflow(text, documents.flatMap(trustedSubjects));
}

/**
 * The request that sends a token. The caller's account is that of the role, where that is known; of a log, which shows
 * neither the token nor its provider, the caller stays open.
 */
export function tokenRequest(
  { kind, issuer, role }: TokenRead,
  { context }: TokenClaims,
  told: Partial<Request> = {},
): Partial<Request> {
  const resource = told.resource ?? role;
  const account = /^arn:[\w-]+:iam::(\d{12}):role\//.exec(resource ?? '')?.[1];
  const principal =
    account === undefined || kind === 'log' ? undefined : `arn:aws:iam::${account}:oidc-provider/${issuer}`;
  return {
    action: 'sts:AssumeRoleWithWebIdentity',
    ...(principal !== undefined && { principal }),
    ...(resource !== undefined && { resource }),
    context: { ...told.context, ...context },
  };
}

/** Values of `…:sub` in the conditions of a policy. */
function trustedSubjects(document: unknown): readonly string[] {
  return statementsOf(document).flatMap(({ Condition }) =>
    isObject(Condition) ? Object.values(Condition).filter(isObject).flatMap(subjectsIn) : [],
  );
}

function subjectsIn(block: JsonObject): readonly string[] {
  return Object.entries(block)
    .filter(([key]) => /:sub$/i.test(key))
    .flatMap(([, value]): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    .filter((value): value is string => typeof value === 'string');
}
