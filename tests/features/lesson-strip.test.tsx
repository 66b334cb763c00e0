// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { setContext } from '../../src/case/edits';
import { LessonStrip } from '../../src/features/examples/LessonStrip';
import { openExample } from '../../src/store/openExample';
import { useVerdict } from '../../src/store/store';

afterEach(cleanup);

const about = (): string => screen.getByRole('complementary', { name: 'About this example' }).textContent;

it('an example’s words are those of the example, and say so once the case is another', async () => {
  await openExample('nightly-report');
  render(<LessonStrip />);
  const asGiven = about();
  expect(asGiven).not.toContain('Before your changes');
  const { edit, undo } = useVerdict.getState();
  act(() => edit((scenario) => ({ ...scenario, title: 'Mine' })));
  expect(about()).toBe(asGiven);
  act(() => edit((scenario) => setContext(scenario, 'aws:username', 'alice')));
  expect(about()).toBe(`Before your changes: ${asGiven}`);
  act(undo);
  expect(about()).toBe(asGiven);
});
