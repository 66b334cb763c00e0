/**
 * Amazon Resource Names: `arn:partition:service:region:account:resource`.
 * IAM User Guide / General Reference: "Identify AWS resources with ARNs".
 */

export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything after the fifth colon; may hold colons and slashes. */
  readonly resource: string;
}

/** The offsets of the first five colons, or undefined where there are fewer. */
export function firstFiveColons(text: string): readonly number[] | undefined {
  const colons: number[] = [];
  for (let at = text.indexOf(':'); at !== -1 && colons.length < 5; at = text.indexOf(':', at + 1)) {
    colons.push(at);
  }
  return colons.length === 5 ? colons : undefined;
}

/** Where the sixth part (the resource) begins, or undefined when there are fewer than six parts. */
export function resourcePartStart(text: string): number | undefined {
  const colons = firstFiveColons(text);
  return colons && colons[4]! + 1;
}

/** The parts of an ARN; undefined when the text does not begin with `arn:` or has fewer than six parts. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const colons = firstFiveColons(text);
  if (!colons) return undefined;
  const [, a, b, c, d] = colons as [number, number, number, number, number];
  return {
    partition: text.slice(4, a),
    service: text.slice(a + 1, b),
    region: text.slice(b + 1, c),
    account: text.slice(c + 1, d),
    resource: text.slice(d + 1),
  };
}

const ACCOUNT_ID = /^\d{12}$/;
const PARTITION = /^aws(-[a-z]+)*$/;

/** Twelve digits. */
export function isAccountId(text: string): boolean {
  return ACCOUNT_ID.test(text);
}

/** `aws`, `aws-cn`, `aws-us-gov` and the others of the same form. */
export function isPartition(text: string): boolean {
  return text === 'aws' || PARTITION.test(text);
}

/** What follows the last slash: the friendly name of a user or role. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
