/** What the service reference says of the resource beside its action. */
import { resourceFit, type ResourceFit } from '../catalog/resource-fit';
import type { Catalog } from '../catalog/service-reference';

export interface ResourceFact {
  /** Beside the label. */
  readonly note: string;
  /** The whole of it, in a sentence. */
  readonly why: string;
}

function anyOf(names: readonly string[]): string {
  return names.length > 2 ? `one of ${names.length} types` : names.join(' or ');
}

function factOf(action: string, fit: ResourceFit): ResourceFact | undefined {
  switch (fit.kind) {
    case 'fits':
      return undefined;
    case 'otherType':
      return {
        note: `${fit.type ?? 'other type'}, not ${anyOf(fit.wanted)}`,
        why: `\`${action}\` works on ${list(fit.wanted)}, and this ARN ${fit.type === undefined ? 'has the form of none of them' : `is of type ${fit.type}`}. AWS would not send such a request.`,
      };
    case 'noResources':
      return {
        note: 'should be *',
        why: `\`${action}\` works on no single resource: AWS compares its request with \`*\` alone.`,
      };
    case 'needsResource':
      return {
        note: `needs ${anyOf(fit.wanted)}`,
        why: `\`${action}\` works on ${list(fit.wanted)}: AWS sends its ARN, never \`*\`.`,
      };
  }
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(', ');
  return names.length > 6
    ? `${shown} and ${names.length - 6} more types`
    : `the type${names.length > 1 ? 's' : ''} ${shown}`;
}

/** Undefined when there is nothing to point out, or nothing is known. */
export function resourceFact(
  catalog: Catalog | undefined,
  action: string,
  resource: string,
): ResourceFact | undefined {
  const fit = catalog && resourceFit(catalog, action, resource);
  return fit && factOf(action, fit);
}
