import { useId, useState, type ReactElement } from 'react';
import type { LinkedRequest } from '../../case/scenario';
import { addLinked, copyOf, roomFor } from '../../call/list';
import { fromTemplate, templatesFor, type CallTemplate } from '../../call/templates';
import { viewOf } from '../../call/view';
import { useCase } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import './call.css';

/** The templates for the case’s own request, and a request of one’s own. */
export default function AlsoNeeds(): ReactElement {
  const { request } = viewOf(useCase(), 0);
  const templates = templatesFor(request.action);
  return (
    <div className="also">
      <p className="dim">
        {templates.length > 0 ? (
          <>
            AWS may check more than <code>{request.action}</code> for one call, and carries it out only if all
            is allowed. Choose what holds for yours; the policies of the case count for all of it.
          </>
        ) : (
          'A call can need several authorizations, and is carried out only if all of them are allowed. Add each as a request of its own.'
        )}
      </p>
      {templates.map((template) => (
        <Template key={template.id} template={template} />
      ))}
      <section className="also-one">
        <div className="also-head">
          <b className="grow">Another request</b>
          <button className="btn line sm" aria-label="Add another request" onClick={addAnother}>
            Add
          </button>
        </div>
        <p className="dim">A copy of the one that is looked at, to be changed.</p>
      </section>
    </div>
  );
}

function Template({ template }: { readonly template: CallTemplate }): ReactElement {
  const { request } = viewOf(useCase(), 0);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const id = useId();
  return (
    <form
      className="also-one"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        add(fromTemplate(template, request, values));
      }}
    >
      <div className="also-head">
        <b id={id} className="grow">
          {template.title}
        </b>
        <button className="btn line sm" aria-label={`Add: ${template.title}`}>
          Add
        </button>
      </div>
      <p>
        <RichText text={backticks(template.about)} />{' '}
        <a className="link" href={template.page} target="_blank" rel="noreferrer">
          AWS’s page
        </a>
      </p>
      {template.fields.map((field) => (
        <label key={field.id} className="also-field">
          <span>{field.label}</span>
          <input
            className="input"
            spellCheck={false}
            autoComplete="off"
            value={values[field.id] ?? field.start(request)}
            onChange={({ target }) => setValues({ ...values, [field.id]: target.value })}
          />
        </label>
      ))}
    </form>
  );
}

function addAnother(): void {
  const { history, at } = useVerdict.getState();
  add([copyOf(history.present, at)]);
}

/** One undo step; the first that was added is looked at, and what is still to be filled in has the focus. */
function add(requests: readonly LinkedRequest[]): void {
  const { history, editCall, say, show, want } = useVerdict.getState();
  const fitting = requests.slice(0, roomFor(history.present));
  if (fitting.length === 0) {
    say('This call has as many requests as it can have.', { tone: 'error' });
    return;
  }
  const first = (history.present.linked?.length ?? 0) + 1;
  show(undefined);
  editCall((call) => addLinked(call, fitting), first);
  say(
    fitting.length === 1
      ? `Added “${fitting[0]!.name}” to the call.`
      : `Added ${fitting.length} requests to the call.`,
    { undo: true },
  );
  want({ kind: 'field', field: 'resource' });
}
