/**
 * Values for keys that stand as variables in a pattern: those with which the pattern covers the text it is
 * compared with, and for the compared key those that the pattern covers.
 */
import { globMatches, globOf, joinGlobs, literalGlob } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { parseTemplate } from '../../language/template';
import type { TemplatePart } from '../../language/template';
import type { Facts } from '../facts';
import { resourceParts } from '../match/resource-pattern';
import { RESOURCE } from './atoms';
import type { Atom } from './atoms';

export interface Substitution {
  readonly key: string;
  readonly text: string;
}

type PoolOf = (key: string) => readonly string[];

const TARGET_LENGTH = 400;
const PER_TEMPLATE = 400;
const COMBINED = 12;

/** A part as a glob: known variables by value, unknown ones as anything that is not empty. */
function partGlob(part: TemplatePart, facts: Facts): Glob {
  if (part.kind === 'text') return globOf(part.text);
  if (part.kind === 'character') return literalGlob(part.text);
  const value = facts.lookup(part.key.toLowerCase());
  if (value === null) return globOf('?*');
  return literalGlob(typeof value === 'string' ? value : (part.fallback ?? ''));
}

/** A whole template as a glob. */
export function templateGlob(parts: readonly TemplatePart[], facts: Facts): Glob {
  return joinGlobs(parts.map((part) => partGlob(part, facts)));
}

/** All stretches of the target that may stand where the variable stands. */
function stretches(
  parts: readonly TemplatePart[],
  at: number,
  target: string,
  facts: Facts,
): readonly string[] {
  const before = templateGlob(parts.slice(0, at), facts);
  const after = templateGlob(parts.slice(at + 1), facts);
  const text = target.slice(0, TARGET_LENGTH);
  const starts = before.wild === undefined ? [before.text.length] : Array.from(text, (_, index) => index);
  const fixedEnd = after.wild === undefined ? text.length - after.text.length : undefined;
  const found = new Set<string>();
  for (const start of starts) {
    if (!globMatches(before, text.slice(0, start))) continue;
    for (let end = start + 1; end <= text.length && found.size < PER_TEMPLATE; end += 1) {
      if (fixedEnd !== undefined && end !== fixedEnd) continue;
      if (globMatches(after, text.slice(end))) found.add(text.slice(start, end));
    }
  }
  return [...found];
}

/** Texts that a template covers, its unknown variables taken from their pools. */
function instances(parts: readonly TemplatePart[], facts: Facts, poolOf: PoolOf): readonly string[] {
  let texts: readonly string[] = [''];
  for (const part of parts) {
    const open = part.kind === 'variable' && facts.lookup(part.key.toLowerCase()) === null;
    const choices = open ? poolOf(part.key.toLowerCase()).slice(0, COMBINED) : [partGlob(part, facts).text];
    texts = texts.flatMap((text) => choices.map((choice) => text + choice)).slice(0, PER_TEMPLATE);
  }
  return texts;
}

/** What a template is compared with: the request's value, or the values considered for an unknown key. */
function targetsOf(atom: Atom, facts: Facts, poolOf: PoolOf): readonly string[] {
  if (!atom.condition) {
    return facts.resource === undefined ? poolOf(RESOURCE).slice(0, COMBINED) : [facts.resource];
  }
  const value = facts.lookup(atom.condition.lowerKey);
  if (value === null) return poolOf(atom.condition.lowerKey).slice(0, COMBINED);
  return typeof value === 'string' ? [value] : (value ?? []);
}

function* fromTemplate(
  atom: Atom,
  parts: readonly TemplatePart[],
  facts: Facts,
  poolOf: PoolOf,
): Generator<Substitution> {
  for (const [at, part] of parts.entries()) {
    if (part.kind !== 'variable' || facts.lookup(part.key.toLowerCase()) !== null) continue;
    const key = part.key.toLowerCase();
    for (const target of targetsOf(atom, facts, poolOf)) {
      for (const text of stretches(parts, at, target, facts)) yield { key, text };
    }
  }
  const key = atom.condition?.lowerKey;
  if (key === undefined || facts.lookup(key) !== null) return;
  for (const text of instances(parts, facts, poolOf)) yield { key, text };
}

/** Texts worth trying for keys that variables tie to something else. */
export function substitutions(atoms: readonly Atom[], facts: Facts, poolOf: PoolOf): readonly Substitution[] {
  return atoms.flatMap((atom) => {
    const templates = (atom.condition?.node.values ?? atom.patterns).filter((text) => text.includes('${'));
    const read = atom.condition ? parseTemplate : resourceParts;
    return templates.flatMap((text) => [...fromTemplate(atom, read(text), facts, poolOf)]);
  });
}
