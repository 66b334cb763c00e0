import { neverSent } from '../../catalog/request-keys';
import { keyFacts, type KeyFacts } from '../../checks/key-facts';
import { useCatalog } from '../../store/catalog';
import { useScenario } from '../../store/selectors';

/** What is known of a context key: from the global keys, or from the service reference as far as it has arrived. */
export function useKeyFacts(key: string): KeyFacts | undefined {
  return keyFacts(useCatalog(), key);
}

/** Does AWS never send the key with the action that is asked? */
export function useNeverSent(key: string): boolean {
  const catalog = useCatalog();
  const { action } = useScenario().request;
  return catalog !== undefined && neverSent(catalog, action, key);
}
