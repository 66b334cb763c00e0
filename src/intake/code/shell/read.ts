/**
 * Policies in scripts of a shell, where it puts its own values in: here-documents, and arguments in double quotation marks.
 * What stands in single ones is JSON as it is, and read as that.
 */
import { guessLayer } from '../../guess-layer';
import { Places } from '../place';
import { holeIn } from '../program/holes';
import type { Json } from '../program/value';
import type { CodePolicy, CodeRead, CodeReader, Holder, TextPart } from '../types';
import { textsOfShell, type Found } from './find';

const SETS =
  /^[ \t]{0,40}(?:export[ \t]{1,10}|local[ \t]{1,10}|readonly[ \t]{1,10})?([A-Za-z_]\w{0,80})=(?:"([^"$`\\\n]{0,500})"|'([^'\n]{0,500})'|([^\s"'$`\\;&|()]{1,500}))[ \t]{0,10}$/gm;
const MAX_POLICIES = 200;

export const shellReader: CodeReader = {
  mayRead: (text) =>
    text.includes('Statement') &&
    (/<<-?[ \t]{0,10}[A-Za-z_]/.test(text) || /--[\w-]{1,60}[ =]["']/.test(text)),
  read: (text) => {
    const found = textsOfShell(text, settings(text)).slice(0, MAX_POLICIES);
    if (found.length === 0) return undefined;
    const places = new Places(text);
    const notes = new Set<string>();
    const policies = found.map((one) => policyOf(text, one, places, notes));
    const parts = found.map(({ part }) => part);
    return { language: 'program', policies, known: {}, notes: [...notes], parts } satisfies CodeRead;
  },
};

/** Variables that are set to one plain text, once. */
function settings(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  for (const [, name, one, other, plain] of text.matchAll(SETS))
    found.set(name!, found.has(name!) ? undefined : (one ?? other ?? plain));
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function policyOf(
  text: string,
  { expanded: { text: written, names, mistaken }, part }: Found,
  places: Places,
  notes: Set<string>,
): CodePolicy {
  const { line, column } = places.of(part.start);
  for (const variable of mistaken)
    notes.add(
      `The shell would take \`${variable}\` for a variable of its own: put a backslash before the \`$\`, or the whole between single quotation marks. It is read as IAM’s.`,
    );
  const base = { ...aboutOf(text, part), kind: 'shell', line };
  const document = parsed(written);
  const hole = document === undefined ? names[0] : holeIn(document, (name) => names.includes(name));
  if (document === undefined || hole !== undefined) {
    const notRead = [{ what: hole === undefined ? 'the text of the policy' : `$${hole}`, line, column }];
    return { ...base, policyKind: 'identity', placeholders: [], notRead };
  }
  const guess = guessLayer(document);
  return {
    ...base,
    policyKind: guess.trust ? 'trust' : guess.layer,
    document,
    placeholders: names.filter((name) => written.includes(`\${${name}}`)),
    notRead: [],
  };
}

/** Of the command around it: the name of the policy, and whose it is. */
function aboutOf(
  text: string,
  { start, end }: TextPart,
): { readonly name: string; readonly attachedTo: readonly Holder[] } {
  const before = text.slice(Math.max(0, start - 600), start);
  const command =
    before.slice(Math.max(0, before.lastIndexOf('aws '))) + text.slice(end, end + 300).split('\n\n', 1)[0]!;
  if (!/\baws\s/.test(command)) return { name: '', attachedTo: [] };
  const option = (name: string): string | undefined =>
    new RegExp(`--${name}[ =]["']?([\\w+=,.@/-]{1,200})`).exec(command)?.[1];
  const attachedTo = (['role', 'user', 'group'] as const).flatMap((kind) => {
    const name = option(`${kind}-name`);
    return name === undefined ? [] : [{ kind, name }];
  });
  return { name: option('policy-name') ?? attachedTo[0]?.name ?? '', attachedTo };
}

function parsed(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return typeof value === 'object' && value !== null && Object.hasOwn(value, 'Statement')
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}
