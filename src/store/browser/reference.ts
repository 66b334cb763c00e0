/**
 * Fetches the service reference, a file at a time, from beside the page: the names of all services, then the names
 * of all actions, then the details of the services that are asked for.
 */

/** A file that is part of the reference, as it came. */
export type ReferencePart =
  | { readonly kind: 'index'; readonly json: unknown }
  | { readonly kind: 'actions'; readonly json: unknown }
  | { readonly kind: 'services'; readonly json: readonly unknown[] };

/** So many at once: a policy may name hundreds of services. */
const AT_ONCE = 6;

/** The JSON of a file of the reference; rejects when it cannot be fetched. */
export async function fetchPart(file: string): Promise<unknown> {
  const response = await fetch(new URL(`iam/${file}`, document.baseURI));
  if (!response.ok) throw new Error(`The reference has no ${file}`);
  return response.json();
}

/** The JSON of those of the files that could be fetched. */
export async function fetchParts(files: readonly string[]): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const settled = await Promise.allSettled(files.slice(at, at + AT_ONCE).map(fetchPart));
    for (const result of settled) if (result.status === 'fulfilled') found.push(result.value);
  }
  return found;
}
