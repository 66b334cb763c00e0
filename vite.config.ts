import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { englishOnly } from './build/english-only-plugin.ts';
import { iamDataPlugin } from './build/iam-data-plugin.ts';
import { leanEditor } from './build/lean-editor-plugin.ts';
import { markdownPages } from './build/markdown-plugin.ts';
import { serviceWorker } from './build/service-worker-plugin.ts';
import { firstPaint } from './build/first-paint-plugin.ts';
import { contentSecurityPolicy, PREVIEW_HEADERS } from './build/content-security-policy.ts';

/**
 * What the first screen needs comes as one file, and what the page of a case shows next as another. Cut by who else uses each
 * module they are some twenty each, and every file costs the browser a request, a message between its processes and a task,
 * before the first verdict or before the editor.
 */
const FILES = [
  { name: 'first', tags: ['$initial' as const] },
  {
    name: 'case',
    test: /src\/(?:features\/(?:flow\/(?:SecondRefusal|FlowBand)|walk\/Walk|editor\/WiderChip|parts\/(?:SeveralTypes|Accounts|OddRequest))\.tsx|store\/knowledge\.ts)$/,
  },
];

export default defineConfig({
  // Relative, so that the built folder can be put under any path.
  base: './',
  plugins: [
    react(),
    englishOnly(),
    leanEditor(),
    markdownPages(),
    iamDataPlugin(),
    firstPaint(),
    contentSecurityPolicy(),
    serviceWorker(),
  ],
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: FILES } } },
  },
  worker: { format: 'es' },
  preview: { headers: PREVIEW_HEADERS },
});
