/** Any text that has to do with a denial, read for what it says. */
import { evidenceOfCode } from '../code/evidence';
import { withoutParts } from '../code/blank';
import { readObjects } from '../code/program/objects';
import { readCode } from '../code/read';
import type { CodeRead } from '../code/types';
import { authorizationIdIn } from '../authorization/message';
import { authorizationPaste } from '../authorization/paste';
import { readDetails } from '../authorization/read';
import { withToken } from '../token/join';
import { mayHoldToken, readToken } from '../token/read';
import { MAX_PROSE, MAX_TEXT, clean, oneLine, straightQuotes } from './clean';
import { alone, several, type Beside, type Paste } from './paste';
import { eventChoices, insightWords, isEvent, readEvents } from './cloudtrail';
import { readDecoded } from './decoded';
import { readIdentity, readIdentityText } from './identity';
import { objectsIn } from './json';
import { labelIn, labelled } from './labels';
import { otherForm } from './other-forms';
import { decodedList } from './decoded-list';
import { decodedLoose } from './decoded-loose';
import { readS3Log } from './s3-log';
import { rootsIn, type Root } from './roots';
import { isBase64 } from './packed';
import { guessedLayer, ofStatements, policiesIn, type FoundPolicies } from './policies';
import { readPolicies } from './read-policies';
import { withTemplateHoles } from './template-holes';
import { readSimulation, resultChoices } from './simulation';
import { readMessage } from './message';
import type { Evidence, EvidencePolicy } from './types';
import type { JsonObject } from './values';

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
  const { evidence, choices } = readCleaned(clean(text));
  const limit = evidence.kind === 'unknown' || evidence.kind === 'denial' ? MAX_PROSE : MAX_TEXT;
  const cut = text.length > limit ? [`Only the first ${limit} characters of the paste were read.`] : [];
  return {
    evidence: cut.length === 0 ? evidence : { ...evidence, notes: [...cut, ...evidence.notes] },
    choices: choices.length > 1 ? choices : [],
  };
}

/**
 * Word processors set other quotation marks than programs take. A text of which nothing can be read is read with plain ones,
 * and so is one whose values would begin with such a mark: YAML takes it for a letter.
 */
function readCleaned(text: string): Paste {
  const paste = read(text);
  if (!/[\u2018-\u201f\uff02\uff07]/.test(text)) return paste;
  const { kind, policies = [] } = paste.evidence;
  const marked = policies.some(({ document }) =>
    /"[\u2018-\u201f\uff02\uff07]/.test(JSON.stringify(document)),
  );
  if (kind !== 'unknown' && !marked) return paste;
  const again = read(straightQuotes(text));
  return (again.evidence.policies ?? []).length > 0 ? again : paste;
}

/** A token is looked for first: no other reader sees it. */
function read(text: string): Paste {
  if (text.trim() === '') return alone({ kind: 'unknown', notes: ['There is nothing to read.'] });
  if (!mayHoldToken(text)) return readRest(text);
  const documents = (readRest(text).evidence.policies ?? []).map(({ document }) => document);
  const token = readToken(text, documents);
  return token === undefined ? readRest(text) : withToken(readRest(withoutParts(text, [token.part])), token);
}

function readRest(text: string): Paste {
  const { reads, rest, roots, left } = readParts(text);
  const code = evidenceOfCode(reads);
  const found = labelledPolicies(rest, roots);
  const policies = [...code.policies, ...found.policies.map(withTemplateHoles)];
  const beside: Beside = {
    policies,
    notes: [...code.notes, ...left, ...damagedWords(found.damaged)],
    named: code.named,
    code: reads,
  };
  const printed = objectsIn(roots.filter(({ code }) => code === undefined).map(({ value }) => value));
  const prose = text.slice(0, MAX_PROSE);
  const insight = insightWords(printed);
  if (insight !== undefined) return alone({ kind: 'unknown', notes: [insight] }, beside);
  const message = readMessage(prose);
  const details = readDetails(
    roots.map(({ value }) => value),
    printed,
  );
  if (details !== undefined) return authorizationPaste(details, message ?? idAlone(prose), beside, prose);
  const lists = [decodedList(prose), decodedLoose(prose)].filter((list) => list !== undefined);
  const decoded = readDecoded([...objectsIn(roots.map(({ value }) => value)), ...lists]);
  if (decoded !== undefined) return alone(decoded, beside);
  // Python and YAML print events too; a sentence in one tells more than what stands around it.
  const all = message?.evidence.request === undefined ? objectsIn(roots.map(({ value }) => value)) : printed;
  const events = readEvents(all);
  if (events !== undefined)
    return several(events, eventChoices(all), besideEvents(roots, beside, code.policies));
  if (message !== undefined) return several(message.evidence, message.choices, beside);
  const row = readS3Log(prose);
  if (row !== undefined) return alone({ kind: 'denial', ...row }, beside);
  const objects = objectsIn(roots.map(({ value }) => value));
  const simulation = readSimulation(objects, prose);
  if (simulation !== undefined) return several(simulation, resultChoices(objects, prose), beside);
  return alone(
    readPolicies(objects, policies) ??
      (beside.notes.length === 0 && found.damaged === 0 ? readStatements(roots) : undefined) ??
      readIdentity(objects) ??
      readIdentityText(text) ??
      unknown(prose, objects, beside.notes),
    // What is only named beside nothing that can be read is no policy to fill in.
    policies.length === 0 ? { policies: [], notes: beside.notes } : { ...beside, policies: [] },
  );
}

interface Parts {
  readonly reads: readonly CodeRead[];
  /** The text with blanks where code was read. */
  readonly rest: string;
  readonly roots: readonly Root[];
  readonly left: readonly string[];
}

/** Code, and the objects that stand beside it; an object that is not written out to its end is tried as part of a program. */
function readParts(text: string): Parts {
  const { reads, rest } = readCode(text);
  const { roots, notes, refused } = rootsIn(rest);
  const statements = roots.filter(({ value }) => ofStatements([value]) !== undefined);
  const objects = refused.length === 0 ? undefined : readObjects(text, refused, statements);
  if (objects === undefined) return { reads, rest, roots, left: notes };
  const less = withoutParts(rest, objects.parts);
  const again = rootsIn(less);
  return { reads: [...reads, objects], rest: less, roots: again.roots, left: again.notes };
}

/** Statements without the policy around them are read as one, and said to be. */
function readStatements(roots: readonly Root[]): Evidence | undefined {
  const document = ofStatements(roots.map(({ value }) => value));
  if (document === undefined) return undefined;
  return {
    kind: 'policy',
    policies: [{ layer: guessedLayer(document), document }],
    notes: [
      'The policy around these statements is not in the text; they are read as one of version 2012-10-17.',
    ],
  };
}

/** No message, and the ID all the same: in the command above the answer, or in the answer itself. */
function idAlone(prose: string): Paste | undefined {
  const id = authorizationIdIn(oneLine(prose))?.authorizationId;
  return id === undefined ? undefined : alone({ kind: 'denial', authorizationId: id, notes: [] });
}

/** The policies of each answer, with what the lines before it say of them. */
function labelledPolicies(text: string, roots: readonly Root[]): FoundPolicies {
  let [end, target] = [0, undefined as string | undefined];
  let damaged = 0;
  const policies = roots.flatMap((root) => {
    const label = labelIn(text.slice(end, root.start), target);
    ({ end } = root);
    target = label.target;
    const found = policiesIn([root.value]);
    damaged += found.damaged;
    return found.policies.map((policy) => ({
      ...labelled(policy, label),
      ...(policy.document === root.value && asWritten(text.slice(root.start, root.end))),
    }));
  });
  return { policies, damaged };
}

/** A policy on its own keeps its layout. */
function asWritten(text: string): { readonly text?: string } {
  return text.includes('\n') && isJson(text) ? { text } : {};
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function damagedWords(damaged: number): readonly string[] {
  if (damaged === 0) return [];
  const which = damaged === 1 ? 'A policy in the text is' : `${damaged} policies in the text are`;
  return [
    `${which} damaged, and a part could not be read. A policy with a part missing would decide wrongly, so ${damaged === 1 ? 'it is' : 'they are'} left out.`,
  ];
}

/** What it is instead; where a policy was left out, that says it already. */
function unknown(text: string, objects: readonly JsonObject[], left: readonly string[]): Evidence {
  const form = otherForm(text, left.length > 0) ?? (isBase64(text) ? BASE64 : undefined);
  const none = objects.length > 0 && /^\s*[[{]/.test(text) ? NOTHING_THAT_DECIDES : NONE_OF_THEM;
  return { kind: 'unknown', notes: form !== undefined ? [form] : left.length > 0 ? [] : [none] };
}

const BASE64 =
  'This is base64, and what it holds is neither JSON nor a table. An encoded authorization message is decoded by AWS alone: run `aws sts decode-authorization-message --encoded-message` with it, and paste the answer.';

const NOTHING_THAT_DECIDES =
  'This is JSON, but it holds nothing that decides a request: no policy, no access-denied message, no CloudTrail event, no caller.';

const NONE_OF_THEM =
  'This is none of the texts that AWS gives: an access-denied message, a decoded message, a CloudTrail event, a policy, or output of the AWS CLI.';

/** Policies in a call that changes one are its parameters, not what decided it. */
function besideEvents(roots: readonly Root[], beside: Beside, ofCode: readonly EvidencePolicy[]): Beside {
  const others = roots.filter(({ value }) => !objectsIn([value]).some(isEvent));
  return { ...beside, policies: [...ofCode, ...policiesIn(others.map(({ value }) => value)).policies] };
}
