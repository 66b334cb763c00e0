/** The blocks of Terraform in a text, which may hold other things between: prose, a plan, another file. */
import { blockAt } from '../hcl/body';
import { HclFault, type Block } from '../hcl/tree';
import type { TextPart } from '../types';

/** Terraform, "Files and Directories": what stands at the top of a configuration. */
const TOP =
  /^[ \t]*(?:(?:resource|data|ephemeral)[ \t]+"[^"\n]+"[ \t]+"[^"\n]+"|(?:module|variable|output|provider|check)[ \t]+"[^"\n]+"|terraform|locals|moved|import|removed|statement)[ \t]*\{/gm;

/** Reading one start after another takes at most this many letters in all. */
const MAX_READ = 4_000_000;
/** Blocks that break off: each may be looked through to the end of the text for what closes it. */
const MAX_FAULTS = 200;

export interface Fault {
  readonly message: string;
  readonly offset: number;
  /** The line that the block begins with. */
  readonly what: string;
  readonly start: number;
}

export interface FoundBlocks {
  readonly blocks: readonly Block[];
  readonly faults: readonly Fault[];
  readonly parts: readonly TextPart[];
}

/** Every block that can be read, and where those break off that cannot. Never throws. */
export function blocksIn(text: string): FoundBlocks {
  const blocks: Block[] = [];
  const faults: Fault[] = [];
  const parts: TextPart[] = [];
  let left = MAX_READ;
  TOP.lastIndex = 0;
  for (let match = TOP.exec(text); match !== null; match = TOP.exec(text)) {
    const indentation = /^[ \t]*/.exec(match[0])![0].length;
    const start = match.index + indentation;
    if (left <= 0 || faults.length >= MAX_FAULTS) {
      const message = 'too much before it breaks off';
      faults.push({ message, offset: start, what: match[0].trim(), start });
      parts.push({ start, end: text.length });
      break;
    }
    try {
      const block = blockAt(text, start);
      blocks.push(block);
      parts.push({ start, end: block.end });
      TOP.lastIndex = block.end;
      left -= block.end - start;
    } catch (error) {
      if (!(error instanceof HclFault)) throw error;
      const end = endOfBroken(text, match.index, indentation);
      faults.push({ message: error.message, offset: error.offset, what: match[0].trim(), start });
      parts.push({ start, end });
      TOP.lastIndex = end;
      left -= Math.max(error.offset, end) - start;
    }
  }
  return { blocks, faults, parts };
}

/** What is indented deeper than its first line belongs to a block that breaks off: none of it is a block of its own. */
function endOfBroken(text: string, start: number, indentation: number): number {
  const next = new RegExp(`^[ \\t]{0,${indentation}}[A-Za-z]`, 'gm');
  next.lastIndex = text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start) + 1;
  const found = next.exec(text);
  return found === null ? text.length : found.index;
}
