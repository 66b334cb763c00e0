import { afterEach, describe, expect, it } from 'vitest';
// Fetched before the first question, so that the fetching lends the names no time to come.
import '../../../src/checks/assist/suggest';
import { policyAssist } from '../../../src/features/editor/intelligence/policyAssist';
import { useReference } from '../../../src/store/catalog';
import { loadCatalog } from '../../support/catalog';

const OPEN =
  '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*", "Action": "sqs:"}]}';
const CARET = OPEN.indexOf('sqs:') + 'sqs:'.length;

/** So many turns of the event loop, in which whatever is ready comes. */
async function turns(count: number): Promise<string> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return 'not yet';
}

afterEach(() => useReference.setState({ catalog: undefined, failed: false }));

describe('suggestions asked for before the names of actions have come', () => {
  it('come with them, since the editor asks once for a word', async () => {
    const catalog = await loadCatalog();
    const answer = policyAssist('identity').suggest(OPEN, CARET);
    const first = await Promise.race([answer, turns(50)]);
    expect(first).toBe('not yet');
    useReference.setState({ catalog });
    expect((await answer).items.map(({ label }) => label)).toContain('sqs:SendMessage');
  });

  it('come without them where they cannot be fetched', async () => {
    const answer = policyAssist('identity').suggest(OPEN.replace('sqs:', ''), OPEN.indexOf('"Effect"') + 1);
    useReference.setState({ failed: true });
    expect((await answer).items.map(({ label }) => label)).toContain('Condition');
  });
});
