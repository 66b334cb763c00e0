/** The nodes that are not gates: the request, the verdict, the lanes' names, where lanes part and meet, the dot. */
import type { StepId } from '../../../engine/evaluation';
import type { PathKind } from '../../../explain/path';
import { verdictWord } from '../../../explain/verdict';
import type { Measures } from './geometry';
import type { Sketch } from './sketch';
import type { DotNode, ForkNode, JoinNode, LaneNode, RequestNode, VerdictNode } from './types';

const DOT_RADIUS = 5.5;
/** As many letters of an action as fit under the request. */
const ACTION = 16;

/** A long action stands in two lines, parted behind its service. */
function actionLines(action: string): readonly string[] {
  const colon = action.indexOf(':') + 1;
  if (action === '') return [];
  return action.length > ACTION && colon > 0 ? [action.slice(0, colon), action.slice(colon)] : [action];
}

export function requestNode({ view, at, evaluation, path }: Sketch): RequestNode {
  const pill = at.start - 18;
  const worded = path.start !== 'rest' && !at.narrow;
  const caller = evaluation.principal.name;
  return {
    kind: 'request',
    id: 'request',
    x: 14 + pill / 2,
    y: at.middle,
    box: { x: 6, y: at.middle - 13, width: at.start - 2, height: 98 },
    pill,
    action: worded ? actionLines(view.action) : [],
    caller: worded && caller !== '' ? caller : undefined,
  };
}

export function verdictNode({ view, at, evaluation }: Sketch): VerdictNode {
  return {
    kind: 'verdict',
    id: 'verdict',
    x: at.verdict,
    y: at.middle,
    box: { x: at.end, y: at.middle - 20, width: view.width - at.end - 8, height: 78 },
    ...verdictWord(evaluation),
  };
}

export function laneNode(lane: 'caller' | 'resource', x: number, { at, evaluation }: Sketch): LaneNode {
  const y = at[lane];
  const caller = lane === 'caller';
  const account = caller ? evaluation.principal.account : evaluation.resourceAccount;
  return {
    kind: 'lane',
    id: `lane/${lane}`,
    x,
    y,
    box: { x: x + 10, y: y - 28, width: 120, height: 58 },
    title: caller ? 'Caller’s account' : 'Resource’s account',
    account: account ?? 'not known',
  };
}

export function forkNode(x: number, { middle: y }: Measures): ForkNode {
  return { kind: 'fork', id: 'fork', x, y, box: { x: x - 1, y: y - 1, width: 2, height: 2 } };
}

/** A pill that lies over the point where the lanes meet, a little behind it. */
export function joinNode(meet: number, { middle: y }: Measures, path: PathKind): JoinNode {
  const x = meet + 7;
  return { kind: 'join', id: 'join', x, y, box: { x: x - 17, y: y - 10, width: 34, height: 20 }, path };
}

export function dotNode(before: StepId | 'end', x: number, y: number): DotNode {
  const side = 2 * DOT_RADIUS;
  const box = { x: x - DOT_RADIUS, y: y - DOT_RADIUS, width: side, height: side };
  return { kind: 'dot', id: `dot/${before}`, x, y, box, before };
}
