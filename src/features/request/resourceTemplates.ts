/** The forms of ARN that an action's resource types have, as choices. */
import { fillTemplate, readTemplate } from '../../catalog/arn-template';
import { typesOfAction } from '../../catalog/resource-fit';
import type { Catalog, ResourceType } from '../../catalog/service-reference';

export interface TypeTemplate {
  readonly name: string;
  readonly arn: string;
}

/** One choice for each form of ARN; a number tells several forms of a type apart. */
export function templatesOf(types: readonly ResourceType[]): readonly TypeTemplate[] {
  return types.flatMap(({ name, arns }) =>
    arns.map((arn, at) => ({ name: arns.length > 1 ? `${name} (form ${at + 1})` : name, arn })),
  );
}

/**
 * The choice to begin with: the one that the present resource has the form of, else one whose ARN has neither
 * Region nor account (an S3 object before an object of an access point), else the one that its name calls general
 * (a method of an API before a whole domain name).
 */
export function startingType(templates: readonly TypeTemplate[], resource: string): number {
  const now = templates.findIndex(({ arn }) => readTemplate(arn, resource) !== undefined);
  if (now !== -1) return now;
  const plain = templates.findIndex(({ arn }) => arn.includes(':::'));
  if (plain !== -1) return plain;
  return Math.max(
    0,
    templates.findIndex(({ name }) => name.endsWith('-general')),
  );
}

/** What an empty resource shows: the form of ARN to begin with, where the action is known. */
export function resourceExample(catalog: Catalog | undefined, action: string): string {
  const types = catalog && typesOfAction(catalog, action);
  if (!types) return 'arn:aws:s3:::bucket/key';
  const templates = templatesOf(types);
  const template = templates[startingType(templates, '')];
  return template ? fillTemplate(template.arn, { Partition: 'aws' }) : '*';
}
