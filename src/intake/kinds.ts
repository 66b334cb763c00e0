/** What each kind of evidence means for a case. A kind that is added has its line here, or does not compile. */
import type { EvidenceKind } from './evidence/types';

export interface KindFacts {
  /** Is it about a request of its own? Then the policies on the page are another case's until someone says otherwise. */
  readonly ownCase: boolean;
  /** Does it tell of a request that AWS decided, under layers that nobody may have seen? */
  readonly decided: boolean;
  /** Should caller, action and resource be in it, so that a missing one is told? */
  readonly request: boolean;
}

export const KIND_FACTS: Readonly<Record<EvidenceKind, KindFacts>> = {
  authorizationDetails: { ownCase: true, decided: true, request: true },
  denial: { ownCase: true, decided: true, request: true },
  encodedMessage: { ownCase: true, decided: true, request: true },
  decodedMessage: { ownCase: true, decided: true, request: true },
  cloudTrail: { ownCase: true, decided: true, request: true },
  simulation: { ownCase: false, decided: false, request: true },
  principal: { ownCase: false, decided: false, request: true },
  token: { ownCase: false, decided: false, request: true },
  policy: { ownCase: false, decided: false, request: false },
  account: { ownCase: false, decided: false, request: false },
  unknown: { ownCase: false, decided: false, request: false },
};
