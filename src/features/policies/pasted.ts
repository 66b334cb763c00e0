/** What a text pasted into the dialog is, and what would be added. */
import { policyText, type Layer } from '../../case/scenario';
import { layerName } from '../../explain/layers';
import { guessLayer } from '../../intake/guess-layer';
import { unwrapPolicy, type UnwrappedPolicy } from '../../intake/unwrap';
import { LAYER_TABLE } from '../../case/layers';

export type Pasted =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'one';
      readonly layer: Layer;
      readonly name: string;
      readonly via?: string;
      readonly text: string;
      /** What was done to the text, and what the layer was told by. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'several'; readonly how: string; readonly policies: readonly UnwrappedPolicy[] }
  | { readonly kind: 'unreadable'; readonly problem: string };

export function readPasted(text: string): Pasted {
  if (text.trim() === '') return { kind: 'nothing' };
  const found = unwrapPolicy(text);
  switch (found.kind) {
    case 'policy':
      return bare(text, []);
    case 'fixable':
      return bare(found.fixed, [found.problem, 'It is put right on the way in.']);
    case 'unreadable':
      return { kind: 'unreadable', problem: found.problem };
    case 'wrapped': {
      const [first, ...rest] = found.policies;
      if (!first) return { kind: 'unreadable', problem: 'There is no policy in this text.' };
      if (rest.length > 0) return { kind: 'several', how: found.how, policies: found.policies };
      const { layer, name, via } = first;
      return {
        kind: 'one',
        layer,
        name: name ?? suggestedName(layer, first.trust),
        ...(via !== undefined && { via }),
        text: first.text,
        notes: [`Taken out of ${found.how}.`],
      };
    }
  }
}

/** A document without anything around it: only its shape tells the layer. */
function bare(text: string, notes: readonly string[]): Pasted {
  const document: unknown = JSON.parse(text);
  const { layer, trust, reason } = guessLayer(document);
  const laidOut = text.includes('\n') ? text.trim() : policyText({ name: '', document });
  return {
    kind: 'one',
    layer,
    name: suggestedName(layer, trust),
    text: laidOut,
    notes: [...notes, `${layerName(layer)}: ${reason}`],
  };
}

export function suggestedName(layer: Layer, trust = false): string {
  return trust ? 'TrustPolicy' : LAYER_TABLE[layer].policyName;
}
