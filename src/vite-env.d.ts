/// <reference types="vite/client" />

/** A Markdown page as blocks; see `build/markdown-plugin.ts`. */
declare module '*.md?page' {
  type Inline =
    | string
    | { readonly code: string }
    | { readonly strong: string }
    | { readonly link: string; readonly href: string };
  export type Block =
    | { readonly kind: 'heading'; readonly level: number; readonly id: string; readonly text: Inline[] }
    | { readonly kind: 'paragraph'; readonly text: Inline[] }
    | { readonly kind: 'list'; readonly ordered: boolean; readonly items: Inline[][] }
    | { readonly kind: 'table'; readonly head: Inline[][]; readonly rows: Inline[][][] }
    | { readonly kind: 'code'; readonly text: string };
  const page: readonly Block[];
  export default page;
}
