/**
 * One pattern of a Resource or NotResource element.
 * IAM User Guide: "IAM JSON policy elements: Resource", "Policy variables".
 */
import { firstWildcard, globMatches, globOf, isOpenEnded, sliceGlob } from '../../language/glob';
import { parseTemplate } from '../../language/template';
import type { TemplatePart } from '../../language/template';
import { Template } from '../request/template';
import type { Resolved } from '../request/template';
import type { Lookup } from '../request/lookup';
import type { Alike } from './alike';
import { frontText } from './front';
import type { Front, PatternFront } from './front';
import { differenceAt, otherKind } from './difference';
import type { Difference } from './difference';
import { resourceKind, tellsKind } from './resource-kind';
import type { Truth } from '../evaluation';
import { truth } from '../truth';

/** A variable before the fifth colon is plain text. */
export function resourceParts(text: string): readonly TemplatePart[] {
  let colons = 0;
  return parseTemplate(text).map((part) => {
    if (part.kind === 'text') colons += part.text.split(':').length - 1;
    else if (colons < 5) return { kind: 'text', text: part.written };
    return part;
  });
}

/** The plain text in front of the first variable. Where there is one, the fifth colon stands in it. */
function leadOf(parts: readonly TemplatePart[]): string {
  let lead = '';
  for (const part of parts) {
    if (part.kind !== 'text') break;
    lead += part.text;
  }
  return lead;
}

/** As `startsWith`; patterns of one service differ late, and it is asked for each of them, so the end is looked at first. */
function beginsWith(text: string, start: string): boolean {
  const last = start.length - 1;
  return last < 0 || (text.charCodeAt(last) === start.charCodeAt(last) && text.startsWith(start));
}

export class ResourcePattern {
  readonly #template: Template | undefined;
  /** Plain text up to the first variable. */
  readonly #lead: string;
  /** Up to the first wildcard or variable. */
  readonly #plain: string;
  /** Does it say no more than how a resource begins? */
  readonly #openEnded: boolean;
  #fixed: Resolved | undefined;
  #front: PatternFront | 'none' | undefined;
  #kind: { readonly is: string | undefined } | 'byText' | undefined;

  constructor(
    readonly text: string,
    private readonly alike: Alike,
  ) {
    let lead = text;
    if (alike.variables && text.includes('${')) {
      const parts = resourceParts(text);
      this.#template = new Template(parts);
      lead = leadOf(parts);
    }
    this.#lead = lead;
    const wildcard = firstWildcard(lead);
    this.#plain = wildcard === -1 ? lead : lead.slice(0, wildcard);
    this.#openEnded = isOpenEnded(text, wildcard);
  }

  /** Its first five parts; undefined where the text in front of the first variable has not as many. */
  private get front(): PatternFront | undefined {
    if (this.#front === undefined) {
      const text = frontText(this.#lead);
      this.#front = text === undefined ? 'none' : this.alike.patternFront(text);
    }
    return this.#front === 'none' ? undefined : this.#front;
  }

  /** What kind of thing it is about, where that is known. Most patterns tell it before their first variable. */
  private kind(text: string): string | undefined {
    this.#kind ??= this.#template && !tellsKind(this.#lead) ? 'byText' : { is: resourceKind(this.#lead) };
    return this.#kind === 'byText' ? resourceKind(text) : this.#kind.is;
  }

  /** Does the resource begin as every text does that the pattern matches? */
  begins(resource: string): boolean {
    return beginsWith(resource, this.#plain);
  }

  /** Does it match? Most patterns are told apart by how they begin, before their variables are put in. */
  truth(resource: string, lookup: Lookup): Truth {
    if (this.begins(resource)) {
      if (this.#openEnded) return 'yes';
    } else if (this.isWhole(lookup)) return 'no';
    const resolved = this.resolve(lookup);
    if (resolved.kind === 'glob') return truth(globMatches(resolved.glob, resource));
    return resolved.kind === 'unresolved' ? 'no' : 'unknown';
  }

  /** The pattern with the request's values put in. */
  resolve(lookup: Lookup): Resolved {
    if (this.#template) return this.#template.resolve(lookup);
    this.#fixed ??= { kind: 'glob', glob: globOf(this.text) };
    return this.#fixed;
  }

  /** Has each of its variables a value? */
  isWhole(lookup: Lookup): boolean {
    return this.#template === undefined || this.#template.isWhole(lookup);
  }

  /** The keys of variables for want of whose values it is not whole. */
  lacking(lookup: Lookup): readonly string[] {
    const resolved = this.resolve(lookup);
    return resolved.kind === 'glob' ? [] : resolved.keys;
  }

  /** Where the pattern, all of whose variables have values, first differs from a resource that it does not match. */
  difference(resource: string, front: Front | undefined, lookup: Lookup): Difference {
    const text = this.#template?.text(lookup) ?? this.text;
    if (!front) return differenceAt(0, text, resource);
    const kind = front.kind && this.kind(text);
    if (kind !== undefined && kind !== front.kind) return otherKind(text, resource);
    const own = this.front;
    const early = own?.difference(front);
    if (early) return early;
    if (!own) return differenceAt(0, text, resource);
    const actual = resource.slice(front.text.length);
    // The fronts agree, so what does not begin alike differs in the rest.
    const differsInRest = !this.begins(resource) || !this.restMatches(actual, own.text.length, lookup);
    if (!differsInRest) return differenceAt(0, text, resource);
    return differenceAt(5, text.slice(own.text.length), actual);
  }

  /** Does the sixth part match? */
  private restMatches(actual: string, from: number, lookup: Lookup): boolean {
    const resolved = this.resolve(lookup);
    return resolved.kind === 'glob' && globMatches(sliceGlob(resolved.glob, from), actual);
  }
}
