import { useState, type ReactElement } from 'react';
import type { ScenarioTest } from '../../case/scenario';
import type { TestResult } from '../../explain/run-tests';
import {
  duplicateTest,
  expectOfTest,
  lookAtTest,
  moveTest,
  renameTest,
  takeRequest,
} from '../../store/testEdits';
import { useVerdict } from '../../store/store';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import type { MenuAction } from '../../ui/pop/types';
import { Icon } from '../../ui/Icon';
import { InlineEdit } from '../../ui/InlineEdit';
import { RichText } from '../../ui/RichText';
import { BecauseField } from './BecauseField';
import { Differing } from './Differing';
import { OwnPoliciesField } from './OwnPoliciesField';
import { OUTCOMES } from './outcomes';
import { WORDS } from './words';

interface TestRowProps {
  readonly test: ScenarioTest;
  readonly result: TestResult | undefined;
  readonly index: number;
  readonly count: number;
  readonly renaming: boolean;
  readonly onRename: (on: boolean) => void;
  readonly onDelete: () => void;
}

export function TestRow(props: TestRowProps): ReactElement {
  const { test, result, index, renaming, onRename } = props;
  const { edit, say } = useVerdict.getState();
  const [renamed, setRenamed] = useState(false);
  const [opened, setOpened] = useState(false);
  const own = opened || test.policies !== undefined;
  const onPage = Object.keys(test.request).length === 0;
  const look = (): void => {
    edit((scenario) => lookAtTest(scenario, index));
    say(`The page asks “${test.name}” now`, { undo: true });
  };
  return (
    <li className="tests-row" aria-label={test.name}>
      <Outcome result={result} />
      <div className="tests-body">
        {renaming ? (
          <InlineEdit
            label="Name of the test"
            value={test.name}
            onCommit={(name) => edit((scenario) => renameTest(scenario, index, name))}
            onDone={() => {
              setRenamed(true);
              onRename(false);
            }}
          />
        ) : (
          <button className="tests-name" title="Rename" autoFocus={renamed} onClick={() => onRename(true)}>
            {test.name}
          </button>
        )}
        <Differing request={test.request} />
        {result !== undefined && result.kind !== 'passes' && <Why result={result} />}
        {own && <OwnPoliciesField test={test} index={index} />}
      </div>
      <div className="tests-expect">
        <span className="dim">{WORDS.expect}</span>
        <select
          className="input"
          aria-label={`Expect of ${test.name}`}
          value={test.expect}
          onChange={({ target }) =>
            edit((scenario) => expectOfTest(scenario, index, target.value as ScenarioTest['expect']))
          }
        >
          <option>Allowed</option>
          <option>Denied</option>
        </select>
        <BecauseField test={test} index={index} />
      </div>
      <div className="tests-do">
        <button className="btn sm line" disabled={onPage} onClick={look} aria-label={`Look at ${test.name}`}>
          Look at it
        </button>
        <RowMenu {...props} onPage={onPage} onOwn={() => setOpened(true)} />
      </div>
    </li>
  );
}

function Outcome({ result }: Pick<TestRowProps, 'result'>): ReactElement {
  if (result === undefined) return <span className="tests-outcome dim">Running…</span>;
  const { word, icon } = OUTCOMES[result.kind];
  return (
    <span className={`tests-outcome ${result.kind}`}>
      <Icon name={icon} size={13} /> {word}
    </span>
  );
}

function Why({ result }: { readonly result: Exclude<TestResult, { kind: 'passes' }> }): ReactElement {
  return (
    <p className="tests-why">
      {result.kind === 'fails' && <b>{result.lead} </b>}
      <RichText text={result.why} />
    </p>
  );
}

function RowMenu({
  test,
  index,
  count,
  onPage,
  onRename,
  onDelete,
  onOwn,
}: TestRowProps & { readonly onPage: boolean; readonly onOwn: () => void }): ReactElement {
  const { edit } = useVerdict.getState();
  const actions: readonly MenuAction[] = [
    { id: 'rename', label: 'Rename', run: () => onRename(true) },
    {
      id: 'take',
      label: 'Ask the request on the page instead',
      run: () => edit((scenario) => takeRequest(scenario, index)),
      disabled: onPage,
    },
    { id: 'own', label: WORDS.own, run: onOwn },
    { id: 'duplicate', label: 'Duplicate', run: () => edit((scenario) => duplicateTest(scenario, index)) },
    {
      id: 'up',
      label: 'Move up',
      run: () => edit((scenario) => moveTest(scenario, index, -1)),
      disabled: index === 0,
      apart: true,
    },
    {
      id: 'down',
      label: 'Move down',
      run: () => edit((scenario) => moveTest(scenario, index, 1)),
      disabled: index === count - 1,
    },
    { id: 'delete', label: 'Delete', run: onDelete, danger: true, apart: true },
  ];
  return (
    <ActionMenu label={`Actions for ${test.name}`} className="btn sm icon" actions={actions}>
      <Icon name="kebab" />
    </ActionMenu>
  );
}
