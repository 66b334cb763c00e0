/** A worker's catalog, made of the parts of the service reference that the page sends. */
import { catalogPartsOf, decodeActions, decodeIndex, decodeService } from '../../catalog/service-codec';
import { createCatalog } from '../../catalog/service-reference';
import type { Catalog, CatalogParts, Service } from '../../catalog/service-reference';
import type { ReferencePart } from './reference';

export class TakenCatalog {
  #parts: CatalogParts | undefined;
  #services: readonly Service[] = [];
  /** Undefined until the index is there. */
  catalog: Catalog | undefined;

  take(part: ReferencePart): void {
    if (part.kind === 'index') this.#parts = catalogPartsOf(decodeIndex(part.json));
    else if (part.kind === 'services') this.#services = [...this.#services, ...part.json.map(decodeService)];
    else if (this.#parts) this.#parts = { ...this.#parts, actions: decodeActions(part.json) };
    this.catalog = this.#parts && createCatalog({ ...this.#parts, services: this.#services });
  }
}
