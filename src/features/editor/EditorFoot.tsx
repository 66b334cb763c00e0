import type { ReactElement } from 'react';
import type { Layer } from '../../engine/scenario';
import { statementSpans } from '../../language/spans';
import type { Caret } from '../../ui/editor/CodeEditor';
import { Icon } from '../../ui/Icon';
import { quotaOf, quotaWords } from './quota';

interface EditorFootProps {
  readonly layer: Layer;
  readonly action: string;
  readonly text: string;
  readonly errors: number;
  readonly caret: Caret | undefined;
}

export function EditorFoot({ layer, action, text, errors, caret }: EditorFootProps): ReactElement {
  const quota = quotaOf(layer, action, text);
  const over = quota.limit !== undefined && quota.used > quota.limit;
  return (
    <div className="foot">
      {errors > 0 ? (
        <span className="badge err">
          <Icon name="warning" size={11} />
          {errors === 1 ? '1 error' : `${errors} errors`}
        </span>
      ) : (
        <span>No problems</span>
      )}
      <span className="cut">
        {errors > 0 ? 'Not readable' : statementWords(statementSpans(text).length)} ·{' '}
        <span className={over ? 'over' : undefined}>{quotaWords(quota)}</span>
      </span>
      <span className="grow" />
      <span className="leave cut">
        <span className="wide">Ctrl+M, then Tab, leaves the editor</span>
        <span className="tight">Ctrl+M, Tab leaves</span>
      </span>
      {caret && (
        <span>
          Ln {caret.line}, Col {caret.column}
        </span>
      )}
    </div>
  );
}

function statementWords(count: number): string {
  return count === 1 ? '1 statement' : `${count} statements`;
}
