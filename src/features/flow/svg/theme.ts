/** The page's tokens that the exported picture needs, with their colours: a file has no style sheet to ask. */
export interface FlowTheme {
  readonly surface: string;
  readonly sunken: string;
  readonly edge: string;
  readonly ink: string;
  readonly 'ink-2': string;
  readonly 'ink-3': string;
  readonly 'none-line': string;
  readonly none: string;
  readonly allow: string;
  readonly deny: string;
  readonly implicit: string;
  readonly unknown: string;
}

export type FlowToken = keyof FlowTheme;

export const FLOW_THEMES: Readonly<Record<'light' | 'dark', FlowTheme>> = {
  light: {
    surface: '#ffffff',
    sunken: '#f6f7f8',
    edge: '#858f98',
    ink: '#15191e',
    'ink-2': '#414b55',
    'ink-3': '#5a646e',
    'none-line': '#c9cfd5',
    none: '#5a646e',
    allow: '#0a6e47',
    deny: '#b4211a',
    implicit: '#93450a',
    unknown: '#6236b0',
  },
  dark: {
    surface: '#14181c',
    sunken: '#101417',
    edge: '#6b7783',
    ink: '#e8ecef',
    'ink-2': '#b6bfc8',
    'ink-3': '#929da7',
    'none-line': '#3a434c',
    none: '#929da7',
    allow: '#52c791',
    deny: '#ff857b',
    implicit: '#f0a860',
    unknown: '#bda5ff',
  },
};
