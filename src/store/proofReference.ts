/** The part of the service reference that a worker needs to reason about policies. */
import { mentionedServices } from '../catalog/mentioned';
import { catalogPartsOf, decodeIndex } from '../catalog/service-codec';
import { createCatalog } from '../catalog/service-reference';
import type { Catalog } from '../catalog/service-reference';
import { fetchPart, fetchParts, type ReferencePart } from './browser/reference';

/** What all workers are to know, fetched once for the visit. */
class Reference {
  readonly #parts: ReferencePart[] = [];
  readonly #asked = new Set<string>();
  #catalog: Catalog | undefined;
  #files: ReturnType<typeof decodeIndex>['services'] = {};

  /** All parts that were fetched so far, once those are there of which the texts speak. */
  async partsFor(texts: readonly string[]): Promise<readonly ReferencePart[]> {
    if (!this.#catalog) {
      const json = await fetchPart('index.json');
      const index = decodeIndex(json);
      const actions = await fetchPart(index.actionsFile);
      this.#catalog ??= createCatalog(catalogPartsOf(index));
      if (this.#parts.length === 0)
        this.#parts.push({ kind: 'index', json }, { kind: 'actions', json: actions });
      this.#files = index.services;
    }
    const fresh = mentionedServices(this.#catalog, texts).filter((prefix) => !this.#asked.has(prefix));
    for (const prefix of fresh) this.#asked.add(prefix);
    if (fresh.length > 0) {
      const json = await fetchParts(fresh.map((prefix) => this.#files[prefix]![1]));
      this.#parts.push({ kind: 'services', json });
    }
    return [...this.#parts];
  }
}

export const proofReference = new Reference();
