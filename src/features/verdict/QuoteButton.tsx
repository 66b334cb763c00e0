import type { ReactElement } from 'react';
import type { Quote } from '../../explain/types';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { JsonLine } from '../../ui/JsonLine';

/** A line of a policy; opens the editor at it. */
export function QuoteButton({
  quote,
  onOpened,
}: {
  readonly quote: Quote;
  readonly onOpened?: () => void;
}): ReactElement {
  const open = useVerdict((state) => state.open);
  const { lead, code, address, policy, statement, path, line, problem } = quote;
  return (
    <button
      className="quote"
      title={code}
      onClick={() => {
        onOpened?.();
        open(address, { statement, path, focus: true });
      }}
    >
      {problem !== undefined && (
        <span className="warn">
          <Icon name="warning" size={13} />
        </span>
      )}
      {lead !== '' && <span className="lead">{lead}</span>}
      <span className="cut">
        <JsonLine text={code} />
      </span>
      {problem !== undefined && <span className="lead cut">{problem}</span>}
      <span className="at">
        {policy}, line {line}
      </span>
    </button>
  );
}
