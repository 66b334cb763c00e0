/** What a denial message says, in whatever dress it comes: a sentence, a panel, an encoded message, a bare refusal. */
import { layerNoun } from '../../explain/layers';
import { authorizationIdIn } from '../authorization/message';
import { bareDenial } from './bare';
import type { EvidenceChoice } from './choices';
import { oneLine } from './clean';
import { encodedIn } from './encoded';
import { panelIn } from './panel';
import { alone, type Paste } from './paste';
import { sentencesIn } from './sentence';
import type { Denial, Evidence } from './types';
import { defined } from './values';

/** The refusal that a cleaned text tells; undefined where it tells none. */
export function readMessage(prose: string): Paste | undefined {
  return mayRefuse(prose) ? readLine(oneLine(prose)) : undefined;
}

/** A long text without one of these words tells of no refusal; making one line of it takes a while. */
function mayRefuse(prose: string): boolean {
  return prose.length < 20_000 || REFUSES.test(prose);
}

const REFUSES =
  /not[ \n]authorized|denied|denies|deny in|forbidden|AccessDenied|Unauthorized|Insufficient|Encoded auth|authorization[- ]|because no|On resource|You don/i;

/** A message on one line: the sentence, else an encoded message, else a bare refusal. */
function readLine(line: string): Paste | undefined {
  const panel = panelIn(line);
  const sentences = panel === undefined ? sentencesIn(line) : [panel];
  const encoded = encodedIn(line.replace(/\n/g, ' '));
  const id = authorizationIdIn(line);
  const [first] = sentences;
  if (first !== undefined) {
    const notes = denialNotes(sentences, [...(encoded?.notes ?? []), ...(id?.notes ?? [])]);
    return {
      evidence: { kind: 'denial', ...joined(first, encoded), ...idOf(id), notes },
      choices: sentences.map(denialChoice),
    };
  }
  if (encoded !== undefined) return alone({ kind: 'encodedMessage', ...encoded });
  const bare = bareDenial(line);
  if (bare === undefined) return undefined;
  return alone({ kind: 'denial', ...bare, ...idOf(id), notes: [...bare.notes, ...(id?.notes ?? [])] });
}

function idOf(id: ReturnType<typeof authorizationIdIn>): Pick<Evidence, 'authorizationId'> {
  return id?.authorizationId === undefined ? {} : { authorizationId: id.authorizationId };
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
