import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { PolicyAddress } from '../../case/scenario';
import { statementSpans } from '../../language/spans';
import type { Caret } from '../../ui/editor/props';
import { editorKeys } from '../../ui/editor/keys';
import type { Notice } from './notices';
import { NoticeList } from './NoticeList';
import { quotaOf, quotaWords } from './quota';

const KEYS = editorKeys(navigator.userAgent);

interface EditorFootProps {
  readonly address: PolicyAddress;
  readonly action: string;
  readonly text: string;
  readonly notices: readonly Notice[];
  /** The text that the notices speak of: of a moment ago, while typing. */
  readonly checked: string;
  readonly readable: boolean;
  readonly caret: Caret | undefined;
  /** What is said of the policy beside its size. */
  readonly beside?: ReactNode;
}

export function EditorFoot(props: EditorFootProps): ReactElement {
  const { address, action, text, notices, checked, readable, caret, beside } = props;
  const { layer } = address;
  const quota = useMemo(() => quotaOf(layer, action, text), [layer, action, text]);
  const over = quota.limit !== undefined && quota.used > quota.limit;
  return (
    <div className="foot">
      <NoticeList address={address} text={checked} notices={notices} />
      <span className="cut">
        {readable ? statementWords(statementSpans(text).length) : 'Not readable'} ·{' '}
        <span className={over ? 'over' : undefined}>{quotaWords(quota)}</span>
      </span>
      {beside}
      <span className="grow" />
      <span className="leave">
        <span className="wide">
          {KEYS.fix} fixes · {KEYS.explain} explains · {KEYS.leave}, Tab leaves
        </span>
        <span className="tight">{KEYS.leave}, Tab leaves</span>
      </span>
      {caret && (
        <span className="caret">
          Ln {caret.line}, Col {caret.column}
        </span>
      )}
    </div>
  );
}

function statementWords(count: number): string {
  return count === 1 ? '1 statement' : `${count} statements`;
}
