/** Policies in Terraform's language: the value of `jsonencode(…)`, in a plan or in a configuration. */
import { parse } from 'jsonc-parser';
import { isObject } from './values';

export interface Encoded {
  /** The attribute it is the value of: `assume_role_policy`, `policy`. */
  readonly attribute: string;
  readonly value: unknown;
}

const CALL = 'jsonencode(';
const MAX_CALLS = 100;

/** Every `attribute = jsonencode({ … })` whose value is an object. */
export function jsonencodeIn(text: string): readonly Encoded[] {
  const found: Encoded[] = [];
  let at = text.indexOf(CALL);
  for (let calls = 0; at !== -1 && calls < MAX_CALLS; calls += 1) {
    const start = at + CALL.length;
    const attribute = /([\w-]+)\s*=\s*$/.exec(text.slice(Math.max(0, at - 120), at))?.[1];
    const end = closing(text, start);
    if (attribute !== undefined && end !== undefined) {
      const value: unknown = parse(toJson(text.slice(start, end)), [], { allowTrailingComma: true });
      if (isObject(value)) found.push({ attribute, value });
    }
    at = text.indexOf(CALL, end ?? start);
  }
  return found;
}

/** Where the bracket opened before `start` closes; undefined where the text ends before, or nests beyond reason. */
function closing(text: string, start: number): number | undefined {
  let [open, quoted] = [1, false];
  for (let at = start; at < text.length && open < 100; at += 1) {
    const letter = text[at]!;
    if (quoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if ('({['.includes(letter)) open += 1;
    else if (')}]'.includes(letter)) {
      open -= 1;
      if (open === 0) return at;
    }
  }
  return undefined;
}

/** Marks of a plan go, `name = value` becomes `"name": value`, and what is not known yet becomes null. */
function toJson(hcl: string): string {
  return hcl
    .split('\n')
    .filter((line) => !/^\s*-\s+[^{}[\]\s]/.test(line)) // a line the plan takes away
    .map((line) =>
      line
        .replace(/^(\s*)[+~-]\s+/, '$1')
        .replace(/^(\s*)"?([\w:.*/-]+)"?\s*=\s*/, '$1"$2": ')
        .replace(/([{,]\s*)([A-Za-z]\w*)\s*=\s*/g, '$1"$2": ')
        .replace(/"(?:[^"\\]|\\.){0,500}"\s*->\s*("(?:[^"\\]|\\.){0,500}")/, '$1')
        .replace(/\(known after apply\)/g, 'null')
        .replace(
          /^(\s*(?:"[^"]*": )?)((?:var|local|data|module|aws_\w+)\.[\w.[\]"*-]+)(,?)\s*$/,
          '$1"${$2}"$3',
        ),
    )
    .join('\n');
}
