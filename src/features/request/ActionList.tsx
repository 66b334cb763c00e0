import { memo, type ReactElement } from 'react';
import type { ActionChoice } from '../../catalog/action-search';
import './actionList.css';

interface ActionListProps {
  readonly id: string;
  readonly choices: readonly ActionChoice[];
  readonly active: number;
  readonly onChoose: (choice: ActionChoice) => void;
}

/** The actions that the typed text may mean, each with its access level. */
export const ActionList = memo(function ActionList(props: ActionListProps): ReactElement {
  const { id, choices, active, onChoose } = props;
  return (
    <ul id={`${id}-list`} role="listbox" aria-label="Actions to choose from" className="pop action-list">
      {choices.map((choice, index) => (
        <li
          key={choice.kind === 'action' ? choice.action : choice.prefix}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          // The focus stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
        >
          {choice.kind === 'action' ? (
            <>
              <code className="grow cut">{choice.action}</code>
              <span className="dim">{choice.accessLevels.join(', ')}</span>
            </>
          ) : (
            <>
              <code>{choice.prefix}:</code>
              <span className="dim grow cut">{choice.name}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
});
