import type { ReactElement } from 'react';
import type { Judged } from '../../../lessons/judge';
import type { TestOutcome } from '../../../lessons/run';
import type { Repair } from '../../../lessons/types';
import { Icon } from '../../../ui/Icon';
import { Prose } from '../Prose';
import { count } from '../words';

interface TestRowsProps {
  readonly repair: Repair;
  readonly judged: Judged;
  readonly hiddenSeen: boolean;
}

/** A row a test. The first that fails says why; hidden ones are rows once they have run. */
export function TestRows({ repair, judged, hiddenSeen }: TestRowsProps): ReactElement {
  const { visible, hidden, unreadable } = judged;
  const rows = [...visible, ...(hidden ?? [])];
  const first = unreadable === undefined ? rows.find(({ passes }) => !passes) : undefined;
  return (
    <ul className="learn-tests" aria-label="Tests">
      {rows.map((outcome) => (
        <Row
          key={outcome.test.name}
          outcome={outcome}
          says={outcome === first}
          unread={unreadable !== undefined}
        />
      ))}
      {hidden === undefined && (
        <li className="learn-later">
          <Icon name="eye" size={13} />
          <span>
            {hiddenSeen
              ? `${count(repair.hidden.length, 'more test')}, run when these pass`
              : `${repair.hidden.length} more, shown when these pass`}
          </span>
        </li>
      )}
    </ul>
  );
}

function Row({
  outcome: { test, passes, decision },
  says,
  unread,
}: {
  readonly outcome: TestOutcome;
  readonly says: boolean;
  readonly unread: boolean;
}): ReactElement {
  if (unread)
    return (
      <li className="learn-later">
        <Icon name="query" size={13} />
        <span>{test.name}</span>
        <span className="learn-expects">expects {test.expect}</span>
      </li>
    );
  return (
    <li data-passes={passes}>
      <Icon name={passes ? 'tick' : 'cross'} size={13} />
      <span>
        <Prose text={test.name} />
        <span className="hidden-text">{passes ? ', passes' : ', fails'}</span>
      </span>
      <span className="learn-expects">expects {test.expect}</span>
      {says && (
        <span className="learn-why">
          {decision === 'Undetermined' ? 'Here it can’t be said. ' : ''}
          <Prose text={test.say} />
        </span>
      )}
    </li>
  );
}
