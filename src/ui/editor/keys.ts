/** The editor's keys, as the keyboard at hand names them. */

export interface EditorKeys {
  readonly suggest: string;
  readonly fix: string;
  readonly explain: string;
  readonly rename: string;
  /** Frees the Tab key, so that it leaves the editor. */
  readonly leave: string;
}

/** Not all of Monaco's keys have Command in Control's place: two keep Control on Apple's keyboards. */
const NAMES: Record<'apple' | 'other', EditorKeys> = {
  apple: { suggest: '⌃Space', fix: '⌘.', explain: '⌘K ⌘I', rename: 'F2', leave: '⌃⇧M' },
  other: { suggest: 'Ctrl+Space', fix: 'Ctrl+.', explain: 'Ctrl+K Ctrl+I', rename: 'F2', leave: 'Ctrl+M' },
};

/** The names of the keys by what a browser says of itself: by the words that Monaco goes by when it listens. */
export function editorKeys(userAgent: string): EditorKeys {
  return NAMES[/Macintosh|iPad|iPhone/.test(userAgent) ? 'apple' : 'other'];
}
