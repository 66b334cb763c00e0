import { monaco } from './monaco';

/** Calm by default: what the margin says is about the policy, not about the editor. */
export const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  fontFamily: "'IBM Plex Mono', ui-monospace, Menlo, Consolas, monospace",
  fontSize: 12.5,
  lineHeight: 20,
  fontLigatures: false,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  automaticLayout: true,
  padding: { top: 6, bottom: 6 },
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  stickyScroll: { enabled: false },
  glyphMargin: true,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 14,
  folding: true,
  showFoldingControls: 'mouseover',
  // Long lines wrap, so that nothing of a policy is out of sight.
  wordWrap: 'on',
  wrappingIndent: 'deepIndent',
  renderLineHighlight: 'none',
  occurrencesHighlight: 'off',
  bracketPairColorization: { enabled: false },
  matchBrackets: 'always',
  guides: { indentation: false, bracketPairs: false },
  // The margin is the page's; fixes are offered at the problem and in the list below.
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
  links: false,
  colorDecorators: false,
  wordBasedSuggestions: 'off',
  quickSuggestions: { strings: true, other: true, comments: false },
  // What is typed counts; a suggestion is taken only by Enter or Tab, never by going on.
  acceptSuggestionOnCommitCharacter: false,
  suggest: { showWords: false, showStatusBar: false },
  // The page's own handling of pasted and dropped text is the plain one.
  dropIntoEditor: { enabled: false },
  pasteAs: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  fixedOverflowWidgets: true,
  roundedSelection: false,
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
};
