import type { ReactElement } from 'react';
import type { Remark } from '../../explain/types';
import { useVerdict } from '../../store/store';
import { RichText } from '../../ui/RichText';

interface RemarksProps {
  readonly remarks: readonly Remark[];
  /** Before the page of rules opens. */
  readonly onLeave?: () => void;
}

/** What is worth knowing beside the verdict; a rule leads to the page of rules. */
export function Remarks({ remarks, onLeave }: RemarksProps): ReactElement {
  const showRule = useVerdict((state) => state.showRule);
  return (
    <ul className="remarks">
      {remarks.map(({ text, rule }, index) => (
        <li key={index}>
          <RichText text={text} />
          {rule !== undefined && (
            <>
              {' '}
              <button
                className="link"
                onClick={() => {
                  onLeave?.();
                  showRule(rule);
                }}
              >
                Read the rule
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
