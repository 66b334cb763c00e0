import type { ReactElement } from 'react';
import { policyText, type Policy, type PolicyAddress } from '../../engine/scenario';
import { useEvaluation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { KIND_TITLES, outsideRows, type OutsideKind, type OutsideRow } from './outsideRows';

interface OutsideListProps {
  readonly address: PolicyAddress;
  readonly policy: Policy;
  readonly onClose: () => void;
}

/** Who outside the resource's account gets in by its policy; each row leads to its statement. */
export default function OutsideList({ address, policy, onClose }: OutsideListProps): ReactElement {
  const { organization } = useScenario();
  const { resourceAccount } = useEvaluation();
  const open = useVerdict((state) => state.open);
  const rows = outsideRows(policyText(policy), {
    ...(resourceAccount !== undefined && { ownerAccount: resourceAccount }),
    ...(organization?.id !== undefined && { organizationId: organization.id }),
  });
  if (rows === undefined)
    return <p>{policy.name} is not readable as JSON, so nothing can be said of who gets in.</p>;
  const kinds = (Object.keys(KIND_TITLES) as OutsideKind[]).filter((kind) =>
    rows.some((row) => row.kind === kind),
  );
  const go = (row: OutsideRow): void => {
    onClose();
    open(address, { path: row.path, focus: true });
  };
  return (
    <>
      <p className="dim">
        By the text of {policy.name} alone, seen from {zoneWords(resourceAccount, organization?.id)}. What the
        policies of the others allow them is not looked at.
      </p>
      {policy.off === true && <p>The policy is switched off: this is what it would do.</p>}
      {rows.length === 0 && <p>Nobody outside gets in by this policy.</p>}
      {kinds.map((kind) => (
        <section key={kind} aria-label={KIND_TITLES[kind]}>
          <h3>{KIND_TITLES[kind]}</h3>
          <ul className="outside">
            {rows
              .filter((row) => row.kind === kind)
              .map((row, index) => (
                <li key={index}>
                  <button className="outside-row" onClick={() => go(row)}>
                    <b>{row.who}</b>
                    <code>{row.actions.join(', ')}</code>
                    <Conditions row={row} />
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function zoneWords(account: string | undefined, organization: string | undefined): string {
  if (account === undefined) return 'no particular account: every account counts as outside';
  return organization === undefined
    ? `account ${account}`
    : `organization ${organization} and account ${account}`;
}

function Conditions({ row }: { readonly row: OutsideRow }): ReactElement {
  return (
    <>
      {row.narrowedBy.map((text) => (
        <span key={text}>
          only if <code>{text}</code>
        </span>
      ))}
      {row.others.map((text) => (
        <span key={text} className="dim">
          <code>{text}</code> keeps nobody out for certain
        </span>
      ))}
      {row.narrowedBy.length + row.others.length === 0 && <span className="dim">no condition</span>}
    </>
  );
}
