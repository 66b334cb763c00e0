/**
 * The words of JSON for the editor's colours and brackets. What a policy means is said by the page's own marks, so the editor's
 * whole JSON service, with its worker, would bring nothing more.
 */
import { format } from 'jsonc-parser';
import * as monaco from 'monaco-editor/editor';

monaco.languages.register({ id: 'json', extensions: ['.json'], mimetypes: ['application/json'] });

monaco.languages.setLanguageConfiguration('json', {
  wordPattern: /(-?\d*\.\d\w*)|([^[{\]},:"\s]+)/g,
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}', notIn: ['string'] },
    { open: '[', close: ']', notIn: ['string'] },
    { open: '"', close: '"', notIn: ['string'] },
  ],
});

monaco.languages.setMonarchTokensProvider('json', {
  tokenPostfix: '.json',
  tokenizer: {
    root: [
      // A text with a colon behind it is a name.
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'string.key'],
      [/"(?:[^"\\]|\\.)*"/, 'string.value'],
      // A text that is still being typed ends with its line.
      [/"(?:[^"\\]|\\.)*$/, 'string.value'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
      [/[{}[\]]/, '@brackets'],
      [/[,:]/, 'delimiter'],
      [/\/\/.*$/, 'comment'],
      [/\/\*/, 'comment', '@comment'],
    ],
    comment: [
      [/[^*]+/, 'comment'],
      [/\*\//, 'comment', '@pop'],
      [/\*/, 'comment'],
    ],
  },
});

monaco.languages.registerDocumentFormattingEditProvider('json', {
  provideDocumentFormattingEdits(model, { tabSize, insertSpaces }) {
    const edits = format(model.getValue(), undefined, { tabSize, insertSpaces, eol: model.getEOL() });
    return edits.map(({ offset, length, content }) => {
      const start = model.getPositionAt(offset);
      const end = model.getPositionAt(offset + length);
      return { range: monaco.Range.fromPositions(start, end), text: content };
    });
  },
});
