import type { Plugin } from 'vite';
import { FIRST_SCRIPT_HASH } from './first-paint-plugin.ts';

/**
 * No evaluated code, no request to any other origin, workers only from this one; of scripts in the document, the one that puts
 * the theme on and asks for what a linked case needs. Monaco needs inline styles
 * and `data:` images (its squiggles); nothing needs `unsafe-eval`.
 */
const POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  `script-src 'self' ${FIRST_SCRIPT_HASH}`,
  "style-src 'self' 'unsafe-inline'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Writes the policy into the built page, so that it holds on any static host; previews send it as a header too. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

export const PREVIEW_HEADERS = {
  'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
