/** Where the chosen theme is kept. The document itself reads it before anything is painted (build/first-paint-plugin.ts). */
export const THEME_KEY = 'verdict.theme';
