/**
 * Accounts that stand for one without being one: `<account-id>`, `ACCOUNT`, a number with too few digits, and AWS's two
 * example accounts where one case mixes them. They match nothing, so a case that holds them says little.
 */
import { mapPolicies } from './map-policies';
import { listPolicies, policyText, type Policy, type Request, type Scenario } from './scenario';

/** An account's place in an ARN; not `aws`, as AWS's own policies have it, and no wildcard or variable. */
const IN_ARN = /arn:[\w-]*:[\w-]*:[\w-]*:([^:\s"'$*?{}]+):/g;
const ID = /^\d{12}$/;
/** A text that is nothing but a stand-in: a word for an account in brackets or capitals, or a run of letters X. */
const WORD = /^[<[({]*(my|your|the)?[-_ ]?(aws)?[-_ ]?(account|acct)[-_ ]?(id|number|no)?[>\])}]*$|^x{6,}$/i;
const BRACKETED = /^[<[({].*[>\])}]$/;
const NUMBER = /^[\d-]{5,20}$/;

/** AWS's documentation uses these two side by side, so texts from two pages seldom agree. */
const EXAMPLES = ['111122223333', '123456789012'] as const;
const MORE = ['111122223333', '444455556666', '777788889999', '222233334444', '555566667777'] as const;

export interface AccountRepair {
  /** Each stand-in as it is written, with the account to write in its place. */
  readonly written: ReadonlyMap<string, string>;
  /** `standIn`: these are no accounts. `mixed`: two example accounts where one is meant. */
  readonly kind: 'standIn' | 'mixed';
}

const isStandIn = (text: string): boolean =>
  !ID.test(text) &&
  (WORD.test(text) || BRACKETED.test(text) || (NUMBER.test(text) && /\d/.test(text)) || text === 'ACCOUNT');

function accountsIn(text: string): readonly string[] {
  return [...text.matchAll(IN_ARN)].map((match) => match[1]!);
}

function requestText({ principal, resource, resourceAccount = '' }: Request): string {
  // The account alone is read as the account of an ARN would be.
  return `"${principal}" "${resource}" ${resourceAccount === '' ? '' : `"arn:aws:x::${resourceAccount}:"`}`;
}

/** What to write instead, for the whole case; undefined where every account is one, and they go together. */
export function accountRepair(scenario: Scenario): AccountRepair | undefined {
  const asked = accountsIn(requestText(scenario.request));
  const listed = listPolicies(scenario.policies).flatMap(({ policy }) => accountsIn(policyText(policy)));
  const all = [...asked, ...listed];
  const standIns = [...new Set(all.filter(isStandIn))];
  if (standIns.length > 0) return { kind: 'standIn', written: standInsWritten(standIns, all) };
  return mixed(asked, listed);
}

/** Words for "my account" are the caller's; every other stand-in is an account of its own. */
function standInsWritten(standIns: readonly string[], all: readonly string[]): ReadonlyMap<string, string> {
  const known = all.filter((text) => ID.test(text));
  const free = MORE.filter((account) => !known.includes(account));
  const own = known[0] ?? free.shift() ?? MORE[0];
  const written = new Map<string, string>();
  let first = true;
  for (const text of standIns) {
    // Consoles write an account in groups of four.
    const digits = text.replaceAll('-', '');
    if (ID.test(digits)) {
      written.set(text, digits);
      continue;
    }
    // The first number is the account of the case too, unless the case has one already.
    const isOwn = WORD.test(text) || (first && known.length === 0);
    written.set(text, isOwn ? own : (free.shift() ?? own));
    if (!WORD.test(text)) first = false;
  }
  return written;
}

/** The request is in one of AWS's example accounts and the policies are in the other alone. */
function mixed(asked: readonly string[], listed: readonly string[]): AccountRepair | undefined {
  const [one, ...others] = new Set(asked);
  const [two, ...more] = new Set(listed);
  if (one === undefined || two === undefined || one === two || others.length + more.length > 0)
    return undefined;
  const isExample = (text: string): boolean => (EXAMPLES as readonly string[]).includes(text);
  return isExample(one) && isExample(two) ? { kind: 'mixed', written: new Map([[two, one]]) } : undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The case with the accounts written in: in ARNs, and where an account stands alone in quotation marks. */
export function withAccounts(scenario: Scenario, { written }: AccountRepair): Scenario {
  const names = [...written.keys()].map(escaped).join('|');
  const inArn = new RegExp(`(arn:[\\w-]*:[\\w-]*:[\\w-]*:)(${names})(?=:)`, 'g');
  const alone = new RegExp(`(["'])(${names})\\1`, 'g');
  const change = (text: string): string =>
    text
      .replace(inArn, (_, before: string, name: string) => `${before}${written.get(name)!}`)
      .replace(alone, (_, quote: string, name: string) => `${quote}${written.get(name)!}${quote}`);
  const changed = (policy: Policy): Policy => {
    const text = policyText(policy);
    const next = change(text);
    if (next === text) return policy;
    const { document: _, ...rest } = policy;
    return { ...rest, text: next };
  };
  const { principal, resource, resourceAccount, ...request } = scenario.request;
  return {
    ...scenario,
    request: {
      ...request,
      principal: change(principal),
      resource: change(resource),
      ...(resourceAccount !== undefined && {
        resourceAccount: written.get(resourceAccount) ?? resourceAccount,
      }),
    },
    policies: mapPolicies(scenario.policies, changed),
  };
}
