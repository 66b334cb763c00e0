/** What can differ between two scenarios, as data. */
import type { Layer } from '../case/scenario';

export interface RequestDifference {
  /** A field of the request, a context key, or a setting. */
  readonly name: string;
  readonly kind: 'field' | 'key' | 'setting';
  /** Undefined: not there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface PolicyDifference {
  readonly layer: Layer;
  readonly target?: string;
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'switchedOff' | 'switchedOn';
  /** Empty where there is no policy. */
  readonly before: string;
  readonly after: string;
}

export interface LayerDifference {
  readonly layer: Layer;
  readonly before: Visibility;
  readonly after: Visibility;
}

export type Visibility = 'absent' | 'hidden' | 'present';

export interface Differences {
  readonly request: readonly RequestDifference[];
  readonly layers: readonly LayerDifference[];
  readonly policies: readonly PolicyDifference[];
}
