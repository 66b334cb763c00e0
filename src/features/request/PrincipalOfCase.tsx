import type { ReactElement } from 'react';
import { setRequest } from '../../case/edits';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { setOrganization } from './organization';
import { PrincipalForm } from './PrincipalForm';
import { principalFields } from './principalParts';

/** The form with the principal of the case; filled in, it changes the case. */
export default function PrincipalOfCase({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { request, organization } = useScenario();
  const edit = useVerdict((state) => state.edit);
  return (
    <PrincipalForm
      request={request}
      organization={organization ?? {}}
      onCancel={onDone}
      onDone={(parts, nextOrganization) => {
        edit((scenario) =>
          setOrganization(
            setRequest(scenario, { role: undefined, user: undefined, ...principalFields(parts) }),
            nextOrganization,
          ),
        );
        onDone();
      }}
    />
  );
}
