import { useId, useState, type ReactElement } from 'react';
import type { Organization, Request } from '../../case/scenario';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { FORMS, partLabel, type PartLabel } from './partLabels';
import { partProblem } from './partProblem';
import {
  OPTIONAL_PARTS,
  PARTS_OF,
  principalFields,
  readPrincipal,
  type PrincipalForm as Form,
  type PrincipalPart,
  type PrincipalParts,
} from './principalParts';

interface PrincipalFormProps {
  readonly request: Request;
  readonly organization: Organization;
  readonly onDone: (parts: PrincipalParts, organization: Organization) => void;
  readonly onCancel: () => void;
}

/** The parts of a principal, the ARN that they make, and the organization of its account. */
export function PrincipalForm(props: PrincipalFormProps): ReactElement {
  const [parts, setParts] = useState(() => readPrincipal(props.request));
  const [organization, setOrganization] = useState(props.organization);
  const set = (part: PrincipalPart) => (value: string) => setParts({ ...parts, [part]: value.trim() });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onDone(parts, organization);
      }}
    >
      <FormSelect form={parts.form} onChange={(form) => setParts({ ...parts, form })} />
      <div className="parts-grid">
        {PARTS_OF[parts.form].map((part) => (
          <PartField
            key={part}
            {...partLabel(parts.form, part)}
            required={!isOptional(parts.form, part)}
            problem={partProblem(part, parts[part])}
            value={parts[part]}
            onChange={set(part)}
          />
        ))}
      </div>
      <Preview parts={parts} />
      <fieldset className="parts-grid">
        <legend>Organization of the account</legend>
        <PartField
          label="ID"
          example="o-a1b2c3d4e5"
          problem={partProblem('organization', organization.id ?? '')}
          value={organization.id ?? ''}
          onChange={(id) => setOrganization({ ...organization, id: id.trim() })}
        />
        <PartField
          label="Management account"
          example="999988887777"
          problem={partProblem('managementAccount', organization.managementAccount ?? '')}
          value={organization.managementAccount ?? ''}
          onChange={(account) => setOrganization({ ...organization, managementAccount: account.trim() })}
        />
      </fieldset>
      <div className="parts-actions">
        <button type="button" className="btn" onClick={props.onCancel}>
          Cancel
        </button>
        <button className="btn main">Fill in</button>
      </div>
    </form>
  );
}

function isOptional(form: Form, part: PrincipalPart): boolean {
  return OPTIONAL_PARTS.includes(part) || (form === 'oidcProvider' && part === 'account');
}

function FormSelect({
  form,
  onChange,
}: {
  readonly form: Form;
  readonly onChange: (form: Form) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="part">
      <label htmlFor={id}>Kind</label>
      <select
        id={id}
        className="input plain"
        value={form}
        onChange={({ target }) => onChange(target.value as Form)}
      >
        {(Object.keys(FORMS) as Form[]).map((name) => (
          <option key={name} value={name}>
            {FORMS[name]}
          </option>
        ))}
      </select>
    </div>
  );
}

interface PartFieldProps extends PartLabel {
  readonly required?: boolean;
  readonly problem: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function PartField(props: PartFieldProps): ReactElement {
  const { label, example, hint, wide = false, required = false, problem, value, onChange } = props;
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={wide ? 'part wide' : 'part'}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        value={value}
        required={required}
        placeholder={example}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={problem === undefined ? 'dim' : 'field-error'}>
          <RichText text={backticks(note)} />
        </p>
      )}
    </div>
  );
}

/** What the parts make, as they are typed. */
function Preview({ parts }: { readonly parts: PrincipalParts }): ReactElement {
  const { principal, role } = principalFields(parts);
  return (
    <div className="parts-preview" aria-label="Principal that these parts make" role="group">
      <code>{principal}</code>
      {role !== undefined && (
        <p>
          <span className="dim">Role </span>
          <code>{role}</code>
        </p>
      )}
    </div>
  );
}
