/** Documents with the values of their placeholders in place of them, and placeholders in place of the values again. */
import type { Placeholders } from './scenario';

/** The document with every value that is given; a placeholder without one stays. */
export function withValues(document: unknown, placeholders: Placeholders = {}): unknown {
  return mapTexts(document, (text) => filled(text, placeholders));
}

/**
 * A document that was made of others with their values: what stood in them as a whole is written as it stood there, and what
 * goes on behind a value that is an ARN begins with its placeholder. Other values, such as `prod`, may stand anywhere.
 */
export function withPlaceholders(
  document: unknown,
  originals: readonly unknown[],
  placeholders: Placeholders = {},
): unknown {
  const arns = Object.entries(placeholders)
    .flatMap(([name, value]) => (value?.startsWith('arn:') === true ? [{ name, value }] : []))
    .sort((one, other) => other.value.length - one.value.length);
  const written = new Map<string, string>();
  for (const original of originals)
    mapTexts(original, (text) => {
      const value = filled(text, placeholders);
      if (value !== text) written.set(value, text);
      return text;
    });
  return mapTexts(document, (text) => {
    const before = written.get(text);
    if (before !== undefined) return before;
    const arn = arns.find(
      ({ value }) => text === value || (/^[/:]/.test(text.slice(value.length)) && text.startsWith(value)),
    );
    return arn === undefined ? text : `\${${arn.name}}${text.slice(arn.value.length)}`;
  });
}

function filled(text: string, placeholders: Placeholders): string {
  return text.replace(/\$\{([^{}]+)\}/g, (mark, name: string) =>
    Object.hasOwn(placeholders, name) ? (placeholders[name] ?? mark) : mark,
  );
}

/** Names of members stay, and so does their order. */
function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts(item, map)]));
}
