/** Small parts of explanations, in Markdown. */
import type { Catalog } from '../../../catalog/service-reference';

const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

/** A page of the IAM User Guide. */
export function guide(words: string, page: string): string {
  return `[AWS: ${words}](${GUIDE}${page}.html)`;
}

/** The Service Authorization Reference names a service's page by its name, letters and digits only. */
export function servicePage(catalog: Catalog, prefix: string): string {
  const name = catalog.serviceName(prefix) ?? prefix;
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const page = `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${slug}.html`;
  return `[AWS: ${name}](${page})`;
}

/** Paragraphs; what is undefined or empty is left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** Text of the policy that would be read as Markdown. */
export function literal(text: string): string {
  return `\`${text.replaceAll('`', '’')}\``;
}
