/**
 * The one set-up of Monaco: the editor, its features and JSON, bundled with the page.
 * This module is large and is only ever imported lazily.
 */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import { loader } from '@monaco-editor/react';
import { provideWorkers } from './workers';

provideWorkers();

// Problems come as marks from outside, in words that fit; the language's own list would say them twice.
// Its completions would race with any other provider's.
jsonDefaults.setModeConfiguration({
  ...jsonDefaults.modeConfiguration,
  completionItems: false,
  hovers: false,
  diagnostics: false,
  colors: false,
});

// Without this the loader would fetch Monaco from a public server.
loader.config({ monaco });

// Monaco measures its font once; the page's own arrives a little later.
void document.fonts.ready.then(() => monaco.editor.remeasureFonts());

export { monaco };
