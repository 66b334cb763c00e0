/** Functions of CloudFormation from the names of their placeholders: `Select(5, Split(':', Q.Arn))`. */

export type FunctionPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'list'; readonly items: readonly FunctionPart[] }
  /** A parameter, a resource, an attribute or a pseudo parameter. */
  | { readonly kind: 'reference'; readonly name: string }
  | FunctionCall;

export interface FunctionCall {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly FunctionPart[];
}

const NAMES: ReadonlySet<string> = new Set([
  'Base64',
  'Cidr',
  'FindInMap',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Select',
  'Split',
]);
const MAX_DEPTH = 20;

/** The function that a name stands for; undefined where it is none, or its texts could not be kept in the name. */
export function functionOf(name: string): FunctionCall | undefined {
  const reader = new Reader(name);
  const part = reader.part(0);
  return part?.kind === 'call' && reader.at === name.length ? part : undefined;
}

class Reader {
  at = 0;

  constructor(private readonly text: string) {}

  part(depth: number): FunctionPart | undefined {
    if (depth > MAX_DEPTH) return undefined;
    const quoted = this.take(/'((?:[^']|'')*)'/y);
    if (quoted !== undefined) return { kind: 'text', text: quoted.slice(1, -1).replaceAll("''", "'") };
    if (this.take(/\[/y) !== undefined) {
      const items = this.parts(']', depth);
      return items === undefined ? undefined : { kind: 'list', items };
    }
    const called = this.take(/[A-Z][A-Za-z0-9]*\(/y)?.slice(0, -1);
    if (called !== undefined) return this.call(called, depth);
    const number = this.take(/\d+(?=[,)\]])/y);
    if (number !== undefined) return { kind: 'number', value: Number(number) };
    const name = this.take(/(?:Ref )?(?:AWS::[A-Za-z]+|[A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9.]+)?)(?=[,)\]])/y);
    return name === undefined ? undefined : { kind: 'reference', name };
  }

  private call(name: string, depth: number): FunctionPart | undefined {
    if (name === 'Ref') {
      const of = this.part(depth + 1);
      return of?.kind === 'reference' && this.take(/\)/y) !== undefined ? of : undefined;
    }
    if (!NAMES.has(name)) return undefined;
    if (name === 'ImportValue') {
      const plain = this.take(/[^'()[\],\u2039\u2026]+(?=\))/y);
      if (plain !== undefined) {
        this.at += 1;
        return { kind: 'call', name, args: [{ kind: 'text', text: plain }] };
      }
    }
    if (name === 'If') {
      const condition = this.take(/[A-Za-z0-9]+(?=, )/y);
      if (condition === undefined) return undefined;
      this.at += 2;
      const rest = this.parts(')', depth);
      return rest && { kind: 'call', name, args: [{ kind: 'text', text: condition }, ...rest] };
    }
    const args = this.parts(')', depth);
    return args && { kind: 'call', name, args };
  }

  /** Parts up to a closing bracket. */
  private parts(close: string, depth: number): readonly FunctionPart[] | undefined {
    const parts: FunctionPart[] = [];
    if (this.takeText(close)) return parts;
    for (;;) {
      const part = this.part(depth + 1);
      if (part === undefined) return undefined;
      parts.push(part);
      if (this.takeText(close)) return parts;
      if (!this.takeText(', ')) return undefined;
    }
  }

  private takeText(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}
