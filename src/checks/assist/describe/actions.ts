/** What an action does, and what a wildcard covers. Service Authorization Reference, action tables. */
import { actionDetails, splitAction } from '../../../catalog/service-lookup';
import type { ActionSummary, Catalog } from '../../../catalog/service-reference';
import { listed, listedCode } from '../../words';
import { actionsCovered } from '../actions';
import { literal, paragraphs, servicePage } from './markdown';

const FIRST = 8;

/** `12 Read, 3 List` */
function levelsOf(actions: readonly ActionSummary[]): string {
  const counts = new Map<string, number>();
  for (const { accessLevels } of actions)
    for (const level of accessLevels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].map(([level, count]) => `${count} ${level}`).join(', ');
}

function describeWildcard(catalog: Catalog, prefix: string, written: string): string | undefined {
  const known = catalog.actions(prefix);
  const covered = actionsCovered(catalog, written);
  if (!known || !covered) return undefined;
  const name = catalog.serviceName(prefix) ?? prefix;
  const rows = covered.flatMap((action) => known.get(splitAction(action)!.name.toLowerCase()) ?? []);
  if (rows.length === 0)
    return `${literal(written)} covers no action of ${name}.\n\n${servicePage(catalog, prefix)}`;
  const count = rows.length === 1 ? '1 action' : `${rows.length} actions`;
  return paragraphs(
    `Covers **${count}** of ${name} (${levelsOf(rows)}): ${listedCode(covered, FIRST)}.`,
    servicePage(catalog, prefix),
  );
}

/** An action as written; undefined where its service is not known, or not yet. */
export function describeAction(catalog: Catalog, written: string): string | undefined {
  if (/^\*+$/.test(written)) return 'Every action of every service, those that AWS adds later too.';
  const parts = splitAction(written);
  if (!parts) return undefined;
  const name = catalog.serviceName(parts.prefix);
  if (name === undefined) return `AWS’s reference knows no service ${literal(parts.prefix)}.`;
  if (/[*?]/.test(parts.name)) return describeWildcard(catalog, parts.prefix, written);
  const known = catalog.actions(parts.prefix);
  const summary = known?.get(parts.name.toLowerCase());
  if (known && !summary)
    return `${name} has no action ${literal(parts.name)}.\n\n${servicePage(catalog, parts.prefix)}`;
  const details = actionDetails(catalog, written);
  if (!details)
    return (
      summary &&
      paragraphs(
        `**${summary.accessLevels.join(', ')}.** An action of ${name}. More about it is still loading, or cannot be fetched.`,
        servicePage(catalog, parts.prefix),
      )
    );
  const resources = details.resourceTypes.map((type) =>
    type.required ? `${type.name} (required)` : type.name,
  );
  const dependent = details.dependentActions;
  return paragraphs(
    `**${details.accessLevels.join(', ')}.** ${details.description}`,
    resources.length > 0
      ? `Resources: ${listed(resources, 12)}.`
      : 'Works on no single resource: `Resource` must be `*`.',
    dependent.length > 0 ? `Also needs ${listedCode(dependent, FIRST)}.` : undefined,
    servicePage(catalog, parts.prefix),
  );
}
