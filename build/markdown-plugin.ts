import { readFileSync } from 'node:fs';
import { lexer, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';

/**
 * Imports a Markdown page as data: `import page from '../docs/x.md?page'`. The page draws it with its own elements,
 * because writing HTML into the document is closed to it (trusted types), and no parser needs to be shipped.
 */
export function markdownPages(): Plugin {
  return {
    name: 'markdown-pages',
    enforce: 'pre',
    load(id) {
      const [path, query] = id.split('?');
      if (query !== 'page' || path === undefined) return null;
      this.addWatchFile(path);
      return `export default ${JSON.stringify(lexer(readFileSync(path, 'utf8')).flatMap(block))}`;
    },
  };
}

type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly link: string; readonly href: string };
type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly id: string; readonly text: Inline[] }
  | { readonly kind: 'paragraph'; readonly text: Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: Inline[][] }
  | { readonly kind: 'table'; readonly head: Inline[][]; readonly rows: Inline[][][] }
  | { readonly kind: 'code'; readonly text: string };

/** The anchor of a heading: an explicit `{#id}` at its end, else its words joined by hyphens. */
function heading({ depth, text, tokens }: Tokens.Heading): Block {
  const explicit = /\s*\{#([\w-]+)\}\s*$/.exec(text)?.[1];
  const plain = text.replace(/\s*\{#[\w-]+\}\s*$/, '').replace(/[`*_]/g, '');
  const id =
    explicit ??
    plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s+/g, '-');
  return { kind: 'heading', level: depth, id, text: explicit === undefined ? inline(tokens) : [plain] };
}

function listOf({ ordered, items }: Tokens.List): Block {
  return { kind: 'list', ordered, items: items.map(({ tokens }) => inline(tokens)) };
}

function block(token: Token): Block[] {
  switch (token.type) {
    case 'heading':
      return [heading(token as Tokens.Heading)];
    case 'paragraph':
    case 'text':
      return [{ kind: 'paragraph', text: inline((token as Tokens.Paragraph).tokens) }];
    case 'list':
      return [listOf(token as Tokens.List)];
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]): Inline[][] => row.map(({ tokens }) => inline(tokens));
      return [{ kind: 'table', head: cells(header), rows: rows.map(cells) }];
    }
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }];
    default:
      return [];
  }
}

function inline(tokens: readonly Token[] = []): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    switch (token.type) {
      case 'codespan':
        return [{ code: (token as Tokens.Codespan).text }];
      case 'strong':
        return [{ strong: (token as Tokens.Strong).text }];
      case 'link':
        return [{ link: (token as Tokens.Link).text, href: (token as Tokens.Link).href }];
      case 'text':
      case 'paragraph':
      case 'em': {
        const inner = (token as Tokens.Text).tokens;
        return inner ? inline(inner) : [(token as Tokens.Text).text];
      }
      case 'list':
        return (token as Tokens.List).items.flatMap(({ tokens: inner }) => [' · ', ...inline(inner)]);
      case 'escape':
        return [(token as Tokens.Escape).text];
      default:
        return 'text' in token && typeof token.text === 'string' ? [token.text] : [];
    }
  });
}
