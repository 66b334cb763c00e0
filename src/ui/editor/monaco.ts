/**
 * The one set-up of Monaco: the editor, what a policy needs of its features, and JSON, bundled with the page.
 * This module is large and is only ever imported lazily.
 */
import * as monaco from 'monaco-editor/editor';
import './features';
import './json';
import { loader } from '@monaco-editor/react';
import { provideWorkers } from './workers';

provideWorkers();

// Without this the loader would fetch Monaco from a public server.
loader.config({ monaco });

// Monaco measures its font once; the page's own arrives a little later.
void document.fonts.ready.then(() => monaco.editor.remeasureFonts());

export { monaco };
