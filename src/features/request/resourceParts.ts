/** What a form of an ARN starts with: the resource that is there, else what the request says of account and Region. */
import { readTemplate, templateParts } from '../../catalog/arn-template';
import { parseArn } from '../../language/arn';
import type { Scenario } from '../../case/scenario';
import { contextValue } from '../../case/edits';

export type ResourceParts = Readonly<Record<string, string>>;

/** Does every part hold something? */
export function isFilled(template: string, parts: ResourceParts): boolean {
  return templateParts(template).every((name) => (parts[name] ?? '') !== '');
}

/** A single text for a context key, if one was given. */
function given({ request }: Scenario, key: string): string | undefined {
  const value = contextValue(request, key);
  return typeof value === 'string' ? value : undefined;
}

/**
 * The parts of a template, filled in as far as the case tells them.
 * @param account the account of the resource, else of the caller
 */
export function startingParts(
  template: string,
  scenario: Scenario,
  account: string | undefined,
): ResourceParts {
  const { principal, resource } = scenario.request;
  const now = readTemplate(template, resource);
  if (now) return now;
  const arn = parseArn(resource);
  const partition = arn?.partition ?? parseArn(principal)?.partition ?? '';
  const region = arn?.region ?? '';
  return {
    Partition: partition === '' ? 'aws' : partition,
    Region: region === '' ? (given(scenario, 'aws:requestedregion') ?? 'us-east-1') : region,
    Account: account ?? '',
  };
}
