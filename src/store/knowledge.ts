/**
 * Brings in what the page knows of AWS: the service reference, as far as the case needs it, and the checks.
 * Loaded after the first paint.
 */
import { mentionedServices } from '../catalog/mentioned';
import { catalogPartsOf, decodeActions, decodeIndex, decodeService } from '../catalog/service-codec';
import { createCatalog } from '../catalog/service-reference';
import type { CatalogParts, Service } from '../catalog/service-reference';
import { listPolicies, policyText, type Scenario } from '../case/scenario';
import { fetchPart, fetchParts, type ReferencePart } from './browser/reference';
import { startCheckWorker } from './browser/startWorker';
import type { Message } from './browser/checkWorker';
import { useReference } from './catalog';
import { createChecker, type Answer } from './checker';
import { afterPause } from './pause';
import { useVerdict, viewed } from './store';

/** A pause in typing after which the checks run. */
const PAUSE_MS = 150;

/** What is looked at: the checks and the reference follow the policies on the screen. */
const present = (): Scenario => viewed(useVerdict.getState());

/** Starts the worker and keeps the findings in step with the case. Returns how to tell it more of the reference. */
function startChecks(): (part: ReferencePart) => void {
  const worker = startCheckWorker();
  const post = (message: Message): void => worker.postMessage(message);
  const checker = createChecker((question) => post({ kind: 'check', question }));
  worker.onmessage = ({ data }: MessageEvent<Answer>) => checker.take(data);
  const soon = afterPause(() => checker.look(present()), PAUSE_MS);
  useVerdict.subscribe((state, before) => {
    if (viewed(state) !== viewed(before)) soon();
  });
  checker.look(present());
  return (part) => {
    post({ kind: 'reference', part });
    checker.forget();
    soon();
  };
}

/** What the case speaks of: its request and all of its policies. */
function textsOf({ request, policies }: Scenario): readonly string[] {
  const texts = listPolicies(policies).map(({ policy }) => policyText(policy));
  return [request.principal, request.action, request.resource, ...texts];
}

/** Fetches the reference, part by part, and hands each part on. */
async function startReference(tell: (part: ReferencePart) => void): Promise<void> {
  const json = await fetchPart('index.json');
  const index = decodeIndex(json);
  let parts: CatalogParts = catalogPartsOf(index);
  const services = new Map<string, Service>();
  const wanted = new Set<string>();
  const show = (): void =>
    useReference.setState({ catalog: createCatalog({ ...parts, services: services.values() }) });

  const fetchActions = async (): Promise<void> => {
    const actions = await fetchPart(index.actionsFile);
    parts = { ...parts, actions: decodeActions(actions) };
    show();
    tell({ kind: 'actions', json: actions });
  };
  const fetchServices = async (): Promise<void> => {
    const { catalog } = useReference.getState();
    if (!catalog) return;
    const fresh = mentionedServices(catalog, textsOf(present())).filter((prefix) => !wanted.has(prefix));
    if (fresh.length === 0) return;
    for (const prefix of fresh) wanted.add(prefix);
    const found = await fetchParts(fresh.map((prefix) => index.services[prefix]![1]));
    for (const service of found.map(decodeService)) services.set(service.prefix, service);
    // Asked for again only when the network is back: typing must not turn into a run of failing requests.
    useReference.setState({ unreachable: [...wanted].filter((prefix) => !services.has(prefix)) });
    show();
    tell({ kind: 'services', json: found });
  };

  show();
  tell({ kind: 'index', json });
  let pause: ReturnType<typeof setTimeout> | undefined;
  useVerdict.subscribe((state, before) => {
    if (viewed(state) === viewed(before)) return;
    clearTimeout(pause);
    pause = setTimeout(() => void fetchServices(), PAUSE_MS);
  });
  window.addEventListener('online', () => {
    for (const prefix of useReference.getState().unreachable) wanted.delete(prefix);
    void fetchServices();
  });
  await Promise.all([fetchActions(), fetchServices()]);
}

/** Begins once a visit. Without the reference the checks that need none run all the same. */
export function beginKnowledge(): void {
  const tell = startChecks();
  startReference(tell).catch(() => useReference.setState({ failed: true }));
}
