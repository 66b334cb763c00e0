/**
 * What the AWS CLI draws with `--output table`, as the JSON that it was made of. AWS CLI User Guide, "Table output format":
 * each part has a title; members with one value stand under their names or, where the window was too narrow for that,
 * beside them; a part of a part has one more frame on each side.
 */

/** Names whose values are lists: one row alone does not tell. */
const LISTS: ReadonlySet<string> = new Set(
  (
    'AttachedPolicies PolicyNames Policies Versions Statement EvaluationResults MatchedStatements MissingContextValues ' +
    'ResourceSpecificResults UserDetailList GroupDetailList RoleDetailList UserPolicyList GroupPolicyList RolePolicyList ' +
    'AttachedManagedPolicies PolicyVersionList GroupList InstanceProfileList Tags Roles Users Groups PolicyGroups PolicyUsers ' +
    'PolicyRoles Targets VpcEndpoints evaluations policies attachedTo matchedPolicies matchedStatements Grants Rules'
  ).split(' '),
);

interface Line {
  /** How many frames stand around it: 0 is the outermost part. */
  readonly depth: number;
  readonly kind: 'rule' | 'cells';
  readonly text: string;
}

interface Section {
  readonly title: string;
  /** The names of the columns; absent where there are none. */
  names?: readonly string[];
  readonly rows: (readonly string[])[];
  /** The parts of each row, by its number; of a part without rows under 0. */
  readonly parts: Map<number, Section[]>;
}

const RULE = /^(\|*)(?:\+[-+]+\+|-{3,})(\|*)$/;
/** The first line of a table, with a title under it. */
const START = /^[ \t]*-{10,}[ \t]*\n[ \t]*\|[^\n]{3,20000}\|[ \t]*\n[ \t]*\+[-+]+\+[ \t]*$/m;

/** The text with each table as JSON in its place; a table that is broken stays as it is. */
export function withTables(text: string): string {
  if (!START.test(text)) return text;
  const lines = text.split('\n');
  const out: string[] = [];
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (end < lines.length && isOfTable(lines[end]!)) end += 1;
    const value = end - at < 4 ? undefined : tableOf(lines.slice(at, end).map((line) => line.trim()));
    if (value !== undefined) out.push(JSON.stringify(value, null, 2));
    else out.push(...lines.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return out.join('\n');
}

/** A line that is cut is one of the table too: what stands there is not read without it. */
function isOfTable(line: string): boolean {
  return /^[ \t]*(?:[|+]|-{3,}[ \t]*$)/.test(line);
}

/** The value that one table was made of; undefined where a line of it is cut, or of another length. */
function tableOf(lines: readonly string[]): unknown {
  const width = lines[0]!.length;
  const read = lines.flatMap((line) => (line.length === width ? (lineOf(line) ?? []) : []));
  // Every part ends with a line: what ends otherwise was cut.
  if (read.length < lines.length || read.at(-1)!.kind !== 'rule') return undefined;
  const tops = sectionsOf(read);
  if (tops === undefined) return undefined;
  return tops.length === 1 ? valueOf(tops[0]!) : tops.map(valueOf).flat();
}

function lineOf(line: string): Line | undefined {
  const [, before = '', behind = ''] = RULE.exec(line) ?? [];
  if (RULE.test(line))
    return before.length === behind.length ? { depth: before.length, kind: 'rule', text: line } : undefined;
  const left = line.search(/[^|]|$/);
  const right = line.length - (line.match(/[^|](?=\|{1,100}$)/)?.index ?? line.length) - 1;
  return left === right && left > 0 ? { depth: left - 1, kind: 'cells', text: line } : undefined;
}

/** The outermost parts with all others in them. Under a title, which fills its line, stand names or rows. */
function sectionsOf(lines: readonly Line[]): readonly Section[] | undefined {
  const [tops, open]: [Section[], Section[]] = [[], []];
  for (let at = 1; at < lines.length;) {
    const title = lines[at]!;
    if (title.kind !== 'cells' || title.depth > open.length) return undefined;
    const section: Section = { title: inside(title).trim(), rows: [], parts: new Map() };
    open.length = title.depth;
    const parent = open.at(-1);
    if (parent === undefined) tops.push(section);
    else addPart(parent, section);
    open.push(section);
    // A list of which no member has a value of its own has no line under its title.
    if (lines[at + 1]?.kind !== 'rule') at += 1;
    else if (isToldAbove(section.title, parent)) at += 2;
    else at = readRows(lines, at + 1, section);
  }
  return tops.length === 0 ? undefined : tops;
}

/** Where a member is a text in one row and a list in another, its title stands under the text too, with nothing below. */
function isToldAbove(title: string, parent: Section | undefined): boolean {
  const row = parent?.rows.at(-1);
  if (parent === undefined || row === undefined) return false;
  const value =
    parent.names === undefined
      ? parent.rows.find(([name, , more]) => name === title && more === undefined)?.[1]
      : row[parent.names.indexOf(title)];
  return value !== undefined && value !== '' && !/^[[{]/.test(value);
}

function addPart({ rows, parts }: Section, part: Section): void {
  const row = Math.max(0, rows.length - 1);
  parts.set(row, [...(parts.get(row) ?? []), part]);
}

/** Reads from the line under a title to behind the last line of the part: rows, or names with rows under them. */
function readRows(lines: readonly Line[], from: number, section: Section): number {
  const rule = lines[from]!;
  const first = cellsFrom(lines, from + 1, rule);
  if (first.length === 0) return from + 1;
  const behind = from + 1 + first.length;
  const second = cellsFrom(lines, behind + 1, rule);
  const isTop = second.length > 0 && first.length === 1 && fits(second[0]!, rule);
  if (!isTop || (columns(rule) === 1 && isRow(first[0]!))) {
    section.rows.push(...first.map((line) => cellsOf(line, rule)));
    return behind + 1;
  }
  section.names = cellsOf(first[0]!, rule);
  section.rows.push(...second.map((line) => cellsOf(line, rule)));
  return behind + 1 + second.length + 1;
}

/** The lines of cells that follow, of the part of a rule. */
function cellsFrom(lines: readonly Line[], from: number, { depth }: Line): readonly Line[] {
  let end = from;
  while (lines[end]?.kind === 'cells' && lines[end]!.depth === depth) end += 1;
  return lines.slice(from, end);
}

/** Values begin behind two spaces; titles and names stand in the middle. */
function isRow(line: Line): boolean {
  return /^ {2}\S/.test(inside(line));
}

function joints({ text }: Line): readonly number[] {
  return [...text.matchAll(/\+/g)].map(({ index }) => index);
}

function columns(rule: Line): number {
  return joints(rule).length - 1;
}

/** Do the cells end where the rule says? */
function fits({ text }: Line, rule: Line): boolean {
  return joints(rule).every((index) => text[index] === '|');
}

function inside({ text, depth }: Line): string {
  return text.slice(depth + 1, text.length - depth - 1);
}

/** The cells of a row, cut where the rule above has its joints. */
function cellsOf(line: Line, rule: Line): string[] {
  if (!fits(line, rule)) return [inside(line).trim()];
  const ends = joints(rule);
  return ends.slice(1).map((end, index) => line.text.slice(ends[index]! + 1, end).trim());
}

function valueOf({ title, names, rows, parts }: Section): unknown {
  if (names !== undefined) {
    const items = rows.map((row, index) => ({
      ...Object.fromEntries(
        names.flatMap((name, column) =>
          row[column] === '' ? [] : [[name, scalar(title, name, row[column]!)]],
        ),
      ),
      ...partsOf(parts.get(index) ?? []),
    }));
    return items.length === 1 && !LISTS.has(title) ? items[0] : items;
  }
  const pairs = rows.every((row) => row.length === 2 && !DECISION.test(row[1]!));
  if (!pairs) return rows.map((row) => (row.length === 1 ? row[0] : listed(row)));
  // A member of a list has a cell for each name that any of them has.
  const told = LISTS.has(title) ? rows.filter(([, value]) => value !== '') : rows;
  const object = {
    ...Object.fromEntries(told.map(([name, value]) => [name!, scalar(title, name!, value!)])),
    ...partsOf([...parts.values()].flat()),
  };
  return LISTS.has(title) ? [object] : object;
}

const DECISION = /^(?:allowed|explicitDeny|implicitDeny)$/;

/** A row without names, as `--query '[].[a, b]'` makes them: of the simulator's answers each value tells what it is. */
function listed(row: readonly string[]): unknown {
  if (!row.some((value) => DECISION.test(value))) return row;
  return Object.fromEntries(
    row.map((value) => [
      DECISION.test(value)
        ? 'EvalDecision'
        : /^[a-z0-9-]{1,60}:\w{1,100}$/.test(value)
          ? 'EvalActionName'
          : 'EvalResourceName',
      value,
    ]),
  );
}

/** Parts with the same title one after another are the members of one list. */
function partsOf(parts: readonly Section[]): Readonly<Record<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const part of parts) {
    if (part.rows.length === 0 && part.parts.size === 0) continue;
    const value = valueOf(part);
    found.set(part.title, found.has(part.title) ? [found.get(part.title), value].flat() : value);
  }
  return Object.fromEntries(found);
}

/** Of these members, and under these operators, the value is one of two; elsewhere `True` may be a text. */
const IS_FLAG = /^(?:Is[A-Z]\w*|inline|AllowedBy\w+|(?:Block|Ignore|Restrict)Public\w+)$/;
const OF_FLAGS = /^(?:ForA(?:ny|ll)Values?:)?(?:Bool(?:IfExists)?|Null)$/;

function scalar(title: string, name: string, value: string): string | boolean {
  return (IS_FLAG.test(name) || OF_FLAGS.test(title)) && /^(?:True|False)$/.test(value)
    ? value === 'True'
    : value;
}
