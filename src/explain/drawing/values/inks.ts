/** What all drawings of values share. */
import type { Ink, Mark } from '../../../drawing/marks';
import type { Tone } from '../../types';

/** Marks from the top left, and how far down they reach. */
export interface Sheet {
  readonly marks: readonly Mark[];
  readonly height: number;
}

interface FailInks {
  readonly ink: Ink;
  readonly soft: Ink;
  readonly edge: Ink;
}

/** The pair that fails has the colour of what it decides; where nothing depends on it, none. */
export function failInks(tone: Tone): FailInks {
  switch (tone) {
    case 'explicit':
      return { ink: 'deny', soft: 'deny-soft', edge: 'deny-line' };
    case 'implicit':
      return { ink: 'implicit', soft: 'implicit-soft', edge: 'implicit-line' };
    case 'unknown':
      return { ink: 'unknown', soft: 'unknown-soft', edge: 'unknown-line' };
    case 'allow':
    case 'pass':
    case 'none':
    case 'miss':
    case 'empty':
      return { ink: 'ink-2', soft: 'sunken', edge: 'edge' };
  }
}
