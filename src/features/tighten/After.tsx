import { diffLines } from 'diff';
import { useMemo, useState, type ReactElement } from 'react';
import type { TightenView } from '../../audit/least-privilege/view';
import { goTo } from '../../store/router';
import { useTighten, type TightenState } from '../../store/tighten';
import { useCase } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { copyText } from '../../ui/copyText';
import { Diff } from '../../ui/Diff';
import { applyToCase, layOut } from './apply';
import { NarrowerMark } from './Marks';
import { terraformOf } from '../../export/code/terraform';
import { sizeWords } from './size';
import { TextLine } from './TextLine';
import type { CasePolicy } from './useQuestion';
import { counted } from './words';

type Form = 'policy' | 'diff' | 'terraform';

const FORMS: readonly (readonly [Form, string])[] = [
  ['policy', 'Policy'],
  ['diff', 'Diff'],
  ['terraform', 'Terraform'],
];

interface AfterProps {
  readonly view: TightenView;
  readonly policies: readonly CasePolicy[];
  readonly texts: readonly string[];
}

/** The result: as a policy, as what changes, or as Terraform; copied, compared, or put into the case. */
export function After({ view, policies, texts }: AfterProps): ReactElement {
  const [form, setForm] = useState<Form>('policy');
  const { waiting, relation } = useTighten();
  const say = useVerdict((state) => state.say);
  const references = useReferences();
  const name =
    view.policies.length === 1 ? view.policies[0]!.name : counted(view.policies.length, 'policy', 'policies');
  const nothing = view.policies.length === 0 || (view.unchanged && policies.length > 0);
  const copy = async (): Promise<void> => {
    const text =
      form === 'terraform'
        ? view.policies
            .map((policy) => terraformOf(policy.name, policy.document, view.principal, references))
            .join('\n')
        : texts.join('\n\n');
    say((await copyText(text)) ? 'Copied' : 'The browser did not let it be copied.');
  };
  const compare = (): void => {
    const { keep, history } = useVerdict.getState();
    keep(history.present);
    applyToCase(view, policies);
    goTo('compare');
  };
  return (
    <>
      <div className="head tg-after-head">
        <span className="grow cut">
          <span className="dim">After /</span> <b>{name}</b>
        </span>
        <span className="tg-forms" role="group" aria-label="The result as">
          {FORMS.map(([id, word]) => (
            <button key={id} className="btn sm" aria-pressed={form === id} onClick={() => setForm(id)}>
              {word}
            </button>
          ))}
        </span>
        <button className="btn sm" disabled={nothing || waiting || policies.length === 0} onClick={compare}>
          Compare
        </button>
        <button className="btn sm" disabled={view.policies.length === 0} onClick={() => void copy()}>
          Copy
        </button>
        <button
          className="btn sm main"
          disabled={nothing || waiting}
          onClick={() => applyToCase(view, policies)}
        >
          Apply
        </button>
      </div>
      <div className="body">
        {view.policies.length === 0 && <p className="tg-none">There is no policy to show yet.</p>}
        {view.policies.map(({ name: own, document, empty }, index) => (
          <section key={index} aria-label={`After: ${own}`}>
            {view.policies.length > 1 && <h3 className="tg-sect">{own}</h3>}
            {empty ? (
              <p className="tg-none">Nothing of it was used: detach it.</p>
            ) : (
              <AfterText
                form={form}
                name={own}
                document={document}
                text={texts[index]!}
                before={policies[index]}
                principal={view.principal}
              />
            )}
          </section>
        ))}
      </div>
      <div className="foot">
        <span>
          {sizeWords(
            view.policies.filter(({ empty }) => !empty).map(({ document }) => document),
            view.principal,
          )}
        </span>
        {policies.length > 0 && <span className="tg-relation">{relationWords(relation)}</span>}
      </div>
    </>
  );
}

/** The placeholders of the case: Terraform has them as references. */
function useReferences(): ReadonlySet<string> {
  const { placeholders } = useCase();
  return useMemo(() => new Set(Object.keys(placeholders ?? {})), [placeholders]);
}

function relationWords(relation: TightenState['relation']): ReactElement {
  switch (relation) {
    case 'equal':
      return <>Allows the same as Before</>;
    case 'narrower':
      return (
        <>
          <NarrowerMark size={14} /> Allows nothing that Before did not
        </>
      );
    case 'wider':
    case 'incomparable':
      return <b className="tg-wider">Allows something that Before did not: look at Compare</b>;
    case 'undecided':
      return <>Not decided whether it allows more than Before</>;
    case undefined:
      return <span className="dim">comparing…</span>;
  }
}

interface AfterTextProps {
  readonly form: Form;
  readonly name: string;
  readonly document: unknown;
  readonly text: string;
  readonly before: CasePolicy | undefined;
  readonly principal: string | null;
}

function AfterText({ form, name, document, text, before, principal }: AfterTextProps): ReactElement {
  const old = before === undefined ? '' : layOut(before.document);
  const changes = useMemo(() => diffOf(old, text), [old, text]);
  const references = useReferences();
  if (form === 'diff') return <Diff label={`What changes in ${name}`} lines={changes} />;
  const shown = form === 'policy' ? text : terraformOf(name, document, principal, references);
  const added = form === 'policy' ? addedLines(changes) : new Set<number>();
  return (
    <ol className="tg-text" tabIndex={0} aria-label={form === 'policy' ? name : `${name} as Terraform`}>
      {shown.split('\n').map((line, at) => (
        <li key={at}>
          <TextLine number={at + 1} pieces={[{ text: line }]} added={added.has(at)} />
        </li>
      ))}
    </ol>
  );
}

type ChangedLine = { readonly kind: 'same' | 'minus' | 'plus'; readonly text: string };

/** Both laid out alike, so that only what says something else differs. */
function diffOf(before: string, after: string): readonly ChangedLine[] {
  return diffLines(before, after).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text): ChangedLine => ({ kind: added ? 'plus' : removed ? 'minus' : 'same', text })),
  );
}

/** Numbers of the lines, from 0, that the result has and the old text does not. */
function addedLines(changes: readonly ChangedLine[]): ReadonlySet<number> {
  const after = changes.filter(({ kind }) => kind !== 'minus');
  return new Set(after.flatMap(({ kind }, at) => (kind === 'plus' ? [at] : [])));
}
