/** The statements of a policy, matched against one request after another. */
import type { Facts } from '../facts';
import type { Reader, Reading } from './reading';
import type { Statement, StatementMatch } from './statement';

export interface Matched {
  readonly reading: Reading;
  /** For each statement. */
  readonly matches: readonly StatementMatch[];
}

export class Matcher {
  #matched: Matched | undefined;

  constructor(
    readonly statements: readonly Statement[],
    readonly reader: Reader,
  ) {}

  /** The same object for as long as the request says the same to the policy. */
  match(facts: Facts): Matched {
    const reading = this.reader.read(facts);
    const before = this.#matched;
    if (before?.reading === reading) return before;
    const changed = this.reader.changed(before?.reading, reading);
    const matches: StatementMatch[] = [];
    for (let at = 0; at < this.statements.length; at += 1) {
      const statement = this.statements[at]!;
      const known = before?.matches[at];
      const stays = known !== undefined && (changed & statement.bits) === 0;
      matches.push(stays ? known : statement.match(facts, reading));
    }
    this.#matched = { reading, matches };
    return this.#matched;
  }
}
