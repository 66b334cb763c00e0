/**
 * The groups of an account by name. AWS does not tell names apart by case, so a reference that is written another way is the same
 * group; where two accounts are mixed, the one that is written so counts.
 * IAM API Reference: CreateGroup ("Names are not distinguished by case").
 */
import type { JsonObject } from '../evidence/values';

export class GroupsByName extends Map<string, JsonObject> {
  /** By small letters, made with the first name that is not there as written. */
  #alike: ReadonlyMap<string, JsonObject> | undefined;

  override get(name: string): JsonObject | undefined {
    return super.get(name) ?? this.#alikeNow().get(name.toLowerCase());
  }

  override has(name: string): boolean {
    return super.has(name) || this.#alikeNow().has(name.toLowerCase());
  }

  #alikeNow(): ReadonlyMap<string, JsonObject> {
    this.#alike ??= new Map([...this].map(([name, group]) => [name.toLowerCase(), group]));
    return this.#alike;
  }
}
