/**
 * A large answer of `get-account-authorization-details` read while it comes: each user, role, group and policy is parsed by itself, so that
 * the text as a whole is never in memory beside what is read of it.
 */
import type { JsonObject } from '../evidence/values';
import { isObject } from '../evidence/values';

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = new Set([123, 91]);
const CLOSE = new Set([125, 93]);
/** The answer is 1 deep, a list of it 2, what is listed 3. */
const LISTED = 3;

export class AccountPieces {
  readonly #listed: unknown[] = [];
  /** The text without what is listed: `{}` stands for each. */
  #frame = '';
  /** The beginning of something listed, of which the rest is still to come. */
  #begun = '';
  #depth = 0;
  #quoted = false;
  #escaped = false;

  /** The next part of the text. Throws where something that is listed is no JSON. */
  add(part: string): void {
    let from = 0;
    for (let at = 0; at < part.length; at += 1) {
      const code = part.charCodeAt(at);
      if (this.#quoted) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#quoted = false;
      } else if (code === QUOTE) this.#quoted = true;
      else if (OPEN.has(code)) {
        this.#depth += 1;
        if (this.#depth !== LISTED) continue;
        this.#frame += part.slice(from, at);
        from = at;
      } else if (CLOSE.has(code)) {
        this.#depth -= 1;
        if (this.#depth !== LISTED - 1) continue;
        this.#listed.push(JSON.parse(this.#begun + part.slice(from, at + 1)));
        this.#begun = '';
        this.#frame += '{}';
        from = at + 1;
      }
    }
    const rest = part.slice(from);
    if (this.#depth >= LISTED) this.#begun += rest;
    else this.#frame += rest;
  }

  /** All of it, as `JSON.parse` of the text would read it. Throws where the text is no JSON object or ends in the middle. */
  end(): JsonObject {
    const frame = JSON.parse(this.#frame) as unknown;
    if (!isObject(frame)) throw new SyntaxError('no object');
    let next = 0;
    const filled = (value: unknown): unknown =>
      typeof value === 'object' && value !== null ? this.#listed[next++] : value;
    return Object.fromEntries(
      Object.entries(frame).map(([name, value]) => {
        if (Array.isArray(value)) return [name, value.map(filled)];
        if (!isObject(value)) return [name, value];
        return [name, Object.fromEntries(Object.entries(value).map(([own, one]) => [own, filled(one)]))];
      }),
    );
  }
}
