/** The exact verdict where three-valued matching leaves it open, and what it hangs on. */
import type { Decision, Dependency, Hinge, Hinges, Supposed } from '../evaluation';
import { decide } from '../decide';
import type { Sayings } from '../decide';
import type { NoteId } from '../notes';
import type { World } from '../world';
import { Model } from './model';
import type { Assignment } from './model';
import { search } from './search';
import type { Block } from './search';

export interface Settled {
  readonly decision: Decision;
  readonly dependsOn: readonly Dependency[];
  readonly hinges?: Hinges;
  /** What the layers say in one of the ways in which it is denied implicitly. */
  readonly sayings?: Sayings;
  readonly notes: readonly NoteId[];
}

const CUT: readonly NoteId[] = ['completion-search-cut'];
const PAIRS_COMPARED = 40_000;

const isAllowed = (block: Block): boolean => block.end === 'allowed';

/** Can both be the case, but for one choice? Two ways never overlap: where all else agrees, they differ in that one. */
function meetBut(choice: number, a: Assignment, b: Assignment): boolean {
  for (let at = 0; at < a.length; at += 1) {
    if (at === choice || a[at] === -1 || b[at] === -1) continue;
    if (a[at] !== b[at]) return false;
  }
  return true;
}

type Pair = readonly [allowed: Block, denied: Block];

/**
 * Two ways that differ in this one choice, and end differently. `unsure` where there are too many ways to compare:
 * then the choice counts as one that matters.
 */
function flip(
  choice: number,
  allowed: readonly Block[],
  denied: readonly Block[],
): Pair | 'unsure' | undefined {
  let compared = 0;
  for (const a of allowed) {
    for (const b of denied) {
      compared += 1;
      if (compared > PAIRS_COMPARED) return 'unsure';
      if (meetBut(choice, a.assignment, b.assignment)) return [a, b];
    }
  }
  return undefined;
}

/** Two ways that differ in that the one allows where the other says nothing, and end differently. */
function silenceDenies(model: Model, choice: number, blocks: readonly Block[]): boolean {
  const { key, options } = model.choices[choice]!;
  // A key says nothing. Each option is looked at once: there may be thousands of ways.
  if (key !== undefined) return false;
  const effects = options.map((_, option) => {
    const supposed = model.supposition(choice, option);
    return supposed.kind === 'says' ? supposed.effect : undefined;
  });
  const saying = (effect: 'allows' | 'silent', allowed: boolean): readonly Block[] =>
    blocks.filter((block) => effects[block.assignment[choice]!] === effect && isAllowed(block) === allowed);
  return flip(choice, saying('allows', true), saying('silent', false)) !== undefined;
}

function hingeOf(model: Model, choice: number, blocks: readonly Block[]): Hinge {
  const { dependency, options } = model.choices[choice]!;
  const possible = (allowed: boolean) =>
    options
      .map((_, option) => option)
      .filter((option) =>
        blocks.some(({ assignment, end }) => {
          const taken = assignment[choice];
          return (end === 'allowed') === allowed && (taken === -1 || taken === option);
        }),
      )
      .map((option) => model.supposition(choice, option));
  const hinge = { dependency, allowsWhen: possible(true), deniesWhen: possible(false) };
  return silenceDenies(model, choice, blocks) ? { ...hinge, silenceDenies: true } : hinge;
}

/** Of how many combinations of options is it so? Ways never overlap, so they can be added up. */
function combinations(model: Model, blocks: readonly Block[]): bigint {
  let sum = 0n;
  for (const { assignment } of blocks) {
    let product = 1n;
    for (const [choice, taken] of assignment.entries())
      if (taken === -1) product *= BigInt(model.choices[choice]!.options.length);
    sum += product;
  }
  return sum;
}

/** Is every combination allowed of options that are allowed in some combination? */
function areIndependent(
  model: Model,
  allowed: readonly Block[],
  each: readonly Hinge[],
  cut: boolean,
): boolean {
  if (cut) return false;
  const turns = new Map(each.map(({ dependency, allowsWhen }) => [dependency, allowsWhen.length]));
  const all = model.choices.map(({ dependency, options }) => turns.get(dependency) ?? options.length);
  return combinations(model, allowed) === all.reduce((product, count) => product * BigInt(count), 1n);
}

/** The choices of a block that bear on the verdict. */
function supposedIn(model: Model, block: Block, choices: readonly number[]): readonly Supposed[] {
  return choices
    .filter((choice) => block.assignment[choice] !== -1)
    .map((choice) => ({
      dependency: model.choices[choice]!.dependency,
      supposition: model.supposition(choice, block.assignment[choice]!),
    }));
}

function undetermined(model: Model, blocks: readonly Block[], cut: boolean): Settled {
  const allowed = blocks.filter(isAllowed);
  const denied = blocks.filter((block) => !isAllowed(block));
  const all = model.choices.map((_, choice) => choice);
  const flips = all.map((choice) => flip(choice, allowed, denied));
  const flipping = all.filter((choice) => flips[choice] !== undefined);
  const decisive = flipping.length > 0 ? flipping : all;
  const [allowing, denying] = flips.find((pair) => pair !== undefined && pair !== 'unsure') ?? [
    allowed[0],
    denied[0],
  ];
  const each = decisive.map((choice) => hingeOf(model, choice, blocks));
  const hinges: Hinges = {
    each,
    allowedIf: allowing ? supposedIn(model, allowing, decisive) : [],
    deniedIf: denying ? supposedIn(model, denying, decisive) : [],
    independent: areIndependent(model, allowed, each, cut),
  };
  const dependsOn = decisive.map((choice) => model.choices[choice]!.dependency);
  return { decision: 'Undetermined', dependsOn, hinges, notes: cut ? CUT : [] };
}

/**
 * The verdict over all that the unknowns may turn out to be: `Undetermined` where some of it allows and some denies.
 * Where all of it denies, but not in one way, no Deny is certain, and the denial counts as implicit.
 */
export function settleUnknowns(world: World, sayings: Sayings): Settled {
  const outcome = decide(sayings);
  const model = new Model(world, sayings);
  const { blocks, cut } = search(model);
  const notes = cut ? CUT : [];
  const someAllow = blocks.some(isAllowed);
  const someDeny = blocks.some((block) => !isAllowed(block));
  if (someAllow && someDeny) return undetermined(model, blocks, cut);
  // A search that was cut has not seen the other side; three-valued matching may still rule it out.
  if (outcome.granted === 'no' || (!someAllow && !cut)) {
    const explicit = !cut && blocks.every((block) => block.end === 'explicit');
    if (explicit) return { decision: 'ExplicitlyDenied', dependsOn: [], notes };
    const example = blocks.find((block) => block.end !== 'explicit');
    const under = example && model.sayingsUnder(example.assignment);
    return { decision: 'ImplicitlyDenied', dependsOn: [], notes, ...(under && { sayings: under }) };
  }
  if (!cut) return { decision: 'Allowed', dependsOn: [], notes };
  return undetermined(model, blocks, cut);
}
