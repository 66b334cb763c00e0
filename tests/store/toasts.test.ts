import { beforeEach, expect, it } from 'vitest';
import { useVerdict } from '../../src/store/store';

const texts = () => useVerdict.getState().toasts.map(({ text }) => text);

beforeEach(() => useVerdict.setState({ toasts: [] }));

it('shows the newest message alone, so that Undo is about the newest change and little is covered', () => {
  const { say } = useVerdict.getState();
  say('Removed one', { undo: true });
  say('Copied');
  say('Removed another', { undo: true });
  expect(texts()).toEqual(['Removed another']);
});

it('keeps the last error beside it until it is closed', () => {
  const { say, dismiss } = useVerdict.getState();
  say('one broke', { tone: 'error' });
  say('two broke', { tone: 'error' });
  say('Copied');
  say('Copied again');
  expect(texts()).toEqual(['two broke', 'Copied again']);
  dismiss(useVerdict.getState().toasts[0]!.id);
  expect(texts()).toEqual(['Copied again']);
});
