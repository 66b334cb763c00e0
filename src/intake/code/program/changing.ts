/**
 * Names of a program that do not stand for the value that they are first given: parameters, loop variables, what is given
 * another value, what is changed in place. Found by how they are written anywhere, so rather too many than too few.
 */
import type { Script } from './lexer';

export interface Changing {
  /** Not the value that stands behind their first `=`. */
  readonly names: ReadonlySet<string>;
  /** Objects and lists that get or lose members later on, with the place where they do. */
  readonly inPlace: ReadonlyMap<string, { readonly what: string; readonly at: number }>;
}

const NAME = /[A-Za-z_$][\w$]*/g;

/** What is between the brackets or words are names that something gives a value of its own. */
const BINDERS: Readonly<Record<Script, readonly RegExp[]>> = {
  javascript: [
    /\(([^()]{0,400})\)\s{0,20}(?::[^={;]{1,80})?(?:=>|\{)/g,
    // From the arrow to the left: there are far fewer of them than names.
    /=>(?<=(?<![\w$])([A-Za-z_$][\w$]{0,80})\s{0,20}=>)/g,
    /\b(?:const|let|var)\s{1,20}([[{][^=;]{0,400}[\]}])\s{0,20}=/g,
    /\bfor\s{0,20}\(\s{0,20}(?:const|let|var)\s([^=;()]{1,200}?)\s(?:of|in)\s/g,
  ],
  python: [
    /\bdef\s{1,20}\w{1,80}\s{0,20}\(([^()]{0,600}(?:\([^()]{0,100}\)[^()]{0,200}){0,10})\)/g,
    /\blambda\s{1,20}([^:\n]{1,200}):/g,
    /\bfor\s{1,20}([\w\s,()]{1,200}?)\s{1,20}in\b/g,
    /\bas\s{1,20}([A-Za-z_]\w{0,80})/g,
    /\(\s{0,20}([A-Za-z_]\w{0,80})\s{0,20}:=/g,
  ],
};

/** A value that a name gets again, and not where it is declared. */
const AGAIN: Readonly<Record<Script, RegExp>> = {
  javascript:
    /(?<![\w$.'"-])(?<!\b(?:const|let|var|readonly)\s{1,20})([A-Za-z_$][\w$]*)\s{0,20}(?:[-+*/]|\?\?|\|\||&&)?=(?![=>])/g,
  python: /^[ \t]*([A-Za-z_]\w*)\s{0,20}(?:[-+*/|&]|\/\/)=/gm,
};

const IN_PLACE =
  /(?<![\w$.])(?:(?:this|self)\.)?([A-Za-z_$][\w$]*)((?:\s{0,20}[?!]?\.\s{0,20}[A-Za-z_$][\w$]*|\[[^\][\n]{0,80}\]){1,6})\s{0,20}(?:\(|(?:[-+*/|&]|\?\?|\|\|)?=(?![=>]))/g;
const METHODS = /\.(?:push|unshift|splice|append|extend|insert|update|setdefault|pop|remove|clear)$/;
const ASSIGN = /\bObject\.assign\(\s{0,20}([A-Za-z_$][\w$]*)/g;

export function changingIn(text: string, script: Script): Changing {
  const names = new Set<string>();
  for (const binder of BINDERS[script])
    for (const [, inside] of text.matchAll(binder))
      for (const [name] of inside!.matchAll(NAME)) names.add(name);
  for (const [, name] of text.matchAll(AGAIN[script])) names.add(name!);
  return { names, inPlace: changedInPlace(text) };
}

/** What is changed in place, by its name. */
export function changedInPlace(text: string): Changing['inPlace'] {
  const found = new Map<string, { what: string; at: number }>();
  for (const { 0: whole, 1: name, 2: path, index } of text.matchAll(IN_PLACE)) {
    if (whole.endsWith('(') && !METHODS.test(path!)) continue;
    if (!found.has(name!)) found.set(name!, { what: whole, at: index });
  }
  for (const { 0: whole, 1: name, index } of text.matchAll(ASSIGN))
    if (!found.has(name!)) found.set(name!, { what: whole, at: index });
  return found;
}

/** Read from its end to the left: most of what stands before an object is no declaration. */
const DECLARED =
  /$(?<=(?:^|[^\w$])([A-Za-z_$][\w$]*)(?:\s{0,20}:[^=\n;{}()]{1,80})?\s{0,20}=\s{0,20}\(?\s{0,20})/;

/** The variable that is given what begins at an offset: `policy` of `const policy = {`. */
export function declaredBefore(text: string, at: number): string | undefined {
  return DECLARED.exec(text.slice(Math.max(0, at - 200), at))?.[1];
}
