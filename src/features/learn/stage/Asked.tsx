import type { ReactElement } from 'react';
import type { Scenario } from '../../../case/scenario';
import { describePrincipal } from '../../../explain/principal';
import { serviceOf } from '../../../case/layers';
import { evaluationOf } from '../../../store/derive';

/** The request, to read. In a lesson it stays as it is. */
export function Asked({ view }: { readonly view: Scenario }): ReactElement {
  const { principal, crossAccount, resourceAccount } = evaluationOf(view);
  const { request } = view;
  return (
    <section className="learn-ask" aria-label="Request">
      <Box name="Principal" note={describePrincipal(principal)} value={request.principal} />
      <Box name="Action" note={serviceOf(request.action)} value={request.action} />
      <Box name="Resource" note="" value={request.resource} />
      <Box
        name="Account"
        note={crossAccount ? 'another' : 'same'}
        value={request.resourceAccount ?? resourceAccount ?? '–'}
      />
    </section>
  );
}

/** What stands before the account is the same in most ARNs, and shown paler. */
function Box({
  name,
  note,
  value,
}: {
  readonly name: string;
  readonly note: string;
  readonly value: string;
}): ReactElement {
  const pale = /^arn:[^:]*:[^:]*:[^:]*::?/.exec(value)?.[0] ?? '';
  return (
    <div className="learn-box">
      <span className="learn-name">
        {name} {note !== '' && <span>{note}</span>}
      </span>
      <div
        className="learn-value cut-start"
        title={value}
        tabIndex={0}
        role="textbox"
        aria-readonly="true"
        aria-label={name}
      >
        <bdi dir="ltr">
          <em>{pale}</em>
          {value.slice(pale.length)}
        </bdi>
      </div>
    </div>
  );
}
