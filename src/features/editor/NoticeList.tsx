import type { ReactElement } from 'react';
import { fixTitle } from '../../checks/finding';
import type { Severity } from '../../checks/finding';
import type { PolicyAddress } from '../../case/scenario';
import { listProblems } from '../../store/findings';
import { applyFix } from '../../store/fixCommands';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { Icon } from '../../ui/Icon';
import { PopButton } from '../../ui/pop/PopButton';
import { RichText } from '../../ui/RichText';
import { countNotices, type Notice } from './notices';

interface NoticeListProps {
  readonly address: PolicyAddress;
  /** The text that the notices speak of. */
  readonly text: string;
  readonly notices: readonly Notice[];
}

/** How many problems the text has; opens their list. */
export function NoticeList(props: NoticeListProps): ReactElement {
  const { notices } = props;
  if (notices.length === 0) return <span>No problems</span>;
  return (
    <PopButton
      className={`notices-button ${toneOf(notices)}`}
      label="Problems"
      placement="top start"
      popClass="notices"
      content={(close) => (
        <>
          <ul>
            {notices.map((notice, index) => (
              <NoticeRow key={index} {...props} notice={notice} close={close} />
            ))}
          </ul>
          <button
            className="btn sm line notices-all"
            onClick={() => {
              close();
              listProblems(true);
            }}
          >
            Problems of all policies
          </button>
        </>
      )}
    >
      <Icon name="warning" size={11} />
      {countWords(notices)}
    </PopButton>
  );
}

function toneOf(notices: readonly Notice[]): string {
  const { errors, warnings } = countNotices(notices.map(({ severity }) => severity));
  if (errors > 0) return 'badge err';
  return warnings > 0 ? 'badge warn' : '';
}

/** `1 error, 2 warnings`; suggestions are counted where there is nothing worse. */
function countWords(notices: readonly Notice[]): string {
  const { errors, warnings } = countNotices(notices.map(({ severity }) => severity));
  const several = (count: number, word: string): string[] =>
    count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`];
  const grave = [...several(errors, 'error'), ...several(warnings, 'warning')];
  return (grave.length > 0 ? grave : several(notices.length, 'suggestion')).join(', ');
}

const WORDS: Record<Severity, { readonly word: string; readonly tone: string }> = {
  error: { word: 'Error', tone: 'badge err' },
  security: { word: 'Security', tone: 'badge warn' },
  warning: { word: 'Warning', tone: 'badge warn' },
  suggestion: { word: 'Suggestion', tone: 'badge hint' },
};

interface NoticeRowProps extends NoticeListProps {
  readonly notice: Notice;
  readonly close: () => void;
}

function NoticeRow({ address, text, notice, close }: NoticeRowProps): ReactElement {
  const open = useVerdict((state) => state.open);
  const { severity, message, path, range, whole, fixes } = notice;
  const { word, tone } = WORDS[severity];
  return (
    <li className="notice">
      <div className="notice-head">
        <span className={tone}>{word}</span>
        {!whole && (
          <button
            className="link"
            onClick={() => {
              close();
              open(address, { path, focus: true });
            }}
          >
            Line {range.startLine}
          </button>
        )}
      </div>
      <p>
        <RichText text={backticks(message)} />
      </p>
      {fixes.length > 0 && (
        <div className="notice-fixes">
          {fixes.map((fix) => (
            <button key={fix.title} className="btn line sm" onClick={() => applyFix(address, text, fix)}>
              <RichText text={backticks(fixTitle(fix))} />
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
