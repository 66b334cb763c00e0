import { useEffect, useState } from 'react';
import { typesOfAction } from '../../catalog/resource-fit';
import { useCatalog } from '../../store/catalog';
import { setRequest } from '../../case/edits';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';

/**
 * Fills in `*` for an action that was chosen and has no resource-level permissions, once the reference tells. A
 * resource that is already there stays, and is pointed out.
 */
export function useStar(): (action: string) => void {
  const [chosen, setChosen] = useState<string>();
  const catalog = useCatalog();
  const { action, resource } = useScenario().request;
  const edit = useVerdict((state) => state.edit);
  const say = useVerdict((state) => state.say);
  const settle = useVerdict((state) => state.settle);
  useEffect(() => {
    if (chosen !== action) return;
    const types = catalog && typesOfAction(catalog, action);
    if (types === undefined && resource === '') return;
    // Once for each choice: what is undone stays undone.
    setChosen(undefined);
    if (types?.length !== 0 || resource !== '') return;
    settle();
    edit((scenario) => setRequest(scenario, { resource: '*' }));
    say(`${action} works on no single resource, so Resource is set to *.`);
  }, [chosen, action, resource, catalog, edit, say, settle]);
  return setChosen;
}
