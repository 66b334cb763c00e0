import { useState, type ReactElement } from 'react';
import { caseActions } from '../commands';
import { useRecent } from '../../store/recent';
import { goTo, useRouter } from '../../store/router';
import { useExplanationFact } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { InlineEdit } from '../../ui/InlineEdit';
import { ActionMenu } from '../../ui/pop/ActionMenu';

/** The case of the page with its verdict, live. In Case it opens the menu of the case; elsewhere it leads back to it. */
export function CaseTitle(): ReactElement {
  const title = useVerdict(({ history }) => history.present.title) ?? '';
  const here = useRouter(({ route }) => route.place === 'case');
  const recent = useRecent((state) => state.cases);
  const linked = useVerdict((state) =>
    state.linked !== undefined && state.linked !== state.history.present ? state.linked : undefined,
  );
  const [renaming, setRenaming] = useState(false);
  const tone = useExplanationFact((explanation) => explanation.tone);
  const name = title === '' ? 'Untitled' : title;
  const content = (
    <>
      <Glyph kind={tone} size={14} />
      <span className="cut">{name}</span>
      {linked !== undefined && <span className="bar-changed">changed since the link</span>}
    </>
  );
  if (renaming) return <Rename title={title} onDone={() => setRenaming(false)} />;
  if (!here)
    return (
      <button className="bar-case" title="Back to the case" onClick={() => goTo('case')}>
        {content}
      </button>
    );
  return (
    <ActionMenu
      label={`${name}, menu of this case`}
      className="bar-case"
      placement="bottom start"
      actions={caseActions({ linked, recent, title, rename: () => setRenaming(true) })}
    >
      {content}
      <Icon name="down" size={10} />
    </ActionMenu>
  );
}

const valueOf = (target: EventTarget): string => (target instanceof HTMLInputElement ? target.value : '');

/** The field is as wide as its text, which stands unseen behind it: not every browser can size a field by itself. */
function Rename({ title, onDone }: { readonly title: string; readonly onDone: () => void }): ReactElement {
  const edit = useVerdict((state) => state.edit);
  const [text, setText] = useState(title);
  return (
    <span className="bar-rename" data-text={text} onInput={({ target }) => setText(valueOf(target))}>
      <InlineEdit
        label="Title of this case"
        value={title}
        onCommit={(given) =>
          edit(({ title: _, ...rest }) => (given.trim() === '' ? rest : { ...rest, title: given.trim() }))
        }
        onDone={onDone}
      />
    </span>
  );
}
