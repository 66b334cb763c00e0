import { useState, type ReactElement } from 'react';
import type { Policy, PolicyAddress } from '../../case/scenario';
import { policyText } from '../../case/scenario';
import { stepName } from '../../explain/layers';
import { rename, setText, switchOff } from '../../store/policyCommands';
import { policyMenu } from '../../store/policyMenu';
import { usePolicies } from '../../store/selectors';
import { useVerdict, viewed } from '../../store/store';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import { copyText } from '../../ui/copyText';
import { Icon } from '../../ui/Icon';
import { InlineEdit } from '../../ui/InlineEdit';
import { levelTarget } from './crumb';
import { formatText } from './format';

interface EditorHeadProps {
  readonly address: PolicyAddress;
  readonly policy: Policy;
}

export function EditorHead({ address, policy }: EditorHeadProps): ReactElement {
  const policies = usePolicies();
  // The resource's policy is named for what it is, as under its gate.
  const layer = useVerdict((state) => stepName(address.layer, viewed(state).request));
  const say = useVerdict((state) => state.say);
  const show = useVerdict((state) => state.show);
  const [renaming, setRenaming] = useState(false);
  const text = policyText(policy);
  const copy = async (): Promise<void> => {
    if (await copyText(text)) say(`Copied the text of ${policy.name}.`);
    else say('The browser did not allow copying.', { tone: 'error' });
  };
  const target = levelTarget(policies, address);
  return (
    <div className="head">
      <div className="crumb grow">
        <span className="dim cut">
          {layer} /{target !== undefined && ` ${target} /`}
        </span>
        {renaming ? (
          <InlineEdit
            label="Name of the policy"
            value={policy.name}
            onCommit={(name) => rename(address, name)}
            onDone={() => setRenaming(false)}
          />
        ) : (
          <button className="crumb-name cut" title="Rename" onClick={() => setRenaming(true)}>
            {policy.name}
            <span className="hidden-text">, rename</span>
          </button>
        )}
      </div>
      {address.layer === 'resource' && (
        <button
          className="btn sm"
          aria-haspopup="dialog"
          title="Who outside can get in by this policy"
          onClick={() => show('outside')}
        >
          External access
        </button>
      )}
      <button
        type="button"
        role="switch"
        aria-label="In force"
        aria-checked={policy.off !== true}
        className="btn sm switch"
        onClick={() => switchOff(address, policy.off !== true)}
      >
        <span className="switch-track" /> {policy.off === true ? 'Off' : 'On'}
      </button>
      <button
        className="btn sm"
        onClick={() => setText(address, formatText(text))}
        title="Lay the text out with two spaces"
      >
        Format
      </button>
      <ActionMenu
        label="More actions for the policy"
        className="btn sm icon"
        actions={policyMenu(policies, address, {
          rename: () => setRenaming(true),
          copy: () => void copy(),
        })}
      >
        <Icon name="kebab" />
      </ActionMenu>
    </div>
  );
}
