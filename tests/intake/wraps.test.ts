import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/index';
import { cutAt, SENTENCES, widths, wrapAt, wrong } from '../support/sentences';

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

describe('a sentence on several lines', () => {
  it('is found in the cases', () => {
    expect(SENTENCES.length).toBeGreaterThan(25);
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
    const faults = SENTENCES.flatMap((sentence) => {
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
    for (const sentence of SENTENCES)
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
