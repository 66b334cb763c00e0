import type * as Monaco from 'monaco-editor/editor';

/** Monaco's theme is made from the page's tokens, so that there is one list of colours. */
export const THEME = 'verdict';

function readTokens(): { readonly token: (name: string) => string; readonly dark: boolean } {
  const style = getComputedStyle(document.documentElement);
  // Monaco reads six digits only; a canvas writes every opaque colour that way, however it was shortened.
  const pen = document.createElement('canvas').getContext('2d');
  const sixDigits = (colour: string): string => {
    if (!pen) return colour;
    pen.fillStyle = colour;
    return pen.fillStyle;
  };
  return {
    token: (name) => sixDigits(style.getPropertyValue(`--${name}`).trim()),
    dark: style.colorScheme.includes('dark'),
  };
}

/** Was the theme that was put on last a dark one? */
let wornDark: boolean | undefined;

/** Defines the theme from the tokens in force and puts it on. */
export function applyEditorTheme(monaco: typeof Monaco): void {
  const { token, dark } = readTokens();
  wornDark = dark;
  const ink = (name: string): string => token(name).slice(1);
  monaco.editor.defineTheme(THEME, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: ink('ink') },
      { token: 'string.key.json', foreground: ink('c-key') },
      { token: 'string.value.json', foreground: ink('c-str') },
      { token: 'number.json', foreground: ink('c-lit') },
      { token: 'keyword.json', foreground: ink('c-lit') },
      { token: 'comment', foreground: ink('ink-3'), fontStyle: 'italic' },
      { token: 'delimiter', foreground: ink('c-pun') },
    ],
    colors: {
      'editor.background': token('surface'),
      'editor.foreground': token('ink'),
      'editorLineNumber.foreground': token('ink-3'),
      'editorLineNumber.activeForeground': token('ink'),
      'editorCursor.foreground': token('ink'),
      'editor.selectionBackground': `${token('accent')}3d`,
      'editor.inactiveSelectionBackground': `${token('accent')}24`,
      'editor.selectionHighlightBackground': `${token('accent')}1f`,
      'editor.findMatchBackground': `${token('accent')}5c`,
      'editor.findMatchHighlightBackground': `${token('accent')}2e`,
      'editorBracketMatch.background': `${token('accent')}24`,
      'editorBracketMatch.border': '#00000000',
      // Brackets are punctuation: their depth has no colour.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, token('c-pun')]),
      ),
      'editorBracketHighlight.unexpectedBracket.foreground': token('c-pun'),
      'editorError.foreground': token('deny'),
      'editorWarning.foreground': token('warn'),
      'editorInfo.foreground': token('accent'),
      'editorLightBulb.foreground': token('accent'),
      // Faded text stays readable: its opacity is this colour's.
      'editorUnnecessaryCode.opacity': '#000000c0',
      'editorGutter.foldingControlForeground': token('ink-3'),
      'editorWidget.background': token('raised'),
      'editorWidget.foreground': token('ink'),
      'editorWidget.border': token('line'),
      'editorHoverWidget.background': token('raised'),
      'editorHoverWidget.border': token('line'),
      'menu.background': token('raised'),
      'menu.foreground': token('ink'),
      'menu.border': token('line'),
      'menu.selectionBackground': token('hover'),
      'menu.selectionForeground': token('ink'),
      'menu.separatorBackground': token('line'),
      'quickInput.background': token('raised'),
      'quickInput.foreground': token('ink'),
      'list.focusBackground': token('accent-soft'),
      // The typed letters in a chosen suggestion: Monaco's own blue is for a dark row.
      'list.highlightForeground': token('accent'),
      'list.focusHighlightForeground': token('accent'),
      'editorSuggestWidget.highlightForeground': token('accent'),
      'editorSuggestWidget.focusHighlightForeground': token('accent'),
      'list.focusForeground': token('ink'),
      'list.hoverBackground': token('hover'),
      'quickInputList.focusBackground': token('accent-soft'),
      'quickInputList.focusForeground': token('ink'),
      'textLink.foreground': token('accent'),
      'textLink.activeForeground': token('accent'),
      'input.background': token('surface'),
      'input.foreground': token('ink'),
      'input.border': token('edge'),
      focusBorder: token('accent'),
      'scrollbarSlider.background': `${token('none-line')}99`,
      'scrollbarSlider.hoverBackground': token('none-line'),
      'scrollbarSlider.activeBackground': token('none-line'),
      'scrollbar.shadow': '#00000000',
      'widget.shadow': dark ? '#00000080' : '#10182424',
    },
  });
  monaco.editor.setTheme(THEME);
}

/**
 * Puts the page's theme on whenever it may have changed; returns how to stop. An editor takes a while to come, and the
 * theme may have changed since it was given one.
 */
export function followTheme(monaco: typeof Monaco): () => void {
  const changed = (): void => applyEditorTheme(monaco);
  if (readTokens().dark !== wornDark) changed();
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}
