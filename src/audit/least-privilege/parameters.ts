/** The values in a call's parameters by the name of the member that holds them, however deep. */

export interface Values {
  /** Names in lower case; of a list, the name of the member that holds the list. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly all: readonly string[];
}

/** No call of AWS has more; a hostile one is read as far. */
const MOST_VALUES = 2_000;

export function valuesByName(parameters: unknown): Values {
  const byName = new Map<string, string[]>();
  const all: string[] = [];
  const pending: { readonly name: string; readonly value: unknown }[] = [{ name: '', value: parameters }];
  for (let next = pending.pop(); next !== undefined && all.length < MOST_VALUES; next = pending.pop()) {
    const { name, value } = next;
    if (typeof value === 'string') {
      if (value === '') continue;
      all.push(value);
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [value]);
      else if (!known.includes(value)) known.push(value);
    } else if (Array.isArray(value)) {
      for (const item of [...(value as readonly unknown[])].reverse()) pending.push({ name, value: item });
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).reverse();
      for (const [inner, item] of entries) pending.push({ name: inner.toLowerCase(), value: item });
      // DynamoDB's batches are maps: their names are the tables.
      if (name === 'requestitems') pending.push({ name, value: entries.map(([inner]) => inner).reverse() });
    }
  }
  return { byName, all };
}
