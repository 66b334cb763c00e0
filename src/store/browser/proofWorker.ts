/** The worker that compares two cases over all requests. It knows what it is sent, and is ended to cancel. */
import type { Guard } from '../../case/guard';
import type { Scenario } from '../../case/scenario';
import { catalogPartsOf, decodeActions, decodeIndex, decodeService } from '../../catalog/service-codec';
import { createCatalog } from '../../catalog/service-reference';
import type { Catalog, CatalogParts, Service } from '../../catalog/service-reference';
import type { Comparison } from '../../reasoning/comparison';
import { compareCases } from '../../reasoning/questions/cases';
import { proveGuards } from '../../reasoning/questions/guards';
import type { GuardAnswer } from '../../reasoning/questions/guards';
import { runTest, type TestResult } from '../../explain/run-tests';
import type { ReferencePart } from './reference';

export interface ProofQuestion {
  /** Larger for each question. */
  readonly number: number;
  readonly a: Scenario;
  readonly b: Scenario;
  readonly guards: readonly Guard[];
}

export interface TurnedTest {
  readonly name: string;
  readonly before: TestResult;
  readonly after: TestResult;
}

export interface ProofAnswer {
  readonly number: number;
  readonly comparison: Comparison;
  readonly guards: readonly GuardAnswer[];
  readonly tests: readonly TurnedTest[];
}

export type ProofMessage =
  | { readonly kind: 'reference'; readonly part: ReferencePart }
  | { readonly kind: 'compare'; readonly question: ProofQuestion };

/** After so long what is proved so far is told. */
const LONGEST_MS = 10_000;

let parts: CatalogParts | undefined;
let services: readonly Service[] = [];
let catalog: Catalog | undefined;

function learn(part: ReferencePart): void {
  if (part.kind === 'index') parts = catalogPartsOf(decodeIndex(part.json));
  else if (part.kind === 'services') services = [...services, ...part.json.map(decodeService)];
  else if (parts) parts = { ...parts, actions: decodeActions(part.json) };
  catalog = parts && createCatalog({ ...parts, services });
}

function answer(known: Catalog, { number, a, b, guards }: ProofQuestion): ProofAnswer {
  const end = performance.now() + LONGEST_MS;
  const options = { catalog: known, stop: () => performance.now() > end };
  return {
    number,
    comparison: compareCases(a, b, options),
    guards: proveGuards(b, guards, a, options),
    tests: (b.tests ?? []).map((test) => ({
      name: test.name,
      before: runTest(a, test),
      after: runTest(b, test),
    })),
  };
}

self.onmessage = ({ data }: MessageEvent<ProofMessage>) => {
  if (data.kind === 'reference') learn(data.part);
  else if (catalog) self.postMessage(answer(catalog, data.question));
};
