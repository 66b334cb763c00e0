import type { ReactElement } from 'react';
import { isHidden, policyAt } from '../../case/scenario';
import { useOpenAddress } from '../../store/openPolicy';
import { usePolicies } from '../../store/selectors';
import { HiddenLayer } from './HiddenLayer';
import { PolicyEditor } from './PolicyEditor';
import { StartWays } from './StartWays';
import './editorPanel.css';

/** The text of the open policy, with what each of its statements did in the margin. */
export function EditorPanel(): ReactElement {
  return (
    <section className="panel ed" id="editor" tabIndex={-1} aria-label="Editor">
      <Content />
    </section>
  );
}

function Content(): ReactElement {
  const policies = usePolicies();
  const address = useOpenAddress();
  if (!address) return <StartWays />;
  if (isHidden(policies[address.layer])) return <HiddenLayer layer={address.layer} />;
  const policy = policyAt(policies, address);
  return policy ? <PolicyEditor address={address} policy={policy} /> : <StartWays />;
}
