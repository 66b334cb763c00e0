/** Counts of the work done, shared by all searches of one question. */
export interface Work {
  nodes: number;
  states: number;
  classes: number;
  /** Asked often; true ends the search. */
  readonly stop: (() => boolean) | undefined;
  readonly mostNodes: number;
}

export const newWork = (stop: (() => boolean) | undefined, mostNodes = 200_000): Work => ({
  nodes: 0,
  states: 0,
  classes: 0,
  stop,
  mostNodes,
});

export const isEnded = (work: Work): boolean => work.nodes > work.mostNodes || work.stop?.() === true;
