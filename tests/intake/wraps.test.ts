import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/index';
import { readEvidence } from '../../src/index';
import evidence from '../cases/evidence.json';
import fieldTexts from '../cases/field-texts.json';

/** Public sentences: cases on one line that are read as a denial of someone, for something. */
const sentences = [...evidence, ...fieldTexts].flatMap(({ text }) =>
  typeof text === 'string' &&
  !text.trim().includes('\n') &&
  text.length < 1_500 &&
  readEvidence(text).kind === 'denial'
    ? [text.trim()]
    : [],
);

/** As a terminal cuts: every line but the last is full, whatever stands at its end. */
function cutAt(text: string, width: number): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines.join('\n');
}

/** As a word processor wraps: between words; what is longer than a line stands on one of its own. */
function wrapAt(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

const framed = (text: string): string =>
  text
    .split('\n')
    .map((line) => `│ ${line}`)
    .join('\n');
const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');

/** What is told, and is not what the sentence says on one line. */
function wrong(wrapped: Evidence, whole: Evidence): string[] {
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
const widths = Array.from({ length: 161 }, (_, index) => 40 + index).filter((width) => width % step === 0);

describe('a sentence on several lines', () => {
  it('is found in the cases', () => {
    expect(sentences.length).toBeGreaterThan(25);
  });

  it.each([
    ['cut by a terminal', cutAt],
    [
      'cut, with the spaces at the ends of lines gone',
      (text: string, width: number) => trimmed(cutAt(text, width)),
    ],
    ['cut, in a frame', (text: string, width: number) => framed(cutAt(text, width))],
    ['wrapped between words', wrapAt],
    ['wrapped between words, in a frame', (text: string, width: number) => framed(wrapAt(text, width))],
  ])('%s tells nothing wrong', (_, broken) => {
    const faults = sentences.flatMap((sentence) => {
      const whole = readEvidence(sentence);
      return widths.flatMap((width) => {
        const text = broken(sentence, width);
        return wrong(readEvidence(text), whole).map((fault) => `${width}: ${fault}\n${text}`);
      });
    });
    expect(faults.slice(0, 5)).toEqual([]);
  });

  it('tells most of what it told on one line', () => {
    const counts = { all: 0, told: 0 };
    for (const sentence of sentences)
      for (const width of widths) {
        const whole = readEvidence(sentence);
        const cut = readEvidence(cutAt(sentence, width));
        for (const field of ['principal', 'action', 'resource'] as const) {
          if (whole.request?.[field] === undefined) continue;
          counts.all += 1;
          if (cut.request?.[field] !== undefined) counts.told += 1;
        }
      }
    expect(counts.told / counts.all).toBeGreaterThan(0.85);
  });
});
