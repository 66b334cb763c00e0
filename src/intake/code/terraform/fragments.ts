/** Parts of a configuration without the block around: `policy = jsonencode({…})`, an object, the inside of a statement. */
import { bodyOf, expressionAt } from '../hcl/body';
import { HclFault, type Block, type Expression } from '../hcl/tree';
import type { Fault } from './blocks';

/** Where such a part may begin: a call or heredoc, alone or given to a name, or an object in Terraform's own notation. */
const START =
  /(?:(?<![\w-])([A-Za-z_][\w-]*)[ \t]*=[ \t]*)?(?:(jsonencode\s*\()|(<<[-~]?\w+[ \t]*\n)|([{[](?=\s{0,200}(?:(?:#|\/\/)[^\n]{0,300}\n\s{0,200}){0,20}\{?\s{0,200}"?(?:Version|Statement|Sid|Effect|Action|NotAction|Resource|Principal)"?\s*=[^=])))/g;

export interface Fragment {
  /** The argument whose value it is. */
  readonly name: string | undefined;
  readonly value: Expression;
}

export interface Fragments {
  readonly found: readonly Fragment[];
  readonly faults: readonly Fault[];
}

const MAX_READ = 2_000_000;
const MAX_FOUND = 500;
const MAX_FAULTS = 200;

/** The parts in a text whose blocks have been taken out. Never throws. */
export function fragmentsIn(text: string): Fragments {
  const found: Fragment[] = [];
  const faults: Fault[] = [];
  let left = MAX_READ;
  START.lastIndex = 0;
  for (
    let match = START.exec(text);
    match !== null && left > 0 && found.length < MAX_FOUND && faults.length < MAX_FAULTS;
    match = START.exec(text)
  ) {
    const start = match.index + match[0].length - (match[2] ?? match[3] ?? match[4])!.length;
    try {
      const value = expressionAt(text, start);
      found.push({ name: match[1], value });
      START.lastIndex = Math.max(value.end, START.lastIndex);
      left -= value.end - start;
    } catch (error) {
      if (!(error instanceof HclFault)) throw error;
      left -= error.offset - start + 500;
      const what = text
        .slice(start, start + 60)
        .split('\n', 1)[0]!
        .trim();
      faults.push({ message: error.message, offset: error.offset, what, start });
      START.lastIndex = Math.max(error.offset, START.lastIndex);
    }
  }
  return { found, faults };
}

/** The inside of a statement or of a data source, as one block; undefined where the text is none. */
export function insideOf(text: string): Block | undefined {
  if (!/^[ \t]*(?:not_)?actions[ \t]*=/m.test(text)) return undefined;
  try {
    const body = bodyOf(text);
    const named = ['actions', 'not_actions'].some((name) => body.attributes.has(name));
    if (!named) return undefined;
    const statement: Block = { type: 'statement', labels: [], body, start: 0, end: text.length };
    return statement;
  } catch (error) {
    if (error instanceof HclFault) return undefined;
    throw error;
  }
}
