import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * All words of the page, a file for each feature, written to `test-results/words/` so that they can be read through in
 * one sitting; and words that the page has given up for those of AWS, which may not come back.
 */
const root = resolve(import.meta.dirname, '..');
const out = join(root, 'test-results', 'words');

/** What a person reads or hears stands in these, beside the text between tags. */
const SAID = new Set(
  'title label name note heading word words text aria-label aria-valuetext placeholder buttonLabel detail why lead'.split(
    ' ',
  ),
);

/** Written for the page, though not between tags: sentences of the explanations. */
const TAGS = new Set(['rich', 'markdown']);

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) && !DATA.includes(name) ? [path] : [];
  });
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A template with its gaps as `…`. */
function templateText(node: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

/** Is it a sentence or a word of the page, and not a class, an id or a path? */
const isProse = (text: string): boolean =>
  /[A-Za-z’]/.test(text) && (/^[A-Z“][a-z’]/.test(text) || /[a-z’,;:] [a-zA-Z“]/.test(text));

/** Data whose strings nobody reads: the dictionary that links are packed with. */
const DATA = ['dictionary.ts'];

function wordsOf(path: string, onlySentences = false): readonly string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const take = (text: string): void => {
    const words = tidy(text);
    if (isProse(words) && !words.startsWith('M') && !/^[a-z-]+( [a-z-]+)*$/.test(words)) found.push(words);
    else if (isProse(words) && / /.test(words)) found.push(words);
  };
  const nameOf = (node: ts.Node): string =>
    ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)
      ? node.name.getText(source).replaceAll("'", '')
      : '';
  const visit = (node: ts.Node, said: boolean): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isJsxText(node)) found.push(...[tidy(node.text)].filter((text) => /[A-Za-z]/.test(text)));
    else if (ts.isTaggedTemplateExpression(node) && TAGS.has(node.tag.getText(source)))
      found.push(tidy(templateText(node.template)));
    else if (
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateExpression(node)
    ) {
      const text = ts.isStringLiteral(node) ? node.text : templateText(node);
      if (said && /[A-Za-z]/.test(text) && !/^[\w.-]+$/.test(text.replace(/^[A-Z]\w*$/, ' ')))
        found.push(tidy(text));
      else take(text);
    }
    const name = nameOf(node);
    const inside = name === '' ? said : SAID.has(name);
    if (name === 'className' || name === 'd') return;
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(source, false);
  return [...new Set(found)].filter((text) => !onlySentences || / /.test(text));
}

const SHELL = ['app', 'places', 'ui', 'explain', 'call', 'store'];

/** Below the page: findings, what readers say of a text, audits, reports. Their names of elements, keys and columns are no words of ours. */
const BELOW = ['case', 'checks', 'intake', 'audit', 'formats', 'mask', 'export'];

/** Each feature, the shell, the places, plain components, what explains, and what is said below the page. */
function features(): ReadonlyMap<string, readonly string[]> {
  const src = join(root, 'src');
  const of = new Map<string, readonly string[]>();
  for (const name of readdirSync(join(src, 'features')))
    of.set(name, filesUnder(join(src, 'features', name)));
  for (const folder of [...SHELL, ...BELOW]) of.set(folder, filesUnder(join(src, folder)));
  return of;
}

/** Given up, with what stands in its place: AWS’s own words, or plainer ones. */
const GIVEN_UP: readonly (readonly [RegExp, string])[] = [
  [/\bThe walk\b/, 'Evaluation, step by step'],
  [/\bWhich matter\?/, 'Which keys matter?'],
  [/\bAlso needs…/, 'Other permissions this call needs'],
  [/\bWhat would (change|close) it/, 'How to allow it, how to deny it'],
  [/\bTwo cases\b/, 'Before and after'],
  [/\bGo back to A\b/, 'Restore “before”'],
  [/\b(hangs? on|statements hang|Den(y|ies) hangs?)\b/, 'depends on'],
  [/\b([Ii]n|out of) play\b/, 'applies, none attached, or does not apply'],
  [/\bNot visible to me\b/, 'I can’t see it'],
  [/\bSuppose they allow\b/, 'What if they allow?'],
  [/\bany other value\b/, 'anything else'],
  [/\bFrom (parts|types)\b/, 'Build the ARN'],
  [/\bNearest: /, 'Closest statement'],
  [/\b[Ss]cenario\b/, 'case'],
  [/\b(organis|recognis|authoris)/i, 'spelt with z, as AWS does'],
];

describe('the words of the page', () => {
  const all = [...features()].map(([name, files]) => ({
    name,
    files: files
      .map((path) => ({ path: relative(root, path), words: wordsOf(path, BELOW.includes(name)) }))
      .filter(({ words }) => words.length > 0),
  }));

  it('stand in one file a feature', () => {
    mkdirSync(out, { recursive: true });
    for (const { name, files } of all) {
      const text = files.map(
        ({ path, words }) => `${basename(path)}\n${words.map((each) => `  ${each}\n`).join('')}`,
      );
      writeFileSync(join(out, `${name}.txt`), text.join('\n'));
    }
    const ofVerdict = all.find(({ name }) => name === 'verdict')!.files.flatMap(({ words }) => words);
    expect(ofVerdict).toContain('How to allow it');
    expect(all.find(({ name }) => name === 'walk')!.files.flatMap(({ words }) => words)).toContain(
      'Evaluation, step by step',
    );
    const said = (folder: string): readonly string[] =>
      all.find(({ name }) => name === folder)!.files.flatMap(({ words }) => words);
    expect(said('checks')).toContain('Remove the Sid');
    expect(said('checks')).not.toContain('NotPrincipal');
    expect(said('formats')).toContain('This case is too large for a link. Save it as a file instead.');
    expect(said('intake').length).toBeGreaterThan(200);
    expect(said('audit').length).toBeGreaterThan(100);
    expect(all.flatMap(({ files }) => files).length).toBeGreaterThan(100);
  });

  it('have none that was given up', () => {
    const left = all.flatMap(({ files }) =>
      files.flatMap(({ path, words }) =>
        words.flatMap((text) =>
          GIVEN_UP.filter(([old]) => old.test(text)).map(([, now]) => `${path}: “${text}” is now “${now}”`),
        ),
      ),
    );
    expect(left).toEqual([]);
  });
});
