/** Public sentences of AWS, on several lines, and what is told wrongly of them. */
import type { Evidence } from '../../src/index';
import { readEvidence } from '../../src/index';
import evidence from '../cases/evidence.json';
import fieldTexts from '../cases/field-texts.json';

/** Public sentences: cases on one line that are read as a denial of someone, for something. */
export const SENTENCES: readonly string[] = [...evidence, ...fieldTexts].flatMap(({ text }) =>
  typeof text === 'string' &&
  !text.trim().includes('\n') &&
  text.length < 1_500 &&
  readEvidence(text).kind === 'denial'
    ? [text.trim()]
    : [],
);

/** As a terminal cuts: every line but the last is full, whatever stands at its end. */
export function cutAt(text: string, width: number): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines.join('\n');
}

/** As a word processor wraps: between words; what is longer than a line stands on one of its own. */
export function wrapAt(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

/** What is told, and is not what the sentence says on one line. */
export function wrong(wrapped: Evidence, whole: Evidence): string[] {
  const told = (of: Evidence) =>
    new Map<string, string | undefined>([
      ['principal', of.request?.principal],
      ['action', of.request?.action],
      ['resource', of.request?.resource],
      ['layer', of.layer],
      ['denial', of.denial],
      ['policyArn', of.policyArn],
      ['authorizationId', of.authorizationId],
    ]);
  const right = told(whole);
  return [...told(wrapped)].flatMap(([field, value]) =>
    value === undefined || value === right.get(field)
      ? []
      : [`${field}: ${value}, not ${right.get(field) ?? 'nothing'}`],
  );
}

/** Every seventh width here; WIDTHS=all tries each. */
const step = process.env['WIDTHS'] === 'all' ? 1 : 7;
export const widths = Array.from({ length: 161 }, (_, index) => 40 + index).filter(
  (width) => width % step === 0,
);
