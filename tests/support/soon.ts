/**
 * Bounds on work, for hostile input. What grows too fast takes minutes, so the limits are wide; they count computing, not the
 * clock, in multiples of a loop measured beside them, so that a slow or busy machine does not fail them.
 */
import { expect } from 'vitest';

function computing(from?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** Some 50 ms of work like the product's own, on the machine that the limits were chosen on. */
function loop(): void {
  const entries = Array.from({ length: 3000 }, (_, at) => `arn:aws:s3:::bucket-${at}/*`);
  for (let round = 0; round < 160; round++) {
    const text = JSON.stringify(entries);
    const read = JSON.parse(text) as string[];
    for (const entry of read)
      if (/^arn:aws:sqs:(.*)-(\d+)$/.test(entry)) throw new Error('no queue is there');
  }
}

let unit: number | undefined;

function calibrated(): number {
  if (unit !== undefined) return unit;
  loop();
  const start = process.cpuUsage();
  loop();
  unit = Math.max(computing(start), 1);
  return unit;
}

/** Runs within so many calibration loops, and hands on the result. */
export async function within<T>(loops: number, run: () => T | Promise<T>): Promise<T> {
  const limit = loops * calibrated();
  const start = process.cpuUsage();
  const result = await run();
  expect(computing(start), `computing in ms, of ${loops} loops`).toBeLessThan(limit);
  return result;
}
