/** The worker that runs the checks, away from the page's own thread. It knows what it is sent and fetches nothing. */
import { catalogPartsOf, decodeActions, decodeIndex, decodeService } from '../../catalog/service-codec';
import { createCatalog } from '../../catalog/service-reference';
import type { Catalog, CatalogParts, Service } from '../../catalog/service-reference';
import { checkPolicy } from '../../checks/check-policy';
import type { Answer, Question } from '../checker';
import type { ReferencePart } from './reference';

export type Message =
  | { readonly kind: 'check'; readonly question: Question }
  | { readonly kind: 'reference'; readonly part: ReferencePart };

let parts: CatalogParts | undefined;
let services: readonly Service[] = [];
let catalog: Catalog | undefined;

function learn(part: ReferencePart): void {
  if (part.kind === 'index') parts = catalogPartsOf(decodeIndex(part.json));
  else if (part.kind === 'services') services = [...services, ...part.json.map(decodeService)];
  else if (parts) parts = { ...parts, actions: decodeActions(part.json) };
  catalog = parts && createCatalog({ ...parts, services });
}

function answer({ number, policy, text, type, account }: Question): Answer {
  const findings = checkPolicy(text, type, catalog, account === undefined ? {} : { account });
  return { number, policy, findings };
}

self.onmessage = ({ data }: MessageEvent<Message>) => {
  if (data.kind === 'reference') learn(data.part);
  else self.postMessage(answer(data.question));
};
