import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPause } from '../../src/store/pause';

describe('what waits for a pause', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('runs once, so long after the last time that it was asked for', () => {
    const run = vi.fn();
    const soon = afterPause(run, 150);
    soon();
    vi.advanceTimersByTime(100);
    soon();
    vi.advanceTimersByTime(149);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('runs again for what is asked for later', () => {
    const run = vi.fn();
    const soon = afterPause(run, 150);
    for (const times of [1, 2]) {
      soon();
      vi.advanceTimersByTime(150);
      expect(run).toHaveBeenCalledTimes(times);
    }
    vi.advanceTimersByTime(1000);
    expect(run).toHaveBeenCalledTimes(2);
  });
});
