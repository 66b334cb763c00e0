/** The walk as rows: the steps in order with their rails, the lanes' names, the verdict. Pure. */
import type { Evaluation, Step } from '../../engine/evaluation';
import { gateSteps, hasTwoLanes, requestPath, type GateState, type PathKind } from '../../explain/path';

/** The rail that a row stands on, and the one that passes beside it. */
interface Rails {
  readonly side: 'one' | 'caller' | 'resource';
  readonly before: PathKind;
  readonly after: PathKind;
  /** With two lanes: the other one, on rows where it runs. */
  readonly beside: PathKind | undefined;
}

export type WalkRow =
  | (Rails & {
      readonly kind: 'step';
      readonly step: Step;
      /** Counted from 1. */
      readonly number: number;
      readonly gate: GateState;
      /** Not reached. */
      readonly beyond: boolean;
    })
  | (Rails & {
      readonly kind: 'lane';
      readonly title: string;
      readonly account: string;
      /** The first lane's row is where the other one branches off. */
      readonly forks: boolean;
    })
  | (Rails & { readonly kind: 'end' });

export function walkRows(evaluation: Evaluation): readonly WalkRow[] {
  const path = requestPath(evaluation);
  const two = hasTwoLanes(evaluation);
  const rows: WalkRow[] = [];
  let number = 0;

  const steps = (lane: Step['lane'], start: PathKind, beside: PathKind | undefined): PathKind => {
    let at = start;
    for (const step of gateSteps(evaluation).filter((candidate) => candidate.lane === lane)) {
      const { before, after, gate } = path.steps.get(step.id)!;
      number += 1;
      rows.push({
        kind: 'step',
        step,
        number,
        side: lane === 'both' ? (two ? 'caller' : 'one') : lane,
        before,
        after,
        beside,
        gate,
        beyond: before === 'rest' && path.start !== 'rest',
      });
      at = after;
    }
    return at;
  };
  const lane = (side: 'caller' | 'resource', start: PathKind, beside: PathKind): PathKind => {
    const caller = side === 'caller';
    const account = caller ? evaluation.principal.account : evaluation.resourceAccount;
    rows.push({
      kind: 'lane',
      side,
      before: start,
      after: start,
      beside,
      forks: caller,
      title: caller ? 'Caller’s account' : 'Resource’s account',
      account: account ?? 'not known',
    });
    return steps(side, start, beside);
  };

  const fork = steps('both', path.start, undefined);
  if (!two)
    return [...rows, { kind: 'end', side: 'one', before: path.end, after: path.end, beside: undefined }];
  const caller = lane('caller', fork, fork);
  const resource = lane('resource', fork, caller);
  return [...rows, { kind: 'end', side: 'caller', before: caller, after: path.end, beside: resource }];
}
