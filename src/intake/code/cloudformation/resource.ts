import type { Tree } from './tree';

/** One resource of a template, by its logical id. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Tree | undefined;
  /** Of AWS SAM: how many connectors it has, or is. */
  readonly connectors: number;
  readonly at: number;
}
