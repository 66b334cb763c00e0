import { describe, expect, it } from 'vitest';
import { begin, record, redo, settle, undo } from '../../src/store/history';

describe('history', () => {
  it('goes back and forth through every change', () => {
    const third = record(record(begin('a'), 'b'), 'c');
    expect(undo(third).present).toBe('b');
    expect(undo(undo(third)).present).toBe('a');
    expect(redo(undo(undo(third))).present).toBe('b');
    expect(redo(redo(undo(undo(third)))).present).toBe('c');
  });

  it('stays where it is at either end', () => {
    expect(undo(begin('a')).present).toBe('a');
    expect(redo(begin('a')).present).toBe('a');
  });

  it('forgets the future when something new is done', () => {
    const changed = record(undo(record(begin('a'), 'b')), 'c');
    expect(changed.future).toEqual([]);
    expect(redo(changed).present).toBe('c');
  });

  it('makes one step of a run of like-labelled edits', () => {
    const typed = ['h', 'he', 'hey'].reduce((history, text) => record(history, text, 'title'), begin(''));
    expect(typed.present).toBe('hey');
    expect(undo(typed).present).toBe('');
  });

  it('begins a new step after the run was settled', () => {
    const first = settle(record(begin(''), 'one', 'title'));
    const second = record(first, 'two', 'title');
    expect(undo(second).present).toBe('one');
  });

  it('keeps runs with different labels apart', () => {
    const second = record(record(begin(''), 'one', 'title'), 'two', 'notes');
    expect(undo(second).present).toBe('one');
  });

  it('does not record a change that changes nothing', () => {
    const state = { any: 1 };
    expect(record(begin(state), state).past).toEqual([]);
  });

  it('keeps a bounded number of steps', () => {
    let history = begin(0);
    for (let step = 1; step <= 1000; step += 1) history = record(history, step);
    expect(history.past.length).toBeLessThanOrEqual(200);
    expect(undo(history).present).toBe(999);
  });
});
