/** A value's view in one sentence: what is compared, where it first differs, what a wildcard took. Never letters. */
import { addressText } from './addresses';
import { durationText } from './edges';
import { pairsWords } from './sets';
import type { Attempt, ValueShape, ValueView } from './types';

const SIGNS: Readonly<Record<string, string>> = {
  '/': 'slash',
  '-': 'hyphen',
  ':': 'colon',
  '.': 'full stop',
  _: 'underscore',
  '*': 'star',
  '?': 'question mark',
  ' ': 'blank',
  '@': 'at sign',
  '=': 'equals sign',
};

/** A sign by its name, so that it is heard: `slash`, `letter p`, `capital P`, `digit 2`. */
export function spoken(sign: string | undefined): string {
  if (sign === undefined) return 'the end';
  const known = SIGNS[sign];
  if (known !== undefined) return known;
  if (/\d/.test(sign)) return `digit ${sign}`;
  return sign.toLowerCase() === sign ? `letter ${sign}` : `capital ${sign}`;
}

export function sentenceOf({ name, shape, why, fix }: Omit<ValueView, 'sentence'>): string {
  const told = shapeWords(shape);
  const end = fix ? ` ${fix.lead} ${fix.code}.${fix.effect === '' ? '' : ` ${fix.effect}`}` : '';
  // A reason that begins with the name already says it once.
  if (told === '') return why.startsWith(name) ? `${why}.${end}` : `${name}: ${why}.${end}`;
  return `${name}: ${told}.${end}`;
}

function shapeWords(shape: ValueShape): string {
  switch (shape.kind) {
    case 'attempts': {
      const [first] = shape.attempts;
      if (!first) return '';
      const more = shape.of > 1 ? `; the closest of ${shape.of}` : '';
      return attemptWords(first) + more;
    }
    case 'address': {
      const [range] = shape.ranges;
      if (!range) return '';
      const { size } = shape;
      if (range.holds) return `${shape.written} lies in ${range.written}`;
      const past = shape.value > range.last ? shape.value - range.last : range.first - shape.value;
      const side =
        shape.value > range.last
          ? `past the end of ${range.written}, which is ${addressText(range.last, size)}`
          : `before ${range.written}`;
      return `${shape.written} lies ${past.toLocaleString('en')} ${past === 1n ? 'address' : 'addresses'} ${side}`;
    }
    case 'line': {
      const failing = shape.edges.find((edge) => !edge.holds);
      if (!failing) return `${shape.written} lies inside`;
      const off = shape.value - failing.at;
      const far = shape.scale === 'moment' ? durationText(off) : String(Math.abs(off));
      const word = shape.scale === 'moment' ? (off < 0 ? 'early' : 'late') : off < 0 ? 'too low' : 'too high';
      return off === 0
        ? `${shape.written} is the edge itself, which is out`
        : `${shape.written} is ${far} ${word} for ${failing.written}`;
    }
    case 'set': {
      const near = shape.pairs.flatMap((row) => row.flatMap((pair) => pair.near ?? []))[0];
      const differs = near === undefined ? '' : `, one differs only in that ${near}`;
      return `${pairsWords(shape)}${differs}; ${WANTED[shape.mode][shape.negated ? 'negated' : 'plain']}`;
    }
    case 'missing':
      return `${shape.word}${shape.rule === '' ? '' : `; ${shape.rule}`}`;
    case 'plain':
      return '';
  }
}

const WANTED = {
  any: { plain: 'one is wanted', negated: 'one value that is not listed is wanted' },
  all: { plain: 'each value is to be listed', negated: 'no value may be listed' },
} as const;

function attemptWords({ written, alignment, matches, note }: Attempt): string {
  if (!alignment) return `${written}, ${note ?? 'not compared'}`;
  const { stop, pattern, text, taken } = alignment;
  const runs = taken.flatMap(({ wild, from, to }) => (wild === 1 && to > from ? [text.slice(from, to)] : []));
  const took = runs.length > 0 && runs.length <= 2 ? `, star took ${runs.join(' and ')}` : '';
  if (matches || !stop) return `pattern ${written} covers it${took}`;
  const at = Array.from(text.slice(0, stop.text)).length + 1;
  const left = pattern.slice(stop.pattern + 1).includes('*') ? ', star not reached' : '';
  return `pattern ${written}${took}, first differs at character ${at}: ${spoken(pattern[stop.pattern])} wanted, ${spoken(text[stop.text])} found${left}`;
}
