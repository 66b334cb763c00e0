import { useCallback, type ReactElement } from 'react';
import { useCatalog } from '../../store/catalog';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { actionFact } from './actionFact';
import { AskField } from './AskField';
import { useStar } from './useStar';
import { useActionChoices } from './useActionChoices';

interface ActionFieldProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The action: any text, with AWS's actions to choose from, and the access level of a known one. */
export function ActionField({ value, problem, onChange }: ActionFieldProps): ReactElement {
  const { level = '', hint } = actionFact(useCatalog(), value);
  const starFor = useStar();
  const choose = useCallback(
    (next: string) => {
      starFor(next);
      onChange(next);
    },
    [starFor, onChange],
  );
  const choices = useActionChoices(value, choose);
  return (
    <AskField
      field="action"
      label="Action"
      value={value}
      placeholder="s3:GetObject"
      understood={level}
      problem={problem}
      onChange={onChange}
      inputProps={choices.inputProps}
      list={choices.list}
      hint={
        hint && (
          <>
            <RichText text={backticks(hint.text)} />
            {hint.use !== undefined && (
              <>
                {' Did you mean '}
                <button className="link" onClick={() => onChange(hint.use!)}>
                  <code>{hint.use}</code>
                </button>
                ?
              </>
            )}
          </>
        )
      }
    />
  );
}
