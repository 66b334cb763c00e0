/** What Monaco's own parts lack for screen readers, or on some platform. */
import { monaco } from './monaco';

type Instance = monaco.editor.IStandaloneCodeEditor;

/** The light bulb is called a list without entries, and has no name. */
export function nameLightBulb(editor: Instance): void {
  const bulb = editor.getContribution('editor.contrib.lightbulbWidget');
  if (!bulb || !('getDomNode' in bulb)) return;
  const node = (bulb as unknown as monaco.editor.IContentWidget).getDomNode();
  node.setAttribute('role', 'button');
  node.setAttribute('aria-label', 'Fixes and other ways to write it');
}

/** The headings in its list are separators among the options, which a list box must not hold; no option turns them off here. */
export function dropFixHeadings(editor: Instance): void {
  const fixes = editor.getContribution('editor.contrib.codeActionController');
  if (fixes && '_shouldShowHeaders' in fixes) fixes._shouldShowHeaders = () => false;
}

/** Monaco lays a text out by another key on Linux, which is the browser's own there. */
monaco.editor.addKeybindingRule({
  keybinding: monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF,
  command: 'editor.action.formatDocument',
  when: 'editorTextFocus && !editorReadonly',
});
