import { useEffect, useMemo, useState, type CSSProperties, type ReactElement } from 'react';
import type { RequestField } from '../../engine/evaluation';
import type { Request } from '../../case/scenario';
import { describePrincipal } from '../../explain/principal';
import { resourceFact } from '../../explain/resource-fact';
import { setRequest } from '../../case/edits';
import { useEvaluation, useScenario } from '../../store/selectors';
import { isEmpty, useVerdict } from '../../store/store';
import { PHONE } from '../../ui/useMediaQuery';
import { useCatalog } from '../../store/catalog';
import { ActionField } from './ActionField';
import { AskField } from './AskField';
import { withPrincipal } from './behind';
import { PrincipalPopover } from './PrincipalPopover';

import { resourceFix } from './resourceFix';
import { ResourceHint } from './ResourceHint';
import { ResourcePopover } from './ResourcePopover';
import { resourceExample } from './resourceTemplates';
import { accountUnderstood, resourceUnderstood } from './understood';
import './request.css';

/** What is asked: who, what, on what, and whose. */
export function RequestRow(): ReactElement {
  useFocusAtStart();
  const scenario = useScenario();
  const { request } = scenario;
  const evaluation = useEvaluation();
  const catalog = useCatalog();
  const odd = resourceFact(catalog, request.action, request.resource);
  const fix = resourceFix(catalog, scenario, evaluation.resourceAccount ?? evaluation.principal.account);
  const [isFormOpen, setFormOpen] = useState(false);
  const resourceForm = useMemo(
    () => <ResourcePopover isOpen={isFormOpen} onOpenChange={setFormOpen} />,
    [isFormOpen],
  );
  const problem = (field: RequestField): string | undefined =>
    evaluation.problems.find((entry) => entry.field === field && entry.kind === 'malformed')?.message;
  return (
    <section className="ask" aria-label="Request" style={roomFor(request.action)}>
      <AskField
        field="principal"
        label="Principal"
        value={request.principal}
        placeholder="arn:aws:iam::111122223333:user/alice"
        understood={request.principal === '' ? '' : describePrincipal(evaluation.principal)}
        problem={problem('principal') ?? problem('role') ?? problem('user')}
        onChange={CHANGE.principal}
      >
        {PRINCIPAL_FORM}
      </AskField>
      <ActionField value={request.action} problem={problem('action')} onChange={CHANGE.action} />
      <AskField
        field="resource"
        label="Resource"
        value={request.resource}
        placeholder={resourceExample(catalog, request.action)}
        understood={odd?.note ?? resourceUnderstood(request.resource)}
        odd={odd?.why}
        problem={problem('resource')}
        onChange={CHANGE.resource}
        hint={fix && <ResourceHint fix={fix} onUse={CHANGE.resource} onForm={() => setFormOpen(true)} />}
      >
        {resourceForm}
      </AskField>
      <AskField
        field="resourceAccount"
        label="Resource account"
        value={request.resourceAccount ?? ''}
        placeholder={evaluation.resourceAccount ?? 'from the ARN'}
        understood={request.resource === '' ? '' : accountUnderstood(evaluation)}
        problem={problem('resourceAccount')}
        onChange={CHANGE.resourceAccount}
      />
    </section>
  );
}

/** The action's field grows with its text, up to what the style sheet allows, and leaves the ARNs the rest. */
function roomFor(action: string): CSSProperties {
  return { '--action-letters': action.length } as CSSProperties;
}

/** With nothing asked yet, typing starts with the principal; not on a phone, where that would open the keyboard. */
function useFocusAtStart(): void {
  const want = useVerdict((state) => state.want);
  useEffect(() => {
    if (isEmpty(useVerdict.getState().history.present) && !window.matchMedia(PHONE).matches)
      want({ kind: 'field', field: 'principal' });
  }, [want]);
}

/** Typing in one field is one undo step. */
function changing(field: RequestField): (value: string) => void {
  return (value) =>
    useVerdict
      .getState()
      .edit((scenario) => setRequest(scenario, changeOf(scenario.request, field, value)), `request.${field}`);
}

// Always the same: a field in which nothing changed is left alone while another is typed in.
const CHANGE = {
  principal: changing('principal'),
  action: changing('action'),
  resource: changing('resource'),
  resourceAccount: changing('resourceAccount'),
};
const PRINCIPAL_FORM = <PrincipalPopover />;

function changeOf(request: Request, field: RequestField, value: string): Parameters<typeof setRequest>[1] {
  if (field === 'resourceAccount') return { resourceAccount: value === '' ? undefined : value };
  if (field === 'principal') return { role: undefined, user: undefined, ...withPrincipal(request, value) };
  return { [field]: value };
}
