/**
 * A test that makes the console complain fails: React says there what a person would only see later, such as two children
 * of one key or an update outside of `act`. A test that means the complaint
 * takes it away.
 */
import { afterEach, beforeEach, expect, vi } from 'vitest';

const said: string[] = [];

// A part that is loaded on demand may take its time on a busy machine.
if (typeof document !== 'undefined')
  (await import('@testing-library/dom')).configure({ asyncUtilTimeout: 10_000 });

/** The first line tells what is wrong; a component stack behind it does not. */
function remember(...parts: readonly unknown[]): void {
  const [first, ...rest] = parts.map((part) => (part instanceof Error ? part.message : String(part)));
  // React passes its sentence with places to fill in.
  const whole = rest.reduce<string>((text, part) => text.replace(/%[sdo]/, part), first ?? '');
  said.push(whole.split('\n')[0]!);
}

/** What the console was told since the last question; a test that means a complaint takes it away with this. */
export function takeComplaints(): readonly string[] {
  return said.splice(0);
}

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, 'error').mockImplementation(remember);
  vi.spyOn(console, 'warn').mockImplementation(remember);
});

afterEach(() => {
  expect(takeComplaints(), 'the console complained').toEqual([]);
});
