/**
 * The groups of an account by name. AWS does not tell names apart by case, so a reference that is written another way is the same
 * group. IAM API Reference: CreateGroup ("Names are not distinguished by case").
 * Where files of two accounts are mixed, a user is in the group of its own account, or in one that is not known.
 */
import type { JsonObject } from '../evidence/values';
import { textAt } from '../evidence/values';

const accountIn = (arn: string | undefined): string => arn?.split(':')[4] ?? '';

export class GroupsByName extends Map<string, JsonObject> {
  readonly #own: ReadonlyMap<string, JsonObject>;
  readonly #accounts: ReadonlySet<string>;

  /** In the order of the files: of two with one name and account the later counts. */
  constructor(readonly all: readonly JsonObject[]) {
    const named = all.flatMap((group) => {
      const name = textAt(group, 'GroupName');
      return name === undefined ? [] : [{ name, account: accountIn(textAt(group, 'Arn')), group }];
    });
    super(named.map(({ name, group }) => [name, group]));
    this.#own = new Map(
      named.flatMap(({ name, account, group }) => [
        [name.toLowerCase(), group],
        [`${account} ${name.toLowerCase()}`, group],
      ]),
    );
    this.#accounts = new Set(named.map(({ account }) => account).filter((account) => account !== ''));
  }

  /** The group of that name in the account of a user; undefined: it is not in the files. */
  of(name: string, member: string | undefined): JsonObject | undefined {
    const alike = name.toLowerCase();
    return this.#own.get(this.#accounts.size > 1 ? `${accountIn(member)} ${alike}` : alike);
  }
}
