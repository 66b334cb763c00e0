/**
 * Statement by statement: in which order a request's statements are looked at, and what is known once so many have
 * been read. What was not read may say anything, so it counts as unknown; the flow chart has three values already.
 */
import { LAYERS } from '../case/layers';
import type { Layer } from '../case/layers';
import type { PolicyAddress, Scenario } from '../case/scenario';
import { decide } from './decide';
import type { StepId, Truth } from './evaluation';
import { KLEENE } from './logic';
import { sayOf } from './layers/view';
import type { LayerView, PolicyView } from './layers/view';
import { joinIn, OPEN, SILENT, stackIn } from './say';
import type { Say } from './say';
import type { Statement } from './match/statement';
import { sayingsOf } from './verdict';
import { readWorld } from './world';

export interface ReadStatement {
  /** Every Deny is read at the first gate, then what could allow, gate by gate. */
  readonly gate: StepId;
  readonly address: PolicyAddress;
  readonly policy: string;
  readonly statement: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly truth: Truth;
}

/** What the verdict may still be. */
export interface Possible {
  readonly allowed: boolean;
  readonly explicit: boolean;
  readonly implicit: boolean;
}

export interface Readings {
  readonly statements: readonly ReadStatement[];
  /** After the first `count` statements; with all of them only what is not known about the request stays open. */
  readonly knownAfter: (count: number) => Possible;
}

interface Placed extends ReadStatement {
  readonly view: PolicyView;
  readonly source: Statement;
}

/** Reads every statement of the layers in play, whatever the verdict. */
export function readings(scenario: Scenario): Readings {
  const world = readWorld(scenario);
  const sayings = sayingsOf(world);
  const played = LAYERS.filter((layer) => world.layers[layer].exempt === undefined);
  const all = played.flatMap((layer) => placed(world.layers[layer]));
  const order = [
    ...all.filter(({ effect }) => effect === 'Deny'),
    ...all.filter(({ effect }) => effect === 'Allow'),
  ];
  return {
    statements: order.map(({ view: _view, source: _source, ...told }) => told),
    knownAfter: (count) => {
      const read = new Set(order.slice(0, count).map(({ view, statement }) => keyOf(view, statement)));
      const of = { ...sayings.of };
      for (const layer of played) of[layer] = sayAfter(world.layers[layer], sayings.of[layer], read);
      const { denied, granted } = decide({ ...sayings, of });
      return {
        allowed: denied !== 'yes' && granted !== 'no',
        explicit: denied !== 'no',
        implicit: denied !== 'yes' && granted !== 'yes',
      };
    },
  };
}

function keyOf({ address }: PolicyView, statement: number): string {
  return `${address.layer}/${address.level ?? ''}/${address.index}/${statement}`;
}

function placed({ layer, levels }: LayerView): readonly Placed[] {
  return levels.flatMap(({ policies }) => policies.flatMap((view) => placedIn(view, layer)));
}

function placedIn(view: PolicyView, layer: Layer): readonly Placed[] {
  if (view.compiled?.kind !== 'readable') return [];
  return view.compiled.statements.map((source, statement): Placed => {
    const { effect, sid } = source.node;
    return {
      view,
      source,
      gate: effect === 'Deny' ? 'explicitDeny' : layer,
      address: view.address,
      policy: view.policy.name,
      statement,
      ...(sid !== undefined && { sid }),
      effect,
      truth: view.matches[statement]!.truth,
    };
  });
}

/** What a layer says as far as it was read. One without statements says what it says. */
function sayAfter(layer: LayerView, whole: Say, read: ReadonlySet<string>): Say {
  if (layer.state !== 'visible') return whole;
  const levels = layer.levels.map(({ policies }) =>
    policies.reduce<Say>((said, view) => joinIn(KLEENE, said, sayOfRead(view, read)), SILENT),
  );
  return stackIn(KLEENE, levels);
}

function sayOfRead(view: PolicyView, read: ReadonlySet<string>): Say {
  if (!view.compiled) return SILENT;
  if (view.compiled.kind === 'unreadable') return OPEN;
  return view.compiled.statements.reduce<Say>((said, statement, at) => {
    const known = read.has(keyOf(view, at));
    return joinIn(KLEENE, said, known ? sayOf(statement, view.matches[at]!) : unread(statement));
  }, SILENT);
}

function unread({ node }: Statement): Say {
  return node.effect === 'Deny' ? { ...SILENT, deny: 'unknown' } : { ...OPEN, deny: 'no' };
}
