import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Plugin } from 'vite';

const OTHER_LANGUAGE =
  /\/react-(?:aria|stately|aria-components)\/dist\/.*\/intl\/(?:\w+\/)?(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;

/**
 * The page speaks English, so the widgets' built-in words come in English alone: each other language's file stands for
 * the English one beside it, instead of some thirty languages in every visitor's download.
 */
export function englishOnly(): Plugin {
  return {
    name: 'english-only',
    enforce: 'pre',
    load(id) {
      const [file = ''] = id.split('?');
      if (!OTHER_LANGUAGE.test(file)) return null;
      const english = `en-US${extname(file)}`;
      if (!existsSync(join(dirname(file), english))) return null;
      return `export { default } from './${english}';`;
    },
  };
}
