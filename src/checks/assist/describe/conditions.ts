/** Condition operators and keys. IAM User Guide: "Condition operators", "Global condition context keys". */
import { globalKey } from '../../../catalog/global-keys';
import { conditionKeyOf } from '../../../catalog/service-lookup';
import type { Catalog } from '../../../catalog/service-reference';
import type { Operator, OperatorFamily } from '../../../language/operators';
import { keyPrefix, keyServices } from '../../key-facts';
import { listedCode } from '../../words';
import type { CaseFacts } from './case-facts';
import { guide, literal, paragraphs, servicePage } from './markdown';

const COMPARES: Readonly<Record<OperatorFamily, string>> = {
  string: 'Compares texts.',
  numeric: 'Compares numbers.',
  date: 'Compares dates and times.',
  bool: 'Compares with `true` or `false`.',
  binary: 'Compares bytes, written in Base64.',
  ip: 'Compares an address with addresses and ranges.',
  arn: 'Compares ARNs part by part; `*` and `?` stand for anything within a part.',
  null: '`"true"`: the request must not have the key. `"false"`: it must.',
};

/** What becomes of it when the request has no such key. */
function absence({ family, negated, set, ifExists }: Operator): string {
  if (family === 'null') return '';
  if (ifExists) return 'True when the request has no such key.';
  if (set === 'all') return 'True also when the request has no such key.';
  if (set === 'any') return 'False when the request has no such key.';
  return negated ? 'True also when the request has no such key.' : 'False when the request has no such key.';
}

export function describeOperator(operator: Operator): string {
  const { family, comparison, negated, set } = operator;
  const some = [
    COMPARES[family],
    comparison === 'like' && family === 'string' ? '`*` and `?` in the value stand for any text.' : '',
    comparison === 'equalsIgnoreCase' ? 'Capitals do not count.' : '',
    negated ? 'True when none of the listed values matches.' : '',
    set === 'any' ? 'One of the request’s values is enough.' : '',
    set === 'all' ? 'All of the request’s values must match.' : '',
    absence(operator),
  ];
  return paragraphs(
    some.filter(Boolean).join(' '),
    guide('Condition operators', 'reference_policies_elements_condition_operators'),
  );
}

/** What a key has in this request. */
export function valueWords(key: string, facts: CaseFacts): string | undefined {
  const value = facts.requestValue(key);
  if (value === null) return 'In this request: not known.';
  if (value !== undefined) {
    const values = typeof value === 'string' ? [value] : value;
    return `In this request: ${values.length === 0 ? 'an empty list' : listedCode(values, 5)}.`;
  }
  return facts.lacks(key) ? 'This request does not have it.' : undefined;
}

function typeWords(type: string, multivalued: boolean): string {
  return `**${type.charAt(0).toUpperCase()}${type.slice(1)}, ${multivalued ? 'several values' : 'one value'}.**`;
}

export function describeKey(
  catalog: Catalog | undefined,
  written: string,
  facts: CaseFacts,
): string | undefined {
  const here = valueWords(written, facts);
  const global = globalKey(written);
  if (global)
    return paragraphs(
      `${typeWords(global.type, global.multivalued === true)} ${global.summary}`,
      `When a request has it: ${global.presentWhen}.`,
      here,
      guide('Global condition keys', 'reference_policies_condition-keys'),
    );
  if (!catalog) return here;
  for (const service of keyServices(catalog, written) ?? []) {
    const key = conditionKeyOf(service, written);
    if (!key) continue;
    return paragraphs(
      `${typeWords(key.type, key.multivalued)} ${key.description}`,
      here,
      servicePage(catalog, service.prefix),
    );
  }
  const prefix = keyPrefix(written);
  const name = catalog.serviceName(prefix);
  if (name === undefined) return here;
  const loaded = catalog.service(prefix) !== undefined;
  const words = loaded ? `${name} has no key ${literal(written)}.` : `A key of ${name}.`;
  return paragraphs(words, here, servicePage(catalog, prefix));
}
