import type { ReactElement } from 'react';
import { policyText, type Policy, type PolicyAddress, type S3Settings } from '../../case/scenario';
import { compilePolicy } from '../../engine/compile';
import { isPublicPolicy } from '../../engine/services/s3-public';
import { isTrust, serviceOf } from '../../case/layers';
import { useEvaluation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { OutsideProof } from './OutsideProof';
import { KIND_TITLES, outsideRows, type OutsideKind, type OutsideRow } from './outsideRows';

interface OutsideListProps {
  readonly address: PolicyAddress;
  readonly policy: Policy;
  readonly onClose: () => void;
}

/** Who outside the resource's account gets in by its policy; each row leads to its statement. */
export default function OutsideList({ address, policy, onClose }: OutsideListProps): ReactElement {
  const { organization, request, s3 } = useScenario();
  const { resourceAccount } = useEvaluation();
  const open = useVerdict((state) => state.open);
  const zone = {
    ...(resourceAccount !== undefined && { ownerAccount: resourceAccount }),
    ...(organization?.id !== undefined && { organizationId: organization.id }),
  };
  const outside = outsideRows(policyText(policy), zone, isTrust(request.action) ? 'trust' : 'resource');
  if (outside.kind === 'unreadable')
    return (
      <p>
        {policy.name} cannot be read as a policy, so nothing can be said of who gets in:{' '}
        <RichText text={backticks(outside.why)} />.
      </p>
    );
  const { rows } = outside;
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
      {serviceOf(request.action) === 's3' && <S3Words settings={s3} isPublic={isPublicBucket(policy)} />}
      <OutsideProof
        text={policyText(policy)}
        form={isTrust(request.action) ? 'trust' : 'resource'}
        zone={zone}
        onOpen={onClose}
      />
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
                    <b>
                      <RichText text={backticks(row.who)} />
                    </b>
                    <code>{row.actions.join(', ')}</code>
                    {row.notes.map((note) => (
                      <span key={note} className="dim">
                        <RichText text={backticks(note)} />
                      </span>
                    ))}
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

function isPublicBucket(policy: Policy): boolean {
  const compiled = compilePolicy(policy, 'resource');
  return compiled.kind === 'readable' && isPublicPolicy(compiled.statements);
}

interface S3WordsProps {
  readonly settings: S3Settings | undefined;
  readonly isPublic: boolean;
}

/** What else decides who gets at a bucket. S3 User Guide: "Blocking public access to your Amazon S3 storage". */
function S3Words({ settings, isPublic }: S3WordsProps): ReactElement {
  const restricted = settings?.blockPublicAccess?.restrictPublicBuckets === true;
  return (
    <p className="dim">
      {isPublic && restricted
        ? 'The policy is public, and Block Public Access restricts public buckets: of those below, only AWS services get in. '
        : isPublic
          ? 'Block Public Access, when it restricts public buckets, would leave only AWS services of those below. In this case it does not. '
          : ''}
      Access control lists are not looked at here.
    </p>
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
