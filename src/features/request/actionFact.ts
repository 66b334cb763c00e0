/** What the service reference says of the action that was typed. */
import { splitAction } from '../../catalog/service-lookup';
import type { Catalog } from '../../catalog/service-reference';
import { nearest } from '../../checks/near-names';

export interface ActionFact {
  /** `Write`; undefined when the action is not known. */
  readonly level?: string;
  /** The reference has no such action; `use` is what was probably meant. */
  readonly hint?: { readonly text: string; readonly use: string | undefined };
}

/** Nothing while the reference is not there, or while the action is not whole. */
export function actionFact(catalog: Catalog | undefined, action: string): ActionFact {
  const parts = splitAction(action.trim());
  if (!catalog || !parts || parts.name === '' || /[*?]/.test(action)) return {};
  const prefix = parts.prefix.toLowerCase();
  const actions = catalog.actions(prefix);
  if (actions) {
    const known = actions.get(parts.name.toLowerCase());
    if (known) return { level: known.accessLevels.join(', ') };
    const meant = nearest(parts.name.toLowerCase(), actions.keys());
    const use = meant === undefined ? undefined : `${prefix}:${actions.get(meant)!.name}`;
    return {
      hint: {
        text: `AWS lists no action \`${parts.name}\` for ${catalog.serviceName(prefix) ?? prefix}.`,
        use,
      },
    };
  }
  if (catalog.hasService(prefix)) return {};
  const meant = nearest(
    prefix,
    catalog.services().map((service) => service.prefix),
  );
  const use = meant === undefined ? undefined : `${meant}:${parts.name}`;
  return { hint: { text: `AWS lists no service with the prefix \`${parts.prefix}\`.`, use } };
}
