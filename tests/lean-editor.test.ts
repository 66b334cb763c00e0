import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LEFT_OUT } from '../build/lean-editor-plugin';

describe('what is left out of Monaco', () => {
  it.each(LEFT_OUT)('is still the file %s with what stands in for it', (end, names) => {
    const text = readFileSync(join(import.meta.dirname, '../node_modules/monaco-editor/esm', end), 'utf8');
    const exported = [...text.matchAll(/^export (?:\{([^}]*)\}|(?:class|function|const|let) (\w+))/gm)];
    expect(exported.flatMap(([, list, one]) => one ?? list!.split(',').map((name) => name.trim()))).toEqual(
      expect.arrayContaining([...names]),
    );
  });
});
