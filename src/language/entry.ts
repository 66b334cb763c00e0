/**
 * What a table says of a name that somebody wrote; undefined where it says nothing. Every object answers to names such as
 * `constructor`, which stand in no table.
 */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
