/** What a token, or a workflow that gets one, says of the caller. */
import type { Request } from '../../case/scenario';
import type { TextPart } from '../code/types';

/** One token that may be sent. */
export interface TokenClaims {
  /** `push to main`, `environment prod`. */
  readonly label: string;
  readonly context: NonNullable<Request['context']>;
}

export interface TokenRead {
  readonly kind: 'jwt' | 'workflow' | 'log';
  /** Without `https://`: what its condition keys begin with. */
  readonly issuer: string;
  /** The role that is to be assumed, where the text names it. */
  readonly role?: string;
  /** At least one; several where the text leaves open which token is sent. */
  readonly tokens: readonly TokenClaims[];
  readonly notes: readonly string[];
  /** Nothing else is looked for there: what a token says is not evidence of anything else. */
  readonly part: TextPart;
}
