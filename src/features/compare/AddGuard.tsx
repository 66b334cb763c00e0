import { useId, useState, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import { readGuard } from './guardWords';
import { addGuards, choicesFor } from './ownGuards';

const FORM = 'never ACTION on RESOURCE by PRINCIPAL except by PRINCIPAL unless KEY is VALUE';

/** A guard out of the list, or as a sentence. */
export function AddGuard(): ReactElement {
  const present = useVerdict(({ history }) => history.present);
  const choices = choicesFor(present);
  const [fault, setFault] = useState('');
  const [list, faultId] = [useId(), useId()];
  const add = (text: string): boolean => {
    const guard = readGuard(text);
    const chosen = choices.find(({ name }) => name === text)?.guards ?? (guard && [guard]);
    setFault(chosen ? '' : `Write an action, as s3:DeleteBucket: ${FORM}. Or choose one.`);
    if (chosen) addGuards(chosen);
    return chosen !== undefined;
  };
  return (
    <>
      <form
        className="cmp-add"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const text = new FormData(form).get('guard');
          if (typeof text === 'string' && text.trim() !== '' && add(text.trim())) form.reset();
        }}
      >
        <input
          name="guard"
          className="input"
          list={list}
          aria-label={`A guard from the list, or a sentence: ${FORM}`}
          aria-invalid={fault !== ''}
          aria-describedby={faultId}
          placeholder="Never s3:DeleteBucket …"
          autoComplete="off"
        />
        <datalist id={list}>
          {choices.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <button className="btn sm line">Add</button>
        <ActionMenu
          label="Guards to choose from"
          className="btn sm line icon"
          placement="bottom end"
          actions={choices.map(({ name, guards }) => ({
            id: name,
            label: guards.length > 1 ? `${name} (${guards.length} guards)` : name,
            run: () => addGuards(guards),
          }))}
        >
          <Icon name="down" size={12} />
        </ActionMenu>
      </form>
      <p id={faultId} className="field-error cmp-fault" role="alert">
        {fault}
      </p>
    </>
  );
}
