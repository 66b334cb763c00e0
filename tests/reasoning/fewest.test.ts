import { describe, expect, it } from 'vitest';
import { fewest } from '../../src/reasoning/fewest';
import { deadStatementsOf } from '../../src/reasoning/questions/dead';
import { deadStatements } from '../../src/reasoning/questions/stack-dead';
import { catalogNow } from '../support/catalog';

const allow = (Action: readonly string[]) => ({ Effect: 'Allow', Action, Resource: '*' });
const deny = (Action: readonly string[]) => ({ Effect: 'Deny', Action, Resource: '*' });
const [READ, WRITE] = ['s3:GetObject', 's3:PutObject'];
const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });

describe('the smallest set', () => {
  const among =
    (...wanted: readonly (readonly number[])[]) =>
    (some: readonly number[]): boolean =>
      wanted.some((set) => set.every((one) => some.includes(one)));

  it.each([
    ['one alone before two together', [0, 1, 2], among([0], [1, 2]), [0]],
    ['two before three', [0, 1, 2, 3, 4], among([0, 1], [2, 3, 4]), [0, 1]],
    ['three where no fewer do', [0, 1, 2, 3], among([0, 1, 3]), [0, 1, 3]],
    ['none where nothing is needed', [0, 1], () => true, []],
  ])('%s', (_name, all, covers, found) => {
    expect(fewest(all, covers)).toEqual(found);
  });
});

describe('the reason why a statement is dead', () => {
  it('is one statement where one suffices, though two others do as well', () => {
    const policy = document(allow([READ, WRITE]), allow([READ]), allow([WRITE]), allow([READ, WRITE]));
    const { dead } = deadStatementsOf(policy, 'identity', { catalog: catalogNow() });
    expect(dead.find(({ statement }) => statement === 3)).toMatchObject({ why: 'alreadyAllowed', by: [0] });
    expect(dead.find(({ statement }) => statement === 0)).toMatchObject({ why: 'alreadyAllowed', by: [3] });
  });

  it('names a Deny and an Allow where each settles a part', () => {
    const policy = document(allow([READ, WRITE]), deny([WRITE]), allow([READ]));
    const found = deadStatements(
      {
        schema: 2,
        request: { principal: 'arn:aws:iam::111122223333:user/a', action: READ, resource: '*' },
        policies: { identity: [{ name: 'P', document: policy }] },
      },
      { catalog: catalogNow() },
    );
    const first = found.find(({ statement }) => statement.statement === 0);
    expect([first?.why, first?.by.map(({ statement }) => statement)]).toEqual(['alreadyAllowed', [1, 2]]);
  });
});
