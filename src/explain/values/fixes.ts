/** What would match, and what that lets in. A fact about the values, tried before it is told; not an advice. */
import { githubSubject, GITHUB_ISSUER, writeGithubSubject } from '../../catalog/oidc';
import { arnGlobMatches } from '../../engine/conditions/arn';
import { parseRange } from '../../engine/conditions/ip';
import type { ElementTrace, Evaluation } from '../../engine/evaluation';
import { globMatches, globOf } from '../../language/glob';
import { parseOperator } from '../../language/operators';
import { writtenLiteral } from '../../language/template';
import type { Operator } from '../../language/operators';
import { nullHolds } from '../elements/condition';
import { addressText, commonBits, countText } from './addresses';
import { pairMatches } from './sets';
import type { Attempt, Edge, ValueShape, ValueView } from './types';

type Fix = NonNullable<ValueView['fix']>;
type ShapeOf<K extends ValueShape['kind']> = Extract<ValueShape, { kind: K }>;

/**
 * Is the value wanted in, or, under a negated operator, wanted out of the list? Both are got by listing it.
 * @param variables does the policy's version give them a meaning? A value that looks like one is then written otherwise
 */
export function fixOf(
  shape: ValueShape,
  element: ElementTrace,
  evaluation: Evaluation,
  variables: boolean,
): Fix | undefined {
  switch (shape.kind) {
    case 'attempts':
      return attemptsFix(shape, element, variables);
    case 'address':
      return addressFix(shape);
    case 'line':
      return lineFix(shape, element);
    case 'set':
      return setFix(shape, element, evaluation, variables);
    case 'missing':
      return missingFix(shape, element);
    case 'plain':
      return plainFix(shape, element, evaluation);
  }
}

function attemptsFix(
  { attempts }: ShapeOf<'attempts'>,
  element: ElementTrace,
  variables: boolean,
): Fix | undefined {
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
  if (name === 'Resource' || name === 'NotResource') return resourceFix(first, text, variables);
  if (name === 'Principal' || name === 'NotPrincipal') {
    return { lead: 'Matches with', code: text, effect: 'Lets in this one caller.' };
  }
  return conditionFix(first, text, element, variables);
}

/** Of the pattern as little is changed as will do: its first five parts, the name up to a slash, then all of it. */
function resourceFix({ alignment }: Attempt, text: string, variables: boolean): Fix {
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
    code: variables ? writtenLiteral(found, false) : found,
    effect: letsIn(found),
  };
}

function letsIn(pattern: string): string {
  const wild = pattern.search(/[*?]/);
  return wild === -1
    ? 'Lets in this one resource.'
    : `Lets in all that begins \`${pattern.slice(0, wild)}\` and fits.`;
}

function conditionFix(
  first: Attempt,
  text: string,
  { reason }: ElementTrace,
  variables: boolean,
): Fix | undefined {
  if (reason.kind !== 'condition') return undefined;
  const operator = parseOperator(reason.operator);
  const { pattern } = first.alignment!;
  if (isPlainEquals(operator) && pattern.toLowerCase() === text.toLowerCase()) {
    const code = reason.operator.replace(/Equals/i, 'EqualsIgnoreCase');
    return { lead: 'Matches with', code, effect: 'Lets in the value in any capitals.' };
  }
  if (operator?.family === 'arn' && !arnGlobMatches(globOf(text), text)) return undefined;
  const wild = isPattern(operator) && /[*?]/.test(text);
  if (wild && !variables) return { lead: 'Matches with', code: text, effect: letsIn(text) };
  return {
    lead: 'Matches with',
    code: variables ? writtenLiteral(text, wild) : text,
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

/** The edge of the element that is open: other conditions on its key stand in the same window. */
function lineFix({ edges, value, scale, written }: ShapeOf<'line'>, { path }: ElementTrace): Fix | undefined {
  const failing = edges.find((edge) => edge.path === path && !edge.holds);
  if (!failing || failing.side === 'equals') {
    return failing && { lead: 'Holds with', code: written, effect: 'Lets in just this value.' };
  }
  return scale === 'number' ? numberFix(failing, value, written) : momentFix(failing, value);
}

/** Where the edge itself is out, the next whole number beyond the value: a list of its own value would not let it in. */
function numberFix({ side, inclusive }: Edge, value: number, written: string): Fix | undefined {
  if (inclusive) {
    return side === 'to'
      ? { lead: 'Holds up to', code: written, effect: 'Lets in everything that is at most that.' }
      : { lead: 'Holds with at least', code: written, effect: 'Lets in everything that is at least that.' };
  }
  if (!Number.isSafeInteger(Math.trunc(value))) return undefined;
  return side === 'to'
    ? {
        lead: 'Holds below',
        code: String(Math.floor(value) + 1),
        effect: 'Lets in everything that is less than that.',
      }
    : {
        lead: 'Holds above',
        code: String(Math.ceil(value) - 1),
        effect: 'Lets in everything that is more than that.',
      };
}

const DAY = 86_400_000;

/** The end of the value's day, or its beginning; of a value at midnight that may not be the edge, the day before. */
function momentFix({ side, inclusive }: Edge, value: number): Fix | undefined {
  const begin = Math.floor(value / DAY) * DAY;
  const at = side === 'to' ? begin + DAY : begin === value && !inclusive ? begin - DAY : begin;
  const moment = new Date(at);
  // Beyond the years that a text can name there is nothing to write down.
  if (!(moment.getTime() > Date.UTC(0, 0) && moment.getUTCFullYear() <= 9999)) return undefined;
  const code = moment.toISOString().replace('.000Z', 'Z');
  return side === 'to'
    ? { lead: 'Holds until', code, effect: 'Lets in every request before it.' }
    : { lead: 'Holds since', code, effect: 'Lets in every request after it.' };
}

/** Only these have a form without capitals: `ArnEquals` and `NumericEquals` have none. */
function isPlainEquals(operator: Operator | undefined): boolean {
  return operator?.family === 'string' && operator.comparison === 'equals';
}

/** Of these `*` and `?` stand for others. IAM User Guide: "IAM JSON policy elements: Condition operators". */
function isPattern(operator: Operator | undefined): boolean {
  return operator?.comparison === 'like';
}

function setFix(
  { pairs, counts, mode, negated, request, policy, of }: ShapeOf<'set'>,
  { reason }: ElementTrace,
  evaluation: Evaluation,
  variables: boolean,
): Fix | undefined {
  if (reason.kind !== 'condition') return undefined;
  const operator = parseOperator(reason.operator);
  const written = (value: string): string => (variables ? writtenLiteral(value, isPattern(operator)) : value);
  const holds = mode === 'any' ? counts.includes('yes') : counts.every((one) => one === 'yes');
  if (holds || negated || !operator) return undefined;
  const isNear = (row: (typeof pairs)[number]): boolean =>
    row.some((pair) => pair.matches || pair.near?.includes(' is not '));
  const isWhole = of.request === request.length && of.policy === policy.length;
  const near = mode === 'any' ? pairs.some(isNear) : isWhole && pairs.every(isNear);
  if (near && isPlainEquals(operator)) {
    const code = reason.operator.replace(/Equals/i, 'EqualsIgnoreCase');
    return { lead: 'Matches with', code, effect: 'Lets in the same values in any capitals.' };
  }
  const wanted = request.filter((_, at) => counts[at] !== 'yes');
  const isListable = (value: string): boolean => pairMatches(operator, value, value, false, evaluation);
  if (mode === 'any') {
    const code = wanted.find(isListable);
    if (code === undefined) return undefined;
    return {
      lead: 'Matches with',
      code: written(code),
      effect: 'Lets in every request that has this value among its own.',
    };
  }
  // Of very many values some are not drawn, and then those that lack may not be all.
  const isTold = of.request === request.length || wanted.length < request.length;
  if (!isTold || !wanted.every(isListable)) return undefined;
  const effect = `Lets in ${wanted.length === 1 ? 'that value' : 'those values'} too.`;
  return of.policy === policy.length
    ? { lead: 'Holds with', code: [...policy, ...wanted.map(written)].join(', '), effect }
    : { lead: 'Holds with, besides,', code: wanted.map(written).join(', '), effect };
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

/** What the request would have to send; nothing where no value of that kind can match what is listed. */
function plainFix(
  { policy, same }: ShapeOf<'plain'>,
  { reason, truth }: ElementTrace,
  evaluation: Evaluation,
): Fix | undefined {
  if (same || truth !== 'no' || reason.kind !== 'condition') return undefined;
  const [first] = policy;
  const operator = parseOperator(reason.operator);
  if (first === undefined || !operator) return undefined;
  if (operator.family === 'null') {
    return nullHolds(reason.operator, reason.expected) === undefined
      ? { lead: 'Holds when the key is', code: first, effect: '' }
      : undefined;
  }
  if (operator.family === 'ip') {
    const range = policy.find((one) => parseRange(one.trim()) !== undefined);
    return range === undefined ? undefined : { lead: 'Holds when it lies in', code: range, effect: '' };
  }
  const code = policy.find((one) => pairMatches(operator, one, one, false, evaluation));
  return code === undefined ? undefined : { lead: 'Holds when it is', code, effect: '' };
}
