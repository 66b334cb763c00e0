import { monaco } from './monaco';
import type { Bracket, EditorMarks, Note } from './marks';

type Editor = monaco.editor.IStandaloneCodeEditor;

/** Puts the notes of a set of marks under their lines, in place of the zones given; returns the new zones. */
export function showNotes(editor: Editor, marks: EditorMarks, zones: readonly string[]): string[] {
  const model = editor.getModel();
  const made: string[] = [];
  editor.changeViewZones((accessor) => {
    for (const zone of zones) accessor.removeZone(zone);
    if (!model) return;
    for (const note of marks.notes) {
      if (note.line > model.getLineCount()) continue;
      const indent = firstColumn(model.getLineContent(note.line), model.getOptions().tabSize);
      const domNode = noteNode(editor, note, indent);
      const bracket = marks.brackets.find(({ from, to }) => note.line >= from && note.line < to);
      made.push(
        accessor.addZone({
          afterLineNumber: note.line,
          heightInPx: heightOf(editor, domNode),
          domNode,
          marginDomNode: marginNode(note, bracket),
        }),
      );
    }
  });
  return made;
}

/** Columns of white space before the line's text. */
function firstColumn(line: string, tabSize: number): number {
  let column = 0;
  for (const unit of line) {
    if (unit === ' ') column += 1;
    else if (unit === '\t') column += tabSize - (column % tabSize);
    else break;
  }
  return column;
}

function noteNode(editor: Editor, note: Note, indent: number): HTMLElement {
  const node = document.createElement('div');
  node.className =
    note.tone === 'problem' ? 'ed-note ed-note-problem' : `ed-note ed-hit ed-edge k-${note.tone}`;
  const font = editor.getOption(monaco.editor.EditorOption.fontInfo) as monaco.editor.FontInfo;
  const text = document.createElement('span');
  text.style.paddingLeft = `${Math.round(indent * font.typicalHalfwidthCharacterWidth)}px`;
  text.textContent = note.text;
  node.append(text);
  return node;
}

/** The margin beside a note: the line's fill and the bracket run on. */
function marginNode(note: Note, bracket: Bracket | undefined): HTMLElement {
  const node = document.createElement('div');
  if (note.tone !== 'problem') node.className = `ed-hit k-${note.tone}`;
  if (bracket) {
    const bar = document.createElement('div');
    bar.className = `ed-bar ed-bar-zone k-${bracket.tone}`;
    node.append(bar);
  }
  return node;
}

/** A zone wants its height beforehand, so the note is laid out once out of sight. */
function heightOf(editor: Editor, node: HTMLElement): number {
  const container = editor.getContainerDomNode();
  node.style.width = `${editor.getLayoutInfo().contentWidth}px`;
  node.style.visibility = 'hidden';
  container.append(node);
  const height = node.offsetHeight;
  node.remove();
  node.style.removeProperty('width');
  node.style.removeProperty('visibility');
  return height;
}
