import type { ReactElement } from 'react';
import { setS3 } from '../../../case/edits';
import type { ObjectOwnership, Scenario } from '../../../case/scenario';
import { isOpen } from '../../../lessons/place';
import type { EditPlace } from '../../../lessons/types';

const OWNERSHIP: readonly ObjectOwnership[] = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'];
const BLOCKS = {
  blockPublicAcls: 'BlockPublicAcls',
  ignorePublicAcls: 'IgnorePublicAcls',
  blockPublicPolicy: 'BlockPublicPolicy',
  restrictPublicBuckets: 'RestrictPublicBuckets',
} as const;

interface S3FormProps {
  readonly view: Scenario;
  readonly open: readonly EditPlace[];
  readonly onEdit: (change: (view: Scenario) => Scenario) => void;
}

/** What is set on the bucket: changed where the lesson lets one, else to read. */
export function S3Form({ view, open, onEdit }: S3FormProps): ReactElement {
  const s3 = view.s3 ?? {};
  const blocks = s3.blockPublicAccess ?? {};
  return (
    <div className="learn-s3">
      <label>
        <span>Object Ownership</span>
        <select
          className="input"
          value={s3.objectOwnership ?? ''}
          disabled={!isOpen('s3/objectOwnership', open)}
          onChange={({ target }) =>
            onEdit((now) => setS3(now, { objectOwnership: target.value as ObjectOwnership }))
          }
        >
          {s3.objectOwnership === undefined && <option value="">not told</option>}
          {OWNERSHIP.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <fieldset disabled={!isOpen('s3/blockPublicAccess', open)}>
        <legend>Block Public Access</legend>
        {(Object.keys(BLOCKS) as (keyof typeof BLOCKS)[]).map((name) => (
          <label key={name} className="learn-check">
            <input
              type="checkbox"
              checked={blocks[name] === true}
              onChange={({ target }) =>
                onEdit((now) =>
                  setS3(now, {
                    blockPublicAccess: { ...now.s3?.blockPublicAccess, [name]: target.checked },
                  }),
                )
              }
            />
            {BLOCKS[name]}
          </label>
        ))}
      </fieldset>
      {s3.acl && (
        <div>
          <h3>ACL</h3>
          <ul>
            {s3.acl.map(({ grantee, permission }) => (
              <li key={`${grantee} ${permission}`}>
                <code>{permission}</code> to <code>{grantee}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
