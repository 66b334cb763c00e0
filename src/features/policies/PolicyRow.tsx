import { useState, type ReactElement } from 'react';
import { addressKey } from '../../case/scenario';
import { remove, rename, setVia, textOf } from '../../store/policyCommands';
import { lighting, useLit } from '../../store/lit';
import { policyMenu } from '../../store/policyMenu';
import { usePolicies } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import type { MenuAction } from '../../ui/pop/types';
import { copyText } from '../../ui/copyText';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { InlineEdit } from '../../ui/InlineEdit';
import type { RailPolicy } from './railModel';

interface PolicyRowProps {
  readonly policy: RailPolicy;
  readonly open: boolean;
  /** The one row that Tab reaches. */
  readonly tabbable: boolean;
  /** The level's name, at its first policy. */
  readonly target: string | undefined;
  /** Actions of the level, after the policy's own. */
  readonly more: readonly MenuAction[];
}

type Editing = 'name' | 'via' | undefined;

export function PolicyRow({ policy, open, tabbable, target, more }: PolicyRowProps): ReactElement {
  const [editing, setEditing] = useState<Editing>();
  const { address, name } = policy;
  if (editing !== undefined)
    return (
      <li className="pol-line">
        <div className="pol editing">
          <Glyph kind={policy.tone} size={14} label="" />
          <InlineEdit
            label={editing === 'name' ? 'Name of the policy' : 'Attached through'}
            value={editing === 'name' ? name : (policy.via ?? 'group/')}
            placeholder="group/Developers"
            onCommit={(text) => (editing === 'name' ? rename(address, text) : setVia(address, groupOf(text)))}
            onDone={() => setEditing(undefined)}
          />
        </div>
      </li>
    );
  return (
    <li className="pol-line">
      <PolicyButton {...{ policy, open, tabbable, target }} onRename={() => setEditing('name')} />
      <RowMenu policy={policy} more={more} onEdit={setEditing} />
    </li>
  );
}

/** `group/` alone names no group. */
function groupOf(text: string): string {
  return text.trim() === 'group/' ? '' : text;
}

function PolicyButton({
  policy,
  open,
  tabbable,
  target,
  onRename,
}: Omit<PolicyRowProps, 'more'> & { readonly onRename: () => void }): ReactElement {
  const { address, name, tone, word, off, errors, warnings, via } = policy;
  const badge = errors + warnings > 0;
  const openPolicy = useVerdict((state) => state.open);
  const hot = useLit((state) => state.step === address.layer);
  const aside = off ? 'off' : via === undefined ? target : `via ${via}`;
  return (
    <button
      className={`pol${open ? ' open' : ''}${off ? ' off' : ''}${hot ? ' hot' : ''}`}
      data-row={addressKey(address)}
      {...lighting(address.layer)}
      aria-current={open}
      tabIndex={tabbable ? 0 : -1}
      {...lighting(address.layer)}
      title={[name, word, target].filter(Boolean).join(' · ')}
      onClick={() => openPolicy(address)}
      onDoubleClick={onRename}
      onKeyDown={(event) => {
        if (event.key === 'F2') onRename();
        else if (event.key === 'Delete') remove(address);
      }}
    >
      <Glyph kind={tone} size={14} label="" />
      <span className="pol-name cut">{name}</span>
      <span className="hidden-text">, {word}</span>
      <Badge policy={policy} />
      {aside !== undefined && !badge && (
        <span className="pol-aside dim cut">
          <span className="hidden-text">, </span>
          {aside}
        </span>
      )}
    </button>
  );
}

/** Errors before warnings; a policy that is switched off has none. */
function Badge({ policy: { errors, warnings } }: { readonly policy: RailPolicy }): ReactElement | null {
  const count = errors > 0 ? errors : warnings;
  if (count === 0) return null;
  const word = `${errors > 0 ? 'error' : 'warning'}${count === 1 ? '' : 's'}`;
  return (
    <span className={errors > 0 ? 'badge err' : 'badge warn'} title={`${count} ${word}`}>
      <Icon name="warning" size={11} />
      <span className="hidden-text">, </span>
      {count}
      <span className="hidden-text"> {word}</span>
    </span>
  );
}

function RowMenu({
  policy,
  more,
  onEdit,
}: {
  readonly policy: RailPolicy;
  readonly more: readonly MenuAction[];
  readonly onEdit: (what: Editing) => void;
}): ReactElement {
  const policies = usePolicies();
  const say = useVerdict((state) => state.say);
  const { address, name } = policy;
  const copy = async (): Promise<void> => {
    if (await copyText(textOf(address) ?? '')) say(`Copied the text of ${name}.`);
    else say('The browser did not allow copying.', { tone: 'error' });
  };
  const actions = policyMenu(policies, address, {
    rename: () => onEdit('name'),
    via: () => onEdit('via'),
    copy: () => void copy(),
  });
  return (
    <ActionMenu
      label={`Actions for ${name}`}
      className="btn icon row-more"
      actions={[...actions, ...more]}
      skipTab
    >
      <Icon name="kebab" />
    </ActionMenu>
  );
}
