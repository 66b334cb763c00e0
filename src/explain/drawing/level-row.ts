/** The levels of an organization as a row of named gates. */
import type { LevelTrace } from '../../engine/evaluation';
import { across, glyph, text } from '../../drawing/draw';
import type { Dot, Drawing, Mark, Zone } from '../../drawing/marks';
import { fitText } from '../../drawing/measure';
import { levelWords } from '../levels';
import { levelName, isLoud } from './flow-spec';
import { barMark, TONE_INK } from './gate';
import { wayMark } from './lane';

const FULL = /^(RCP)?FullAWSAccess$/;
const HEIGHT = 94;

/** @param entered - does the request come to this layer at all? */
export function levelRow(
  layer: 'scp' | 'rcp',
  levels: readonly LevelTrace[],
  width: number,
  entered: boolean,
): Drawing {
  const narrow = width < 1100;
  const left = narrow ? 120 : 232;
  const right = width - (narrow ? 24 : 112);
  const column = (right - left) / levels.length;
  const y = 36;
  /** Under the marks of the levels: the way goes behind them. */
  const ways: Mark[] = [];
  const marks: Mark[] = [];
  const dots: Dot[] = [];
  const name = { size: 12.5, weight: 600 } as const;
  const small = { size: 11.5 } as const;
  marks.push(
    text(
      14,
      y - 2,
      [{ ...name, text: `${levels.length} ${levels.length === 1 ? 'level' : 'levels'}`, ink: 'ink' }],
      'start',
    ),
  );
  marks.push(
    text(
      14,
      y + 14,
      [{ ...small, text: layer === 'scp' ? 'each must allow' : 'none may deny', ink: 'ink-3' }],
      'start',
    ),
  );
  let at = left - (narrow ? 20 : 32);
  let stopped = !entered;
  const zones: Zone[] = [];
  levels.forEach((level, index) => {
    const x = left + column * (index + 0.5);
    const { tone, word } = levelWords(layer, level);
    const shut = tone === 'explicit' || tone === 'implicit';
    if (shut && !stopped) {
      ways.push(wayMark('went', across(at, x - 20, y), at));
      dots.push({ id: `level/${index}`, x: x - 22, y });
      at = x + 12;
      stopped = true;
    } else {
      ways.push(wayMark(stopped ? 'rest' : 'went', across(at, x, y), at));
      at = x;
    }
    const grey = stopped && !shut;
    marks.push(...barMark(x, y, { state: shut ? 'shut' : tone === 'unknown' ? 'veiled' : 'open', tone }, 20));
    marks.push(glyph(tone, x, y, isLoud(tone) ? 18 : 14, grey ? 'ink-3' : undefined));
    const shown = levelName(level.target ?? '');
    const policies = level.policies.map((policy) => policy.name).filter((one) => !FULL.test(one));
    const under = isLoud(tone) ? word : policies.join(', ') || (level.policies[0]?.name ?? 'no policy');
    const room = column - 6;
    marks.push(
      text(x, y + 36, [
        { ...name, text: fitText(shown, room, name), weight: grey ? 500 : 600, ink: grey ? 'ink-2' : 'ink' },
      ]),
    );
    const style = { ...small, weight: isLoud(tone) ? 560 : 400 };
    marks.push(
      text(x, y + 51, [
        { ...style, text: fitText(under, room, style), ink: isLoud(tone) ? TONE_INK[tone] : 'ink-3' },
      ]),
    );
    zones.push({
      id: String(index),
      label: `${shown}: ${word}${policies.length > 0 ? `, ${policies.join(', ')}` : ''}`,
      x: x - column / 2 + 3,
      y: 3,
      width: column - 6,
      height: HEIGHT - 3,
    });
  });
  ways.push(wayMark(stopped ? 'rest' : 'went', across(at, right, y), at));
  return {
    width,
    height: HEIGHT,
    marks: [...ways, ...marks],
    zones,
    dots,
    label: `Levels: ${zones.map((zone) => zone.label).join('; ')}.`,
  };
}
