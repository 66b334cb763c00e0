/** What is no template but an attack on its reader, told before the parser of YAML sees it, whose work on it has no bound. */
import { Fault, MAX_DEPTH } from './tree';

/** CloudFormation User Guide, "CloudFormation quotas": a template body of 1 MB. */
const MAX_LENGTH = 1_000_000;
/** Values are told by lines and commas. A template of 1 MB has some 30,000 lines. */
const MAX_VALUES = 60_000;
const MAX_INDENT = 1_000;
/** Code inside a template may leave brackets open; so many it does not. */
const MAX_OPEN = 2_000;

/** @throws Fault at the place that is too much. */
export function checkBounds(text: string): void {
  if (text.length > MAX_LENGTH)
    throw new Fault('it is longer than 1 MB, which CloudFormation takes at most', MAX_LENGTH);
  let [values, open, indent, markers, atStart] = [0, 0, 0, 0, true];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (letter === '\n') [values, indent, markers, atStart] = [values + 1, 0, 0, true];
    else if (atStart && letter === ' ') indent += 1;
    // `- - - a` and `? ? ? a` nest by one each, in one line.
    else if (atStart && '-?:'.includes(letter) && /[\s\-?:]/.test(text[at + 1] ?? ' ')) markers += 1;
    else atStart = false;
    if (letter === ',') values += 1;
    else if (letter === '[' || letter === '{') open += 1;
    else if (letter === ']' || letter === '}') open = Math.max(0, open - 1);
    if (values > MAX_VALUES) throw new Fault(`it has more than ${MAX_VALUES} values`, at);
    if (markers > MAX_DEPTH || indent > MAX_INDENT || open > MAX_OPEN)
      throw new Fault('it is nested too deep', at);
  }
}
