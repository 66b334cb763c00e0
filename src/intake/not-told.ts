/** What a pasted text does not tell, one sentence each. */
import type { Layer, Policies, Request } from '../case/scenario';
import { LAYER_WORDS } from '../explain/layer-words';
import { layerName, layerNoun } from '../explain/layers';
import { HOW_TO_GET_AN_ID } from './authorization/commands';
import type { Evidence } from './evidence/types';
import { guessLayer } from './guess-layer';
import { KIND_FACTS } from './kinds';

/** How to come by an ID, where a sentence of AWS has none. */
export function withoutId({ kind, authorizationId, request }: Evidence): readonly string[] {
  return kind === 'denial' && authorizationId === undefined && request?.action !== undefined
    ? [HOW_TO_GET_AN_ID]
    : [];
}

const FIELDS = ['principal', 'action', 'resource'] as const;
const FIELD_NAMES = { principal: 'caller', action: 'action', resource: 'resource' } as const;

/** Fields that neither the text nor the person has given. */
export function missingFields({ kind, notes }: Evidence, request: Request): readonly string[] {
  if (!KIND_FACTS[kind].request) return [];
  // What is given by a name, or in part, has a sentence of its own: it is told, and not enough.
  const isNoted = (field: (typeof FIELDS)[number]): boolean =>
    notes.some(
      (note) =>
        new RegExp(`^The (?:account in the )?${FIELD_NAMES[field]}(?:’s ARN)? `).test(note) &&
        / fill (?:it )?in\b/.test(note),
    );
  return FIELDS.filter((field) => request[field] === '' && !isNoted(field)).map(
    (field) => `The ${FIELD_NAMES[field]} is not told; fill it in.`,
  );
}

export function unseenWords(layer: Layer, request: Request): string {
  return LAYER_WORDS[layer].unseen(layerNoun(layer, request));
}

/** Where the text does not say what kind of policy it is: what the layer was told by. */
export function guessedLayers({ kind, policies = [] }: Evidence): readonly string[] {
  const guessed = policies.filter(({ told, document }) => told !== true && document !== undefined);
  if (kind !== 'policy' || guessed.length !== 1 || policies.length !== 1) return [];
  const { layer, trust, reason } = guessLayer(guessed[0]!.document);
  return [`${trust ? 'Trust policy' : layerName(layer)}: ${reason}`];
}

/** Of layers that hold many policies one text is rarely all. */
export function perhapsMore(before: Policies, after: Policies): readonly string[] {
  const words = {
    identity: 'identity policies',
    session: 'session policies',
    scp: 'SCPs',
    rcp: 'RCPs',
  } as const;
  return Object.entries(words)
    .filter(([layer]) => before[layer as Layer] === 'unknown' && after[layer as Layer] !== 'unknown')
    .map(
      ([, noun]) =>
        `The ${noun} were not visible; from now on only those of this text count. Paste the others too.`,
    );
}
