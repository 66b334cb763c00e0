import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../src/engine/evaluation';
import { walkRows, type WalkRow } from '../../../src/features/walk/rows';
import { evaluationWith, SITUATIONS } from '../evaluations';

function named(row: WalkRow): string {
  return row.kind === 'step'
    ? `${row.number ?? '-'} ${row.step.id}`
    : row.kind === 'lane'
      ? row.title
      : 'end';
}

function row(evaluation: Evaluation, name: string): WalkRow {
  return walkRows(evaluation).find((entry) => named(entry).endsWith(name))!;
}

describe('the rows of the walk', () => {
  it('number the rules as the guide does and end in the verdict', () => {
    expect(walkRows(SITUATIONS.denied).map(named)).toEqual([
      '1 explicitDeny',
      '2 scp',
      '- rcp',
      '- endpoint',
      '3 resource',
      '4 boundary',
      '5 session',
      '6 identity',
      '7 defaultDeny',
      'end',
    ]);
  });

  it('name the accounts of two lanes; a number says which rule, not which order', () => {
    expect(walkRows(SITUATIONS.cross).map(named)).toEqual([
      '1 explicitDeny',
      'Caller’s account',
      '2 scp',
      '- endpoint',
      '4 boundary',
      '5 session',
      '6 identity',
      'Resource’s account',
      '- rcp',
      '3 resource',
      '7 defaultDeny',
      'end',
    ]);
  });

  it('change the rail at the step that stops', () => {
    expect(row(SITUATIONS.denied, 'boundary')).toMatchObject({ before: 'went', after: 'rest', gate: 'shut' });
    expect(row(SITUATIONS.denied, 'identity')).toMatchObject({ before: 'rest', after: 'rest', beyond: true });
    expect(row(SITUATIONS.denied, 'end')).toMatchObject({ before: 'rest' });
  });

  it('dash the rail behind what is not known', () => {
    expect(row(SITUATIONS.unknown, 'explicitDeny')).toMatchObject({ before: 'went', after: 'maybe' });
    expect(row(SITUATIONS.unknown, 'end')).toMatchObject({ before: 'maybe' });
  });

  it('lead the other lane past the rows of one', () => {
    const evaluation = evaluationWith({
      decision: 'ImplicitlyDenied',
      cross: true,
      boundary: 'noAllow',
      resource: 'allows',
    });
    expect(row(evaluation, 'scp')).toMatchObject({ side: 'caller', beside: 'went' });
    expect(row(evaluation, 'rcp')).toMatchObject({ side: 'resource', before: 'went', beside: 'rest' });
    expect(row(evaluation, 'defaultDeny')).toMatchObject({ before: 'rest', beside: 'went' });
    expect(row(evaluation, 'end')).toMatchObject({ before: 'rest' });
  });

  it('walk nowhere before anything was asked', () => {
    const rows = walkRows(SITUATIONS.empty);
    expect(new Set(rows.flatMap((entry) => [entry.before, entry.after]))).toEqual(new Set(['rest']));
    expect(rows.some((entry) => entry.kind === 'step' && entry.beyond)).toBe(false);
  });
});
