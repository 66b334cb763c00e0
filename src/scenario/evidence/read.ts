/** Any text that has to do with a denial, read for what it says. */
import { bareDenial } from './bare';
import { MAX_TEXT, clean, oneLine } from './clean';
import { isEvent, readEvents } from './cloudtrail';
import { readDecoded } from './decoded';
import { encodedIn } from './encoded';
import { jsonencodeIn } from './hcl';
import { readIdentity, readIdentityText } from './identity';
import { jsonIn, objectsIn } from './json';
import { panelIn } from './panel';
import { listsNames, namedOnly, policiesIn } from './policies';
import type { Denial } from './sentence';
import { sentencesIn } from './sentence';
import { readSimulation } from './simulation';
import type { Evidence, EvidencePolicy } from './types';
import type { JsonObject } from './values';
import { at } from './values';

/**
 * What a pasted text says about a request: an access-denied message, an encoded or decoded authorization message,
 * CloudTrail events, policies however wrapped, a caller, simulator results. Nothing is invented: what the text does not
 * say is absent. Never throws; a text of none of these kinds is `unknown`.
 */
export function readEvidence(text: string): Evidence {
  const cut = text.length > MAX_TEXT ? [`Only the first ${MAX_TEXT} characters of the paste were read.`] : [];
  const evidence = read(clean(text));
  return cut.length === 0 ? evidence : { ...evidence, notes: [...cut, ...evidence.notes] };
}

function read(text: string): Evidence {
  if (text.trim() === '') return { kind: 'unknown', notes: ['There is nothing to read.'] };
  const roots = jsonIn(text);
  const objects = objectsIn(roots);
  const told = readDecoded(objects) ?? readEvents(objects);
  if (told !== undefined) return withPolicies(told, policiesBeside(roots));
  const policies = [...policiesIn(roots), ...terraformPolicies(text)];
  const line = oneLine(text);
  const message = readMessage(line);
  if (message !== undefined) return withPolicies(message, policies);
  const simulation = readSimulation(objects);
  if (simulation !== undefined) return withPolicies(simulation, policies);
  return readPolicies(objects, policies) ?? readIdentity(objects) ?? readIdentityText(text) ?? UNKNOWN;
}

const UNKNOWN: Evidence = {
  kind: 'unknown',
  notes: [
    'This is none of the texts that AWS gives: an access-denied message, a decoded message, a CloudTrail event, a policy, or output of the AWS CLI.',
  ],
};

function withPolicies(evidence: Evidence, policies: readonly EvidencePolicy[]): Evidence {
  return policies.length === 0 ? evidence : { ...evidence, policies };
}

/** Policies in a call that changes one are its parameters, not what decided it. */
function policiesBeside(roots: readonly unknown[]): readonly EvidencePolicy[] {
  return policiesIn(roots.filter((root) => !objectsIn([root]).some(isEvent)));
}

function terraformPolicies(text: string): readonly EvidencePolicy[] {
  return jsonencodeIn(text).flatMap(({ attribute, value }) =>
    policiesIn([value]).map((policy) =>
      attribute === 'assume_role_policy' ? { ...policy, layer: 'trust' as const } : policy,
    ),
  );
}

/** A message on one line: the sentence, else an encoded message, else a bare refusal. */
function readMessage(line: string): Evidence | undefined {
  const panel = panelIn(line);
  const sentences = panel === undefined ? sentencesIn(line) : [panel];
  const encoded = encodedIn(line);
  const [first] = sentences;
  if (first !== undefined) {
    return { kind: 'denial', ...joined(first, encoded), notes: denialNotes(sentences, encoded?.notes ?? []) };
  }
  if (encoded !== undefined) return { kind: 'encodedMessage', ...encoded };
  const bare = bareDenial(line);
  return bare === undefined ? undefined : { kind: 'denial', ...bare };
}

function joined(denial: Denial, encoded: { readonly encoded?: string } | undefined): Denial {
  return encoded?.encoded === undefined ? denial : { ...denial, encoded: encoded.encoded };
}

function denialNotes(sentences: readonly Denial[], more: readonly string[]): readonly string[] {
  const others = sentences.length - 1;
  const count =
    others === 0
      ? []
      : [`The first denial is used. ${others} ${others === 1 ? 'other is' : 'others are'} in the paste.`];
  return [...count, ...(sentences[0]?.notes ?? []), ...more];
}

const ACCOUNT_LISTS: readonly string[] = ['UserDetailList', 'RoleDetailList', 'GroupDetailList'];

function readPolicies(
  objects: readonly JsonObject[],
  policies: readonly EvidencePolicy[],
): Evidence | undefined {
  const account = objects.find((object) => ACCOUNT_LISTS.some((list) => Array.isArray(at(object, list))));
  const notes = namedOnly(objects);
  if (account !== undefined) {
    const cut = at(account, 'IsTruncated') === true ? ['The output is cut off: AWS had more to list.'] : [];
    return {
      kind: 'account',
      policies,
      notes: [
        ...cut,
        'It covers a whole account: choose the user or role that the request comes from.',
        ...notes,
      ],
    };
  }
  if (policies.length === 0 && !listsNames(objects)) return undefined;
  return { kind: 'policy', policies, notes: [...notes, ...unresolved(policies)] };
}

/** AWS CloudFormation User Guide, "Intrinsic function reference". */
function unresolved(policies: readonly EvidencePolicy[]): readonly string[] {
  const hasFunctions = policies.some(({ document }) =>
    /"(?:Ref|Fn::[A-Za-z]+)":/.test(JSON.stringify(document)),
  );
  return hasFunctions
    ? ['Functions of CloudFormation (Ref, Fn::…) are not resolved; put the values in their place.']
    : [];
}
