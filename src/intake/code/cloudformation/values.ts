/** Values of a template whose functions are worked out as far as their inputs are known. */

/** What `AWS::NoValue` leaves behind: the property or item is taken away. */
export const NO_VALUE = Symbol('AWS::NoValue');

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type Value = Json | typeof NO_VALUE;

/** A part that cannot be worked out and cannot stand as a placeholder: a statement, a list, an object. */
export class Unread extends Error {
  constructor(
    readonly what: string,
    readonly at: number,
  ) {
    super(what);
    this.name = 'Unread';
  }
}

const MARK = /\$\{([^{}]+)\}/g;

/** The references that stand in a text, in order. Not all of them are placeholders: `${aws:username}` is IAM's own. */
export function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(MARK)].map(([, name]) => name!);
}

/** `${…}` names take no braces, and no letter that JSON escapes. */
export function placeholderName(text: string): string {
  const plain = text
    .replace(/\$\{([^{}]*)\}/g, '$1')
    .replace(/[{}"\\]/g, '_')
    // oxlint-disable-next-line no-control-regex -- JSON escapes control letters
    .replace(/[\u0000-\u001f\s]+/g, ' ')
    .trim();
  return plain.length > MAX_NAME ? `${plain.slice(0, MAX_NAME - 1)}…` : plain;
}

const MAX_NAME = 160;

/** A plain value as CloudFormation writes it into a text; undefined for lists and objects. */
export function plainText(value: Value | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

export function isRecord(value: Value | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
