/** The worker that runs the checks, away from the page's own thread. It knows what it is sent and fetches nothing. */
import { catalogPartsOf, decodeActions, decodeIndex, decodeService } from '../../catalog/service-codec';
import { createCatalog } from '../../catalog/service-reference';
import type { Catalog, CatalogParts, Service } from '../../catalog/service-reference';
import { checkPolicy } from '../../checks/check-policy';
import { provenFindings } from '../../checks/proven';
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

/** What is still to be proved, the last question of each policy. */
const toProve = new Map<string, { readonly question: Question; readonly checked: Answer }>();
let next: ReturnType<typeof setTimeout> | undefined;

function check(question: Question): void {
  const { number, policy, text, type, account } = question;
  const findings = checkPolicy(text, type, catalog, account === undefined ? {} : { account });
  const checked: Answer = { number, policy, findings };
  self.postMessage(checked);
  toProve.set(policy, { question, checked });
  clearTimeout(next);
  next = setTimeout(prove, IDLE_MS);
}

/** One policy at a time, so that a newer question is answered before. */
function prove(): void {
  const [first] = toProve.values();
  if (!first) return;
  const { question, checked } = first;
  toProve.delete(question.policy);
  const proven = provenFindings(question.text, question.type, checked.findings, catalog);
  const findings = [...checked.findings, ...proven].sort((a, b) => a.span.offset - b.span.offset);
  if (proven.length > 0) self.postMessage({ ...checked, findings });
  next = setTimeout(prove, 0);
}

/** Proofs wait until no question has come for so long. */
const IDLE_MS = 250;

self.onmessage = ({ data }: MessageEvent<Message>) => {
  if (data.kind === 'reference') learn(data.part);
  else check(data.question);
};
