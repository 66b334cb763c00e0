/** What would match, and what that lets in. A fact about the values, tried before it is told; not an advice. */
import { githubSubject, GITHUB_ISSUER, writeGithubSubject } from '../../catalog/oidc';
import { arnGlobMatches } from '../../engine/conditions/arn';
import type { ElementTrace } from '../../engine/evaluation';
import { globMatches, globOf } from '../../language/glob';
import { parseOperator } from '../../language/operators';
import { addressText, commonBits, countText } from './addresses';
import type { Attempt, ValueShape, ValueView } from './types';

type Fix = NonNullable<ValueView['fix']>;
type ShapeOf<K extends ValueShape['kind']> = Extract<ValueShape, { kind: K }>;

/** Is the value wanted in, or, under a negated operator, wanted out of the list? Both are got by listing it. */
export function fixOf(shape: ValueShape, element: ElementTrace): Fix | undefined {
  switch (shape.kind) {
    case 'attempts':
      return attemptsFix(shape, element);
    case 'address':
      return addressFix(shape);
    case 'line':
      return lineFix(shape);
    case 'set':
      return setFix(shape, element);
    case 'missing':
      return missingFix(shape, element);
    case 'plain':
      return plainFix(shape, element);
  }
}

function attemptsFix({ attempts }: ShapeOf<'attempts'>, element: ElementTrace): Fix | undefined {
  const [first] = attempts;
  if (!first || first.matches) return undefined;
  const { element: name } = element;
  if (!first.alignment) {
    return first.note?.includes('no value')
      ? { lead: 'Needs a value for', code: first.variables.map((one) => one.name).join(' '), effect: '' }
      : undefined;
  }
  const { text } = first.alignment;
  if (name === 'Action' || name === 'NotAction') {
    return { lead: 'Matches with', code: text, effect: 'Lets in this one action, on the same resources.' };
  }
  if (name === 'Resource' || name === 'NotResource') return resourceFix(first, text);
  if (name === 'Principal' || name === 'NotPrincipal') {
    return { lead: 'Matches with', code: text, effect: 'Lets in this one caller.' };
  }
  return conditionFix(first, text, element);
}

/** Of the pattern as little is changed as will do: its first five parts, the name up to a slash, then all of it. */
function resourceFix({ alignment }: Attempt, text: string): Fix {
  const pattern = alignment!.pattern;
  const [own, asked] = [pattern.split(':'), text.split(':')];
  const tail = own.slice(5).join(':');
  const head = asked.slice(0, 5).join(':');
  const rest = asked.slice(5).join(':');
  const slash = tail.indexOf('/');
  const upTo = rest.indexOf('/');
  const candidates = [
    `${head}:${tail}`,
    ...(slash > 0 && upTo > 0 ? [`${head}:${rest.slice(0, upTo)}${tail.slice(slash)}`] : []),
  ];
  const found = candidates.find((one) => own.length > 5 && globMatches(globOf(one), text)) ?? text;
  return {
    lead: 'Matches with',
    code: found,
    effect: found === text ? 'Lets in this one resource.' : letsIn(found),
  };
}

function letsIn(pattern: string): string {
  const wild = pattern.search(/[*?]/);
  return wild === -1
    ? 'Lets in this one resource.'
    : `Lets in all that begins \`${pattern.slice(0, wild)}\` and fits.`;
}

function conditionFix(first: Attempt, text: string, { reason }: ElementTrace): Fix | undefined {
  if (reason.kind !== 'condition') return undefined;
  const operator = parseOperator(reason.operator);
  const { pattern } = first.alignment!;
  if (operator?.comparison === 'equals' && pattern.toLowerCase() === text.toLowerCase()) {
    const code = reason.operator.replace(/Equals/i, 'EqualsIgnoreCase');
    return { lead: 'Matches with', code, effect: 'Lets in the value in any capitals.' };
  }
  if (operator?.family === 'arn' && !arnGlobMatches(globOf(text), text)) return undefined;
  return {
    lead: 'Matches with',
    code: text,
    effect:
      subjectWords(reason.key, pattern, text) ?? `Lets in every request with this ${nameOf(reason.key)}.`,
  };
}

/** GitHub Docs, "OpenID Connect reference": a subject has the numbers of owner and repository since 15 July 2026, or not. */
function subjectWords(key: string, pattern: string, text: string): string | undefined {
  if (key.toLowerCase() !== `${GITHUB_ISSUER}:sub`) return undefined;
  const [listed, sent] = [githubSubject(pattern), githubSubject(text)];
  if (listed === undefined || sent === undefined) return undefined;
  const isSame =
    writeGithubSubject(listed, 'names') === writeGithubSubject(sent, 'names') &&
    (listed.repositoryId === undefined) !== (sent.repositoryId === undefined);
  if (!isSame) return undefined;
  return sent.repositoryId === undefined
    ? 'It is the same repository in GitHub’s older form, without the numbers of its owner and itself.'
    : 'It is the same repository in GitHub’s immutable form, with the numbers of its owner and itself.';
}

function nameOf(key: string): string {
  return key
    .slice(key.lastIndexOf(':') + 1)
    .split('/')
    .at(-1)!;
}

function addressFix({ ranges, value, size, written }: ShapeOf<'address'>): Fix | undefined {
  const [nearest] = ranges;
  if (!nearest || nearest.holds) return undefined;
  const bits = Math.min(commonBits(nearest.first, value, size), nearest.bits);
  // A range that would have to grow by more than eight bits is another network altogether.
  if (bits < 8 || nearest.bits - bits > 8) {
    return { lead: 'Contains it', code: `${written.trim()}/${size}`, effect: 'Lets in this one address.' };
  }
  const host = BigInt(size - bits);
  const first = (value >> host) << host;
  return {
    lead: 'Contains it',
    code: `${addressText(first, size)}/${bits}`,
    effect: `Lets in ${countText(size - bits)}.`,
  };
}

function lineFix({ edges, value, scale, written }: ShapeOf<'line'>): Fix | undefined {
  const failing = edges.find((edge) => !edge.holds);
  if (!failing || failing.side === 'equals') {
    return failing && { lead: 'Holds with', code: written, effect: 'Lets in just this value.' };
  }
  if (scale === 'number') {
    const most = failing.side === 'to';
    const effect = `Lets in everything that is ${most ? 'at most' : 'at least'} that.`;
    return { lead: most ? 'Holds up to' : 'Holds with at least', code: written, effect };
  }
  const day = 86_400_000;
  const at = failing.side === 'to' ? (Math.floor(value / day) + 1) * day : Math.floor(value / day) * day;
  const code = new Date(at).toISOString().replace('.000Z', 'Z');
  return failing.side === 'to'
    ? { lead: 'Holds until', code, effect: 'Lets in every request before it.' }
    : { lead: 'Holds since', code, effect: 'Lets in every request after it.' };
}

function setFix(
  { pairs, counts, mode, negated, request, policy }: ShapeOf<'set'>,
  { reason }: ElementTrace,
): Fix | undefined {
  if (reason.kind !== 'condition') return undefined;
  const holds = mode === 'any' ? counts.includes('yes') : counts.every((one) => one === 'yes');
  if (holds || negated) return undefined;
  const near = pairs.some((row) => row.some((pair) => pair.near?.includes(' is not ')));
  if (near && /equals/i.test(reason.operator) && !/ignorecase/i.test(reason.operator)) {
    const code = reason.operator.replace(/Equals/i, 'EqualsIgnoreCase');
    return { lead: 'Matches with', code, effect: 'Lets in the same values in any capitals.' };
  }
  const wanted = request.filter((_, at) => counts[at] !== 'yes');
  if (mode === 'all')
    return {
      lead: 'Holds with',
      code: [...policy, ...wanted].join(', '),
      effect: `Lets in ${wanted.length === 1 ? 'that value' : 'those values'} too.`,
    };
  return {
    lead: 'Matches with',
    code: wanted[0] ?? '',
    effect: 'Lets in every request that has this value among its own.',
  };
}

function missingFix({ word }: ShapeOf<'missing'>, { reason, truth }: ElementTrace): Fix | undefined {
  if (reason.kind !== 'condition' || truth !== 'no' || word === 'not known') return undefined;
  if (reason.key.toLowerCase() === 'sts:externalid' && reason.expected[0] !== undefined) {
    return { lead: 'Give it in the call:', code: `--external-id ${reason.expected[0]}`, effect: '' };
  }
  if (reason.by !== 'absentPositive') return undefined;
  return {
    lead: 'Matches with',
    code: `${reason.operator}IfExists`,
    effect: 'Lets in every request without the key.',
  };
}

function plainFix({ policy, same }: ShapeOf<'plain'>, { reason, truth }: ElementTrace): Fix | undefined {
  if (same || truth !== 'no' || reason.kind !== 'condition') return undefined;
  const [first] = policy;
  if (first === undefined) return undefined;
  return reason.by === 'null'
    ? { lead: 'Holds when the key is', code: first, effect: '' }
    : { lead: 'Holds when it is', code: first, effect: '' };
}
