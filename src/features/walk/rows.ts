/** The walk as rows: the steps in order with their rails, the lanes' names, the verdict. Pure. */
import type { Evaluation, Step } from '../../engine/evaluation';
import { stepNumber } from '../../explain/layers';
import { hasTwoLanes, requestPath, type GateState, type PathKind } from '../../explain/path';

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
      /** As the guide counts the rules. */
      readonly number: number | undefined;
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

  const push = (step: Step, beside: PathKind | undefined): void => {
    const { before, after, gate } = path.steps.get(step.id)!;
    rows.push({
      kind: 'step',
      step,
      number: stepNumber(step.id),
      side: step.lane === 'both' ? (two ? 'caller' : 'one') : step.lane,
      before,
      after,
      beside,
      gate,
      beyond: before === 'rest' && path.start !== 'rest',
    });
  };
  const steps = (lane: Step['lane'], start: PathKind, beside: PathKind | undefined): PathKind => {
    const along = evaluation.steps.filter((step) => step.lane === lane && step.id !== 'defaultDeny');
    for (const step of along) push(step, beside);
    const last = along.at(-1);
    return last ? path.steps.get(last.id)!.after : start;
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

  // The lanes meet before the default deny.
  const end = (resource: PathKind | undefined): readonly WalkRow[] => {
    for (const step of evaluation.steps) if (step.id === 'defaultDeny') push(step, resource);
    const side = two ? 'caller' : 'one';
    return [...rows, { kind: 'end', side, before: path.end, after: path.end, beside: undefined }];
  };

  const fork = steps('both', path.start, undefined);
  if (!two) return end(undefined);
  return end(lane('resource', fork, lane('caller', fork, fork)));
}
