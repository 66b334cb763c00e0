import { useId, useState, type ReactElement } from 'react';
import { fillTemplate, partWords, templateParts } from '../../catalog/arn-template';
import { typesOfAction } from '../../catalog/resource-fit';
import type { ResourceType } from '../../catalog/service-reference';
import { useCatalog, useUnreachable } from '../../store/catalog';
import { useEvaluation, useScenario } from '../../store/selectors';
import { startingType, templatesOf } from './resourceTemplates';
import { isFilled, startingParts } from './resourceParts';

interface ResourceFormProps {
  readonly onDone: (resource: string) => void;
  readonly onCancel: () => void;
}

/** The types of resource that the action works on, and the parts of their ARN to fill in. */
export default function ResourceForm({ onDone, onCancel }: ResourceFormProps): ReactElement {
  const catalog = useCatalog();
  const { action } = useScenario().request;
  const unreachable = useUnreachable(action);
  const types = catalog && typesOfAction(catalog, action);
  if (types === undefined)
    return (
      <Notice onCancel={onCancel}>
        {action === ''
          ? 'Choose an action first: it decides which types of resource there are.'
          : unreachable
            ? `The details of ${action} could not be loaded: without network there are only those of services used before. The ARN can be typed by hand.`
            : catalog
              ? `AWS’s list has no details of ${action}, so its resource types are not known.`
              : 'AWS’s list of actions is not loaded.'}
      </Notice>
    );
  if (types.length === 0)
    return (
      <Notice onCancel={onCancel} onStar={() => onDone('*')}>
        {action} has no resource-level permissions: its request is compared with * alone.
      </Notice>
    );
  return <TypeForm types={types} onDone={onDone} onCancel={onCancel} />;
}

interface NoticeProps {
  readonly children: React.ReactNode;
  readonly onCancel: () => void;
  readonly onStar?: () => void;
}

function Notice({ children, onCancel, onStar }: NoticeProps): ReactElement {
  return (
    <>
      <p>{children}</p>
      <div className="parts-actions">
        <button type="button" className="btn" onClick={onCancel}>
          Cancel
        </button>
        {onStar && (
          <button className="btn main" onClick={onStar}>
            Use *
          </button>
        )}
      </div>
    </>
  );
}

interface TypeFormProps extends ResourceFormProps {
  readonly types: readonly ResourceType[];
}

function TypeForm({ types, onDone, onCancel }: TypeFormProps): ReactElement {
  const id = useId();
  const scenario = useScenario();
  const { resourceAccount, principal } = useEvaluation();
  const templates = templatesOf(types);
  const [at, setAt] = useState(() => startingType(templates, scenario.request.resource));
  const template = templates[at]!.arn;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const parts = { ...startingParts(template, scenario, resourceAccount ?? principal.account), ...typed };
  const resource = fillTemplate(template, parts);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isFilled(template, parts)) onDone(resource);
      }}
    >
      <div className="part">
        <label htmlFor={id}>Type</label>
        <select
          id={id}
          className="input plain"
          value={at}
          onChange={({ target }) => setAt(Number(target.value))}
        >
          {templates.map(({ name }, index) => (
            <option key={index} value={index}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="parts-grid">
        {templateParts(template).map((name) => (
          <div key={name} className="part">
            <label htmlFor={`${id}-${name}`}>{partWords(name)}</label>
            <input
              id={`${id}-${name}`}
              className="input"
              required
              value={parts[name] ?? ''}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value.trim() })}
            />
          </div>
        ))}
      </div>
      <div className="parts-preview" role="group" aria-label="Resource that these parts make">
        <code>{resource}</code>
      </div>
      <div className="parts-actions">
        <button type="button" className="btn" onClick={onCancel}>
          Cancel
        </button>
        <button className="btn main">Fill in</button>
      </div>
    </form>
  );
}
