/**
 * An ARN format of the reference as a form: `arn:${Partition}:s3:::${BucketName}/${ObjectName}` has the parts
 * Partition, BucketName and ObjectName. Service Authorization Reference: "Resource types".
 */

interface Piece {
  readonly kind: 'text' | 'part';
  readonly text: string;
}

const PLACEHOLDER = /\$\{([^}]*)\}/g;

function piecesOf(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    if (match.index > end) pieces.push({ kind: 'text', text: template.slice(end, match.index) });
    pieces.push({ kind: 'part', text: match[1]! });
    end = match.index + match[0].length;
  }
  if (end < template.length) pieces.push({ kind: 'text', text: template.slice(end) });
  return pieces;
}

/** The names of the parts, each once, in their order. */
export function templateParts(template: string): readonly string[] {
  const names = piecesOf(template).flatMap(({ kind, text }) => (kind === 'part' ? [text] : []));
  return [...new Set(names)];
}

/** The ARN that the parts make; a part that is missing or empty stays a placeholder. */
export function fillTemplate(template: string, parts: Readonly<Record<string, string>>): string {
  return template.replaceAll(PLACEHOLDER, (whole, name: string) => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    return part === undefined || part === '' ? whole : part;
  });
}

/** Parts that an ARN's own colons bound; the others may hold anything. */
const BOUNDED: ReadonlySet<string> = new Set(['Partition', 'Region', 'Account']);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The parts of an ARN by its template; undefined when it is no ARN of that form. */
export function readTemplate(template: string, arn: string): Readonly<Record<string, string>> | undefined {
  const pieces = piecesOf(template);
  const names: string[] = [];
  const last = pieces.findLastIndex(({ kind }) => kind === 'part');
  const pattern = pieces.map(({ kind, text }, at) => {
    if (kind === 'text') return escaped(text);
    names.push(text);
    if (BOUNDED.has(text)) return '([^:]*)';
    return at === last ? '(.+)' : '(.+?)';
  });
  const match = new RegExp(`^${pattern.join('')}$`, 's').exec(arn);
  return match ? Object.fromEntries(names.map((name, at) => [name, match[at + 1]!])) : undefined;
}

/** Words that are written in capitals wherever they stand. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  'ACL API ARN AWS CIDR DB HTTP IAM ID IP MFA OIDC SAML URL UUID VPC'
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);

/** `ObjectName` as a label: `Object name`; `ApiId` is `API ID`. */
export function partWords(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').split(' ');
  return words
    .map(
      (word, at) =>
        ABBREVIATIONS.get(word.toLowerCase()) ??
        (at === 0 || /^[A-Z]{2}/.test(word) ? word : word.toLowerCase()),
    )
    .join(' ');
}
