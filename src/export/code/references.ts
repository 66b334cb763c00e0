/** Placeholders of a document, and what each is called in the language that it comes from. */

import { functionOf, type FunctionCall } from './functions';

/** A text in its parts: what is written, and the placeholders between. */
export type TextPiece =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'placeholder'; readonly name: string };

/** Only names that `isPlaceholder` knows are placeholders; every other `${…}` is a policy variable and stays text. */
export function piecesOf(text: string, isPlaceholder: (name: string) => boolean): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(/\$\{([^{}]+)\}/g)) {
    const name = match[1]!;
    if (!isPlaceholder(name)) continue;
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) });
    pieces.push({ kind: 'placeholder', name });
    from = match.index + match[0].length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

export type Reference =
  /** `AWS::AccountId` */
  | { readonly kind: 'pseudo'; readonly name: string }
  /** A resource or parameter of a CloudFormation template, whose names begin with a capital by custom. */
  | { readonly kind: 'ref'; readonly id: string }
  | { readonly kind: 'getAtt'; readonly id: string; readonly attribute: string }
  /** A function whose inputs are not all known. */
  | { readonly kind: 'function'; readonly call: FunctionCall }
  /** A member of an object in a program, such as `bucket.bucketArn`. */
  | { readonly kind: 'expression'; readonly code: string }
  /** Anything else: it needs a name of its own in another language. */
  | { readonly kind: 'other'; readonly name: string };

/** Terraform User Documentation, "References to Named Values": what begins like these is no object of a program. */
const TERRAFORM = /^(?:var|local|module|data|each|count|path|self|terraform|aws_\w+)\b/;

/** What a placeholder refers to, told by its form alone: that is all that a case keeps of it. */
export function referenceOf(name: string): Reference {
  if (/^AWS::\w+$/.test(name)) return { kind: 'pseudo', name };
  // Beside a policy variable of the same name a reference is called so.
  if (/^Ref [A-Z]/.test(name)) return referenceOf(name.slice('Ref '.length));
  const call = functionOf(name);
  if (call !== undefined) return { kind: 'function', call };
  const [, id, attribute] = /^([A-Z][A-Za-z0-9]*)(?:\.([A-Za-z0-9.]+))?$/.exec(name) ?? [];
  if (id !== undefined)
    return attribute === undefined ? { kind: 'ref', id } : { kind: 'getAtt', id, attribute };
  if (!TERRAFORM.test(name) && /^(?:this\.)?[a-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(name))
    return { kind: 'expression', code: name };
  return { kind: 'other', name };
}

/** A name of letters and digits for anything: `aws_s3_bucket.b.arn` is `AwsS3BucketBArn`. */
export function plainName(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(joined) ? joined : `P${joined}`;
}

/** Names that differ in signs only get numbers, so that none is taken twice. */
export class Names {
  private readonly taken = new Map<string, string>();

  /** The same name for the same text. `wanted`: what it should be called. */
  of(text: string, wanted: string): string {
    const key = `${wanted}\n${text}`;
    const known = this.taken.get(key);
    if (known !== undefined) return known;
    const used = new Set(this.taken.values());
    let name = wanted;
    for (let number = 2; used.has(name); number += 1) name = `${wanted}${number}`;
    this.taken.set(key, name);
    return name;
  }
}
