import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { englishOnly } from './build/english-only-plugin.ts';
import { iamDataPlugin } from './build/iam-data-plugin.ts';
import { markdownPages } from './build/markdown-plugin.ts';
import { serviceWorker } from './build/service-worker-plugin.ts';
import { firstPaint } from './build/first-paint-plugin.ts';
import { contentSecurityPolicy, PREVIEW_HEADERS } from './build/content-security-policy.ts';

export default defineConfig({
  // Relative, so that the built folder can be put under any path.
  base: './',
  plugins: [
    react(),
    englishOnly(),
    markdownPages(),
    iamDataPlugin(),
    firstPaint(),
    contentSecurityPolicy(),
    serviceWorker(),
  ],
  build: { target: 'es2022', chunkSizeWarningLimit: 4000, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  preview: { headers: PREVIEW_HEADERS },
});
