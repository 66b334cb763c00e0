/**
 * Texts of policies that stand with another request of a call than the one that is looked at: the key policy of a launch,
 * the bucket policy of a copy. Their uri tells where they belong.
 */
import { mapPolicies } from '../../case/map-policies';
import { listPolicies } from '../../case/scenario';
import type { Policies, Policy, Scenario } from '../../case/scenario';
import { mapOwn } from '../../call/map-own';
import type { Evidence, EvidencePolicy } from '../evidence/types';

type Texts = ReadonlyMap<string, EvidencePolicy>;

function urisOf(policies: Policies): readonly string[] {
  return listPolicies(policies).flatMap(({ policy }) => policy.uri ?? []);
}

/** Every uri of a call: of its own request and of the linked ones. */
function urisOfCall({ policies, linked = [] }: Pick<Scenario, 'policies' | 'linked'>): ReadonlySet<string> {
  const own = linked.flatMap((each) => {
    const entries = Object.entries(each.policies ?? {}).filter(([, value]) => (value as unknown) !== null);
    return urisOf(Object.fromEntries(entries));
  });
  return new Set([...urisOf(policies), ...own]);
}

/** The texts of an evidence whose policies the looked-at request does not have, and another one of the call has. */
export function textsElsewhere(
  { policies = [] }: Evidence,
  view: Pick<Scenario, 'policies'>,
  whole: Pick<Scenario, 'policies' | 'linked'>,
): Texts {
  const here = new Set(urisOf(view.policies));
  const call = urisOfCall(whole);
  const found = policies.flatMap((policy): readonly (readonly [string, EvidencePolicy])[] => {
    const { uri, document, text } = policy;
    const isText = document !== undefined || text !== undefined;
    return uri !== undefined && isText && !here.has(uri) && call.has(uri) ? [[uri, policy]] : [];
  });
  return new Map(found);
}

/** The evidence without them. */
export function withoutTexts(evidence: Evidence, texts: Texts): Evidence {
  if (texts.size === 0 || evidence.policies === undefined) return evidence;
  return { ...evidence, policies: evidence.policies.filter(({ uri = '' }) => !texts.has(uri)) };
}

/** The call with the texts in the places of what stood for them. */
export function putTexts(whole: Scenario, texts: Texts): Scenario {
  if (texts.size === 0) return whole;
  const change = (policy: Policy): Policy => {
    const found = policy.uri === undefined ? undefined : texts.get(policy.uri);
    if (!found) return policy;
    const { name, uri, via } = policy;
    const body = found.text === undefined ? { document: found.document } : { text: found.text };
    return { name, ...(uri !== undefined && { uri }), ...(via !== undefined && { via }), ...body };
  };
  return {
    ...whole,
    policies: mapPolicies(whole.policies, change),
    ...(whole.linked !== undefined && { linked: whole.linked.map((each) => mapOwn(each, change)) }),
  };
}

/** One sentence for all of them. */
export function textsWords(texts: Texts): readonly string[] {
  if (texts.size === 0) return [];
  return [
    texts.size === 1
      ? 'The text of 1 policy goes in with the request of the call that AWS checked it for.'
      : `The texts of ${texts.size} policies go in with the requests of the call that AWS checked them for.`,
  ];
}
