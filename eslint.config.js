import tseslint from 'typescript-eslint';
import regexp from 'eslint-plugin-regexp';

// Oxlint holds the rules (`.oxlintrc.json`) in a tenth of the time. Here stand the few that it does not have.
export default tseslint.config(
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'error' },
  },
  {
    // Whatever reads what people paste: a pattern that takes the square of a text's length holds the page up.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/drawing/**', 'src/ui/editor/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      'regexp/no-super-linear-move': ['error', { report: 'certain', ignoreSticky: true }],
    },
  },
  {
    // The first part of a word matches at its first letter, one letter shorter at most.
    files: ['src/mask/words.ts'],
    rules: { 'regexp/no-super-linear-move': 'off' },
  },
);
