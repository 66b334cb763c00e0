import { useState, type ReactElement } from 'react';
import type { AclPermission, ObjectOwnership, S3Settings } from '../../case/scenario';
import { setS3 } from '../../case/edits';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';

const OWNERSHIP: Record<ObjectOwnership, string> = {
  BucketOwnerEnforced: 'Bucket owner enforced (ACLs off)',
  BucketOwnerPreferred: 'Bucket owner preferred',
  ObjectWriter: 'Object writer',
};

type Block = keyof NonNullable<S3Settings['blockPublicAccess']>;

const BLOCKS: Record<Block, string> = {
  ignorePublicAcls: 'Ignore public ACLs',
  restrictPublicBuckets: 'Restrict public buckets',
  blockPublicAcls: 'Block new public ACLs',
  blockPublicPolicy: 'Block new public policies',
};

const PERMISSIONS: readonly AclPermission[] = ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL'];

function useSetS3(): (change: Parameters<typeof setS3>[1], label?: string) => void {
  const edit = useVerdict((state) => state.edit);
  return (change, label) => edit((scenario) => setS3(scenario, change), label);
}

/** What S3 looks at beside the policies. Shown for S3 actions, or when the case says something of it. */
export function S3Facts(): ReactElement | null {
  const { s3, request } = useScenario();
  const [opened, setOpened] = useState(false);
  const asked = /^s3:/i.test(request.action);
  if (!asked && s3 === undefined) return null;
  const shown = opened || s3 !== undefined;
  return (
    <section aria-label="S3 bucket settings" className="s3">
      <button className="more link" aria-expanded={shown} onClick={() => setOpened(!shown)}>
        S3 bucket settings
      </button>
      {shown && <Settings s3={s3 ?? {}} />}
    </section>
  );
}

function Settings({ s3 }: { readonly s3: S3Settings }): ReactElement {
  const set = useSetS3();
  return (
    <div className="s3-settings">
      <label>
        Object Ownership
        <select
          className="input"
          value={s3.objectOwnership ?? ''}
          onChange={({ target }) =>
            set({ objectOwnership: target.value === '' ? undefined : (target.value as ObjectOwnership) })
          }
        >
          <option value="">Not given: bucket owner enforced</option>
          {Object.entries(OWNERSHIP).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <Blocks s3={s3} />
      <Acl s3={s3} />
    </div>
  );
}

function Blocks({ s3 }: { readonly s3: S3Settings }): ReactElement {
  const set = useSetS3();
  const now = s3.blockPublicAccess ?? {};
  return (
    <fieldset>
      <legend>Block Public Access, the strictest of organization, account and bucket</legend>
      {(Object.keys(BLOCKS) as Block[]).map((block) => (
        <label key={block} className="check">
          <input
            type="checkbox"
            checked={now[block] ?? false}
            onChange={({ target }) => {
              const { [block]: _, ...rest } = now;
              const next = target.checked ? { ...rest, [block]: true } : rest;
              set({ blockPublicAccess: Object.keys(next).length === 0 ? undefined : next });
            }}
          />
          {BLOCKS[block]}
        </label>
      ))}
    </fieldset>
  );
}

function Acl({ s3 }: { readonly s3: S3Settings }): ReactElement {
  const set = useSetS3();
  const settle = useVerdict((state) => state.settle);
  const grants = s3.acl ?? [];
  const write = (next: S3Settings['acl'], label?: string): void =>
    set({ acl: next?.length === 0 ? undefined : next }, label);
  return (
    <fieldset>
      <legend>ACL grants</legend>
      {grants.map((grant, index) => (
        <div key={index} className="grant">
          <input
            className="input"
            aria-label={`Grantee ${index + 1}`}
            list="s3-grantees"
            placeholder="AllUsers, or an account ID"
            value={grant.grantee}
            onBlur={settle}
            onChange={({ target }) =>
              write(
                grants.map((each, place) => (place === index ? { ...each, grantee: target.value } : each)),
                `s3.acl.${index}`,
              )
            }
          />
          <select
            className="input"
            aria-label={`Permission ${index + 1}`}
            value={grant.permission}
            onChange={({ target }) => {
              const permission = target.value as AclPermission;
              write(grants.map((each, place) => (place === index ? { ...each, permission } : each)));
            }}
          >
            {PERMISSIONS.map((permission) => (
              <option key={permission}>{permission}</option>
            ))}
          </select>
          <button
            className="btn sm icon"
            aria-label={`Remove grant ${index + 1}`}
            onClick={() => write(grants.filter((_, place) => place !== index))}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
      <datalist id="s3-grantees">
        <option value="AllUsers" />
        <option value="AuthenticatedUsers" />
      </datalist>
      <button
        className="btn sm line"
        onClick={() => write([...grants, { grantee: 'AllUsers', permission: 'READ' }])}
      >
        <Icon name="plus" /> Grant
      </button>
    </fieldset>
  );
}
