import type { ReactElement } from 'react';
import { resourcePolicyIn, scpLevelsIn } from '../../audit/account/given';
import { organizationCommands } from '../../intake/ask/organization';
import { resourceCommands } from '../../intake/ask/resource';
import { useAccount } from '../../store/account/account';
import { askWho, supposeScps } from '../../store/account/ask';
import { GivenPanel } from './GivenPanel';
import { nameOf } from './words';

export type GivenKind = 'scp' | 'resource';

const NO_POLICY = 'No policy was found in this text.';

/** SCPs once for everybody, or the policy of the resource that is asked about. */
export function Given({
  kind,
  onClose,
}: {
  readonly kind: GivenKind;
  readonly onClose: () => void;
}): ReactElement | null {
  const question = useAccount((state) => state.who?.question);
  const id = useAccount((state) => state.overview?.ids[0]);
  if (kind === 'scp')
    return (
      <GivenPanel
        name="SCPs"
        act="Use for everybody"
        command={organizationCommands('SERVICE_CONTROL_POLICY', id)[0]?.command}
        onClose={onClose}
        onText={(text) => {
          const levels = scpLevelsIn(text);
          if (levels === undefined) return NO_POLICY;
          supposeScps(levels);
          return undefined;
        }}
      >
        Each level once, from the root to the account. A text that names no levels counts as one level. They
        do not bind service-linked roles.
      </GivenPanel>
    );
  if (question === undefined) return null;
  return (
    <GivenPanel
      name={`Policy of ${nameOf(question.resource)}`}
      act="Ask again with it"
      command={resourceCommands(question)[0]?.command}
      onClose={onClose}
      onText={(text) => {
        const policy = resourcePolicyIn(text);
        if (policy === undefined) return NO_POLICY;
        askWho({ ...question, resourcePolicy: policy });
        return undefined;
      }}
    >
      It can allow principals of the account by itself, and deny them. Keys, roles and resources of other
      accounts let nobody in without it.
    </GivenPanel>
  );
}
