/** The words of the place Account. */
import type { WhoOutcome } from '../../audit/account/who-can';
import type { WhoState } from '../../store/account/account';
import type { GlyphKind } from '../../ui/Glyph';

export const GROUPS: Readonly<
  Record<WhoOutcome, { readonly name: string; readonly glyph: GlyphKind; readonly tone: string }>
> = {
  allowed: { name: 'Allowed', glyph: 'allow', tone: 'allow' },
  allowedIf: { name: 'Allowed if', glyph: 'unknown', tone: 'unknown' },
  denied: { name: 'Stopped by a Deny', glyph: 'explicit', tone: 'explicit' },
  stoppedByLimit: { name: 'Stopped by a limit', glyph: 'implicit', tone: 'implicit' },
  nothingGrants: { name: 'Nothing grants it', glyph: 'implicit', tone: 'implicit' },
};

export const ORDER: readonly WhoOutcome[] = [
  'allowed',
  'allowedIf',
  'denied',
  'stoppedByLimit',
  'nothingGrants',
];

export function countsOf({ rows }: WhoState): Readonly<Record<WhoOutcome, number>> {
  const counts = { allowed: 0, allowedIf: 0, denied: 0, stoppedByLimit: 0, nothingGrants: 0 };
  for (const { outcome } of rows.values()) counts[outcome] += 1;
  return counts;
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** `2026-11-01`, or what stands for none. */
export function day(time: string | undefined): string {
  return time === undefined ? 'not told' : time.slice(0, 10);
}

export const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);
