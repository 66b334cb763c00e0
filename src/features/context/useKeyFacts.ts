import { notSent, type NotSent } from '../../catalog/request-keys';
import { keyFacts, type KeyFacts } from '../../checks/key-facts';
import { useCatalog } from '../../store/catalog';
import { useScenario } from '../../store/selectors';

/** What is known of a context key: from the global keys, or from the service reference as far as it has arrived. */
export function useKeyFacts(key: string): KeyFacts | undefined {
  return keyFacts(useCatalog(), key);
}

/** Why AWS does not send the key with what is asked; undefined when it does. */
export function useNotSent(key: string): NotSent | undefined {
  const catalog = useCatalog();
  const { action, resource } = useScenario().request;
  return catalog && notSent(catalog, action, resource, key);
}
