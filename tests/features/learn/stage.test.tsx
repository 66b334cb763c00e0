import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/engine/evaluate';
import { drawFlow } from '../../../src/explain/drawing/flow';
import { flowSpec } from '../../../src/explain/drawing/flow-spec';
import { ghostPath } from '../../../src/features/learn/stage/ghostPath';
import { WalkList } from '../../../src/features/learn/stage/WalkList';
import { policy, scenario } from '../../explain/support';

/** A Deny of the caller's own policies: a line leads from its gate to the first one. */
const DENIED = scenario(
  {},
  {
    identity: [
      {
        name: 'Mine',
        document: policy(
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Effect: 'Deny', Action: 's3:*', Resource: '*' },
        ),
      },
    ],
  },
);

describe('the steps of a lesson', () => {
  it.each([true, false])(
    'have the numbers that they have in the picture and in Case, hidden: %s',
    (hidden) => {
      const html = renderToStaticMarkup(
        <WalkList view={DENIED} hidden={hidden} open={undefined} onOpen={() => undefined} />,
      );
      const rows = [...html.matchAll(/class="learn-n">(\d*)<\/span>.*?<b>(.*?)<\/b>/g)].map(
        ([, number, name]) => [name, number],
      );
      expect(rows.slice(0, 8)).toEqual([
        ['Explicit deny', '1'],
        ['SCPs', '2'],
        ['RCPs', ''],
        ['Endpoint policy', ''],
        ['Bucket policy', '3'],
        ['Permissions boundary', '4'],
        ['Session policy', '5'],
        ['Identity-based', '6'],
      ]);
    },
  );
});

describe('the words of an answer', () => {
  const drawing = drawFlow(flowSpec(DENIED, evaluate(DENIED)), { width: 1090, low: false });
  const gate = (step: string) => drawing.gates.find(({ spec }) => spec.step === step)!;

  it('stand beside the line that leads a Deny to the first gate', () => {
    const through = ghostPath(drawing, { stop: undefined, by: 'identity', end: 'allowed', words: '' })!.label;
    expect(through).toMatchObject({ anchor: 'end' });
    expect(through.x).toBeLessThan(gate('identity').bars[0]! - 5);
    const stopped = ghostPath(drawing, {
      stop: 'explicitDeny',
      by: undefined,
      end: 'denied',
      words: '',
    })!.label;
    expect(stopped).toMatchObject({ anchor: 'start' });
    expect(stopped.x).toBeGreaterThan(gate('explicitDeny').bars[0]! + 5);
  });
});
