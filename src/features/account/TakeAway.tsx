import { useState, type ReactElement } from 'react';
import { useAccount } from '../../store/account/account';
import { saveFile } from '../../store/browser/files';
import { Icon } from '../../ui/Icon';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import { TIGHT, useMediaQuery } from '../../ui/useMediaQuery';
import type { Group } from './groups';
import { csvOf, markdownOf, writing } from './report';

const FILES = {
  CSV: { name: 'principals.csv', type: 'text/csv', of: csvOf },
  Markdown: { name: 'principals.md', type: 'text/markdown', of: markdownOf },
} as const;

/** What the table shows as a file, with its names or without: side by side, behind one button where there is less room. */
export function TakeAway({ groups }: { readonly groups: readonly Group[] }): ReactElement {
  const [masked, setMasked] = useState(false);
  const isTight = useMediaQuery(TIGHT);
  const kinds = Object.keys(FILES) as (keyof typeof FILES)[];
  const save = (kind: keyof typeof FILES, hide: boolean): void => {
    const { name, type, of } = FILES[kind];
    saveFile(name, of(groups, useAccount.getState(), writing(hide)), type);
  };
  if (isTight) {
    const actions = [false, true].flatMap((hide) =>
      kinds.map((kind) => ({
        id: `${kind} ${hide}`,
        label: hide ? `${kind}, names masked` : kind,
        run: () => save(kind, hide),
      })),
    );
    return (
      <ActionMenu label="Save the table" className="btn line acct-save" actions={actions}>
        Save <Icon name="down" size={12} />
      </ActionMenu>
    );
  }
  return (
    <>
      <span className="grow" />
      <label className="acct-keep">
        <input type="checkbox" checked={masked} onChange={({ target }) => setMasked(target.checked)} />
        Mask names
      </label>
      {kinds.map((kind) => (
        <button key={kind} className="btn" onClick={() => save(kind, masked)}>
          {kind}
        </button>
      ))}
    </>
  );
}
