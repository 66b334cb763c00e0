/** Any text that has to do with a denial, read for what it says. */
import { layerNoun } from '../../explain/layers';
import { isPage } from '../account/read';
import { bareDenial } from './bare';
import { MAX_PROSE, MAX_TEXT, clean, oneLine } from './clean';
import type { EvidenceChoice } from './choices';
import { eventChoices, isEvent, readEvents } from './cloudtrail';
import { readDecoded } from './decoded';
import { encodedIn } from './encoded';
import { jsonencodeIn } from './hcl';
import { readIdentity, readIdentityText } from './identity';
import { factsIn } from './facts';
import { jsonAt, objectsIn, type Located } from './json';
import { labelIn, labelled } from './labels';
import { otherForm } from './other-forms';
import { panelIn } from './panel';
import { listsNames, namedIn, namedWords } from './named';
import { policiesIn } from './policies';
import type { Denial } from './types';
import { sentencesIn } from './sentence';
import { readSimulation, resultChoices } from './simulation';
import type { Evidence, EvidencePolicy } from './types';
import type { JsonObject } from './values';
import { at, defined } from './values';

/** What a pasted text says, and where it tells of several requests, which there are. */
export interface Paste {
  readonly evidence: Evidence;
  /** Empty where there is nothing to choose. */
  readonly choices: readonly EvidenceChoice[];
}

/**
 * What a pasted text says about a request: an access-denied message, an encoded or decoded authorization message,
 * CloudTrail events, policies however wrapped, a caller, simulator results. Nothing is invented: what the text does not
 * say is absent. Never throws; a text of none of these kinds is `unknown`.
 */
export function readEvidence(text: string): Evidence {
  return readPaste(text).evidence;
}

/** The same, with the choice among several events, denials or results. */
export function readPaste(text: string): Paste {
  const { evidence, choices } = read(clean(text));
  const limit = evidence.kind === 'unknown' || evidence.kind === 'denial' ? MAX_PROSE : MAX_TEXT;
  const cut = text.length > limit ? [`Only the first ${limit} characters of the paste were read.`] : [];
  return {
    evidence: cut.length === 0 ? evidence : { ...evidence, notes: [...cut, ...evidence.notes] },
    choices: choices.length > 1 ? choices : [],
  };
}

function read(text: string): Paste {
  if (text.trim() === '') return alone({ kind: 'unknown', notes: ['There is nothing to read.'] });
  const located = jsonAt(text);
  const roots = located.map(({ value }) => value);
  const objects = objectsIn(roots);
  const decoded = readDecoded(objects);
  if (decoded !== undefined) return alone(decoded, policiesBeside(roots));
  const events = readEvents(objects);
  if (events !== undefined) return several(events, eventChoices(objects), policiesBeside(roots));
  const prose = text.slice(0, MAX_PROSE);
  const policies = [...labelledPolicies(text, located), ...terraformPolicies(prose)];
  const message = readMessage(oneLine(prose));
  if (message !== undefined) return several(message.evidence, message.choices, policies);
  const simulation = readSimulation(objects);
  if (simulation !== undefined) return several(simulation, resultChoices(objects), policies);
  return alone(
    readPolicies(objects, policies) ?? readIdentity(objects) ?? readIdentityText(text) ?? unknown(prose),
  );
}

/** The policies of each answer, with what the lines before it say of them. */
function labelledPolicies(text: string, located: readonly Located[]): readonly EvidencePolicy[] {
  let [end, target] = [0, undefined as string | undefined];
  return located.flatMap((root) => {
    const label = labelIn(text.slice(end, root.start), target);
    ({ end } = root);
    target = label.target;
    return policiesIn([root.value]).map((policy) => labelled(policy, label));
  });
}

function alone(evidence: Evidence, policies: readonly EvidencePolicy[] = []): Paste {
  return { evidence: withPolicies(evidence, policies), choices: [] };
}

function several(
  evidence: Evidence,
  choices: readonly EvidenceChoice[],
  policies: readonly EvidencePolicy[],
): Paste {
  return {
    evidence: withPolicies(evidence, policies),
    choices: choices.map((choice) => ({ ...choice, read: () => withPolicies(choice.read(), policies) })),
  };
}

function unknown(text: string): Evidence {
  const form = otherForm(text);
  return { kind: 'unknown', notes: [form ?? NONE_OF_THEM] };
}

const NONE_OF_THEM =
  'This is none of the texts that AWS gives: an access-denied message, a decoded message, a CloudTrail event, a policy, or output of the AWS CLI.';

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
function readMessage(line: string): Paste | undefined {
  const panel = panelIn(line);
  const sentences = panel === undefined ? sentencesIn(line) : [panel];
  const encoded = encodedIn(line);
  const [first] = sentences;
  if (first !== undefined) {
    const notes = denialNotes(sentences, encoded?.notes ?? []);
    return {
      evidence: { kind: 'denial', ...joined(first, encoded), notes },
      choices: sentences.map(denialChoice),
    };
  }
  if (encoded !== undefined) return alone({ kind: 'encodedMessage', ...encoded });
  const bare = bareDenial(line);
  return bare === undefined ? undefined : alone({ kind: 'denial', ...bare });
}

function denialChoice(denial: Denial): EvidenceChoice {
  const { request: { principal, action, resource } = {}, layer } = denial;
  const kind =
    denial.denial === undefined ? 'denied' : denial.denial === 'explicit' ? 'a Deny matched' : 'no Allow';
  return defined({
    principal,
    action,
    resource,
    outcome:
      layer === undefined
        ? kind
        : `${kind}: ${layer === 'trust' ? 'trust policy' : layerNoun(layer, { action: action ?? '' })}`,
    denied: true,
    read: () => ({ kind: 'denial' as const, ...denial }),
  });
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

function readPolicies(
  objects: readonly JsonObject[],
  policies: readonly EvidencePolicy[],
): Evidence | undefined {
  const account = objects.find(isPage);
  const named = namedIn(objects);
  const notes = named.map(namedWords).slice(0, MAX_NAMED_NOTES);
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
  const facts = factsIn(objects);
  if (policies.length === 0 && !listsNames(objects) && Object.keys(facts).length === 0) return undefined;
  return {
    kind: 'policy',
    policies,
    ...(named.length > 0 && { named }),
    ...facts,
    notes: [...notes, ...unresolved(policies)],
  };
}

/** More are counted, not listed. */
const MAX_NAMED_NOTES = 50;

/** AWS CloudFormation User Guide, "Intrinsic function reference"; Terraform, "References to Named Values". */
function unresolved(policies: readonly EvidencePolicy[]): readonly string[] {
  const texts = policies.map(({ document }) => JSON.stringify(document));
  const reference = texts.map((text) => REFERENCE.exec(text)?.[0]).find((found) => found !== undefined);
  return [
    ...(texts.some((text) => /"(?:Ref|Fn::[A-Za-z]+)":/.test(text))
      ? ['Functions of CloudFormation (Ref, Fn::…) are not resolved; put the values in their place.']
      : []),
    ...(reference === undefined
      ? []
      : [`Terraform’s references such as \`${reference}\` are not resolved; put the values in their place.`]),
  ];
}

/** IAM's own variables have a colon where Terraform's references have a dot. */
const REFERENCE = /\$\{(?:var|local|data|module|each|self|aws_\w{1,60})\.[^}]{1,120}\}/;
