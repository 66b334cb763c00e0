/** The words of each layer, complete: a new layer says all of these. Sentences that need an evaluation are elsewhere. */
import type { Step } from '../engine/evaluation';
import type { Layer } from '../case/layers';
import { shutLevels } from './levels';
import { rich } from './rich';
import type { Piece } from './rich';
import type { Rich } from './types';

export interface LayerWords {
  /** As a heading. */
  readonly name: string;
  /** Under a gate of the flow. */
  readonly shortName: string;
  /** The number that the guide gives it; a number says which rule it is, not which comes next. */
  readonly number?: number;
  /** In one word, on a chip. */
  readonly chip: string;
  /** In a menu, in full. */
  readonly title: string;
  /** Where a Deny was found, behind `in`. */
  readonly inLayer: string;
  /** As AWS's messages call one of its policies. */
  readonly aws: string;
  /** Where `docs/evaluation.md` tells how the step counts: the anchor of its heading. */
  readonly rule: string;
  /** It lets the request through, and grants nothing. */
  readonly passes: (action: Piece) => Rich;
  readonly noAllow: (action: Piece, noun: string, step: Step) => Rich;
  readonly noPolicy: (noun: string) => Rich;
  /** In the text of a case that was filled in: nothing of it was in the paste. */
  readonly unseen: (noun: string) => string;
  /** Whom a change of its policies can harm, from one session (0) to a whole organization. */
  readonly reach: number;
  /** What speaks against an exception to its Deny. */
  readonly guard?: string;
}

const IT = 'is not in the text. It counts as unknown until you paste it.';
const THEY = 'are not in the text. They count as unknown until you paste them.';

export const LAYER_WORDS: Readonly<Record<Layer, LayerWords>> = {
  scp: {
    name: 'SCPs',
    shortName: 'SCPs',
    number: 2,
    chip: 'SCP',
    title: 'Service control policy (SCP)',
    inLayer: 'SCPs',
    aws: 'service control policy',
    rule: 'scps',
    passes: (action) =>
      rich`Every level has an SCP that allows ${action}. SCPs only limit: an identity or resource policy still has to grant it.`,
    noAllow: (action, _, step) =>
      rich`No SCP at ${shutLevels(step, 'its level')} allows ${action}. Each level needs an Allow of its own.`,
    noPolicy: () => rich`No SCPs were given, as for an account outside any organization.`,
    unseen: () => `The SCPs of the caller’s organization ${THEY}`,
    reach: 6,
    guard: 'An SCP guards a whole organization. Ask whoever owns it before you make an exception.',
  },
  rcp: {
    name: 'RCPs',
    shortName: 'RCPs',
    chip: 'RCP',
    title: 'Resource control policy (RCP)',
    inLayer: 'RCPs',
    aws: 'resource control policy',
    rule: 'rcps',
    passes: () => rich`No RCP denies it. RCPs only deny; the full-access RCP is always in force.`,
    noAllow: (action) => rich`No RCP allows ${action}.`,
    noPolicy: () => rich`No RCPs of your own were given; the full-access RCP lets everything through.`,
    unseen: () => `The RCPs of the resource’s organization ${THEY}`,
    reach: 5,
    guard:
      'An RCP guards the resources of a whole organization. Ask whoever owns it before you make an exception.',
  },
  endpoint: {
    name: 'Endpoint policy',
    shortName: 'Endpoint',
    chip: 'Endpoint',
    title: 'VPC endpoint policy',
    inLayer: 'the endpoint',
    aws: 'VPC endpoint policy',
    rule: 'endpoints',
    passes: (action) =>
      rich`The endpoint lets ${action} through. It grants nothing itself: another policy has to.`,
    noAllow: (action) =>
      rich`The request came through this endpoint, and its policy does not allow ${action}.`,
    noPolicy: () => rich`The request does not come through a VPC endpoint with a policy of its own.`,
    unseen: () => `The VPC endpoint policy ${IT}`,
    reach: 4,
  },
  resource: {
    name: 'Resource policy',
    shortName: 'Resource policy',
    number: 3,
    chip: 'Resource',
    title: 'Resource policy',
    inLayer: 'the resource',
    aws: 'resource-based policy',
    rule: 'resource-policies',
    passes: (action) => rich`It lets ${action} through, but does not grant it alone.`,
    noAllow: (action, noun) => rich`The ${noun} has to allow ${action}, and no statement does.`,
    noPolicy: (noun) => rich`The resource has no ${noun === 'resource policy' ? noun : `${noun} here`}.`,
    unseen: (noun) => `The ${noun} ${IT}`,
    reach: 2,
  },
  boundary: {
    name: 'Permissions boundary',
    shortName: 'Boundary',
    number: 4,
    chip: 'Boundary',
    title: 'Permissions boundary',
    inLayer: 'the boundary',
    aws: 'permissions boundary',
    rule: 'boundaries',
    passes: (action) => rich`The boundary leaves room for ${action}. It grants nothing itself.`,
    noAllow: (action) =>
      rich`No statement of the boundary allows ${action}. A boundary caps what identity policies grant.`,
    noPolicy: () => rich`The caller has no permissions boundary, so nothing is capped.`,
    unseen: () => `The permissions boundary ${IT}`,
    reach: 3,
  },
  session: {
    name: 'Session policy',
    shortName: 'Session policy',
    number: 5,
    chip: 'Session',
    title: 'Session policy',
    inLayer: 'the session',
    aws: 'session policy',
    rule: 'session-policies',
    passes: (action) => rich`The session policy leaves room for ${action}. It grants nothing itself.`,
    noAllow: (action) =>
      rich`No session policy allows ${action}. What the session may do is what both they and the identity policies allow.`,
    noPolicy: () => rich`No session policy was passed, so nothing is narrowed.`,
    unseen: () => `The session policy ${IT}`,
    reach: 0,
  },
  identity: {
    name: 'Identity-based',
    shortName: 'Identity',
    number: 6,
    chip: 'Identity',
    title: 'Identity-based policy',
    inLayer: 'identity',
    aws: 'identity-based policy',
    rule: 'identity-policies',
    passes: (action) => rich`An identity policy allows ${action}.`,
    noAllow: (action) => rich`No identity policy allows ${action}.`,
    noPolicy: () => rich`The caller has no identity policy.`,
    unseen: () => `The caller’s identity policies ${THEY}`,
    reach: 1,
  },
};
