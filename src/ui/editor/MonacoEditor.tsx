import Editor from '@monaco-editor/react';
import { useState, type ReactElement } from 'react';
import { modelOf, pathOf } from './models';
import { monaco } from './monaco';
import { OPTIONS } from './options';
import { Session, type SessionProps } from './Session';
import { applyEditorTheme, THEME } from './theme';

/** The full editor over one text of several. Its model is the text; the props only bring it up to date. */
export default function MonacoEditor(props: Omit<SessionProps, 'editor'>): ReactElement {
  const { id, value } = props;
  const [editor, setEditor] = useState<monaco.editor.IStandaloneCodeEditor>();
  const [firstPath] = useState(() => pathOf(id));
  return (
    <>
      <Editor
        path={firstPath}
        theme={THEME}
        options={OPTIONS}
        keepCurrentModel
        saveViewState={false}
        loading={null}
        beforeMount={() => {
          applyEditorTheme(monaco);
          modelOf(id, value);
        }}
        onMount={setEditor}
      />
      {editor && <Session {...props} editor={editor} />}
    </>
  );
}
