import { evaluationOf } from './derive';
import { addTest } from './testEdits';
import { useVerdict } from './store';

/** The request of the case as a test, expecting the verdict that it has now; an open one expects Denied. */
export function keepRequestAsTest(): void {
  const { history, lookAt, edit, say } = useVerdict.getState();
  const { decision, problems } = evaluationOf(history.present);
  if (problems.some(({ kind }) => kind === 'missing')) {
    say('Fill in principal, action and resource first: a test asks a whole request.', { tone: 'error' });
    return;
  }
  const expect = decision === 'Allowed' ? 'Allowed' : 'Denied';
  lookAt(0);
  edit((scenario) => addTest(scenario, expect));
  say(`Kept as a test that expects ${expect}.`, { undo: true });
}
