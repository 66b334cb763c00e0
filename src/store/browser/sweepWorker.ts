/** The worker that decides all actions, away from the page's own thread. It is ended to cancel. */
import { sweepActions, type SweptAction } from '../../reasoning/sweep';
import type { SweepGroup } from '../../reasoning/sweep-group';

/** The decisions of the next actions, in the order of the groups. */
export type Progress = readonly SweptAction[];

self.onmessage = ({ data }: MessageEvent<readonly SweepGroup[]>) => {
  for (const { scenario, actions } of data) {
    for (const decisions of sweepActions(scenario, actions, 1000)) self.postMessage(decisions);
  }
};
