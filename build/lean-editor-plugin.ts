import type { Plugin } from 'vite';

/**
 * Parts of Monaco that its core names and no policy needs, with what stands in their place: the editors of differences,
 * which are made only by a call that the page has not, and drawing by the graphics card, which is off unless an option
 * asks for it. Some 240 KB that the browser would read before the first policy shows.
 */
export const LEFT_OUT: readonly (readonly [end: string, names: readonly string[]])[] = [
  ['/vs/editor/browser/widget/diffEditor/diffEditorWidget.js', ['DiffEditorWidget']],
  ['/vs/editor/browser/widget/multiDiffEditor/multiDiffEditorWidget.js', ['MultiDiffEditorWidget']],
  ['/vs/editor/browser/gpu/viewGpuContext.js', ['ViewGpuContext']],
  ['/vs/editor/browser/viewParts/viewLinesGpu/viewLinesGpu.js', ['ViewLinesGpu']],
  ['/vs/editor/browser/viewParts/rulersGpu/rulersGpu.js', ['RulersGpu']],
];

/** Empty classes in place of the parts of Monaco that are never made. */
export function leanEditor(): Plugin {
  return {
    name: 'lean-editor',
    enforce: 'pre',
    load(id) {
      const [file = ''] = id.split('?');
      const names = LEFT_OUT.find(([end]) => file.endsWith(end))?.[1];
      return names?.map((name) => `export class ${name} {}`).join('\n') ?? null;
    },
  };
}
