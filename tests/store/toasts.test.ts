import { beforeEach, expect, it } from 'vitest';
import { useVerdict } from '../../src/store/store';

const texts = () => useVerdict.getState().toasts.map(({ text }) => text);

beforeEach(() => useVerdict.setState({ toasts: [] }));

it('offers Undo for the newest change alone', () => {
  const { say } = useVerdict.getState();
  say('Removed one', { undo: true });
  say('Copied');
  say('Removed another', { undo: true });
  expect(texts()).toEqual(['Copied', 'Removed another']);
});

it('keeps other messages, at most three', () => {
  const { say } = useVerdict.getState();
  for (const text of ['one', 'two', 'three', 'four']) say(text);
  expect(texts()).toEqual(['two', 'three', 'four']);
});
