/** AWS Config's managed rules on IAM, as far as what was pasted decides them. AWS Config Developer Guide: a page for each rule. */

export type Compliance = 'COMPLIANT' | 'NON_COMPLIANT' | 'NOT_APPLICABLE';

export interface ConfigRule {
  /** As the page is called: `access-keys-rotated`. */
  readonly rule: string;
  /** Of the account or the policy as a whole: not compliant where one of its parts is not. */
  readonly status: Compliance;
  /** By the name of the user, group, role or policy, where the rule judges each. */
  readonly by?: Readonly<Record<string, Compliance>>;
}

/** A rule's parameters, by their names, as text. */
export type ConfigParameters = Readonly<Record<string, string>>;

/** Not compliant if one is not; compliant if one is; else the rule found nothing to judge. */
export function overall(by: Readonly<Record<string, Compliance>>): Compliance {
  const all = Object.values(by);
  if (all.includes('NON_COMPLIANT')) return 'NON_COMPLIANT';
  return all.includes('COMPLIANT') ? 'COMPLIANT' : 'NOT_APPLICABLE';
}

/** Answers by name. A user, a group and a role may share a name: then it is not compliant where one of them is not. */
export function byName(
  rows: readonly (readonly [name: string, compliance: Compliance])[],
): Readonly<Record<string, Compliance>> {
  const found = new Map<string, Compliance>();
  for (const [name, now] of rows) {
    const before = found.get(name);
    found.set(name, before === undefined ? now : overall({ before, now }));
  }
  return Object.fromEntries(found);
}

export function ruleBy(rule: string, by: Readonly<Record<string, Compliance>>): ConfigRule {
  return { rule, status: overall(by), by };
}

export const judged = (compliant: boolean): Compliance => (compliant ? 'COMPLIANT' : 'NON_COMPLIANT');
