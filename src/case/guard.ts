/**
 * Guards: sentences about every request, kept with a case and proved over each version of its policies.
 * `never ACTION on RESOURCE by PRINCIPAL unless CONDITION`.
 */

/**
 * Whom a guard speaks of: `anyone` (written out: also whom the policy of the resource lets in), everybody outside an account or organization (`outside:111122223333`,
 * `outside:o-a1b2c3d4e5`), or the callers whose ARN fits a pattern.
 */
export type GuardBy = string;

/** Principals by their kind, as in a policy: accounts and ARNs, services, identity providers. */
export type GuardPrincipal = Readonly<
  Partial<Record<'AWS' | 'Service' | 'Federated', string | readonly string[]>>
>;

export interface Guard {
  /**
   * `never`: no such request is allowed. `keepsDeny`: a Deny that stopped such requests goes on stopping them.
   * `notWider`: no such request is allowed that was denied before.
   */
  readonly kind: 'never' | 'keepsDeny' | 'notWider';
  /** A name in the words of its author. */
  readonly name?: string;
  /** A pattern of actions, as in a policy; every action where it is left out. */
  readonly action?: string;
  /** A pattern of resources, as in a policy; every resource where it is left out. */
  readonly resource?: string;
  /** A pattern of resources that the guard does not speak of, as NotResource in a policy. */
  readonly exceptResource?: string;
  /** Whom the guard does not speak of, as NotPrincipal in a policy. */
  readonly exceptPrincipal?: GuardPrincipal;
  /** `anyone` where it is left out. */
  readonly by?: GuardBy;
  /** A condition block as in a policy: requests that meet it are excepted. */
  readonly unless?: GuardCondition;
}

/** Operator to key to value or values. */
export type GuardCondition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
