/** What a word of a policy means, for whoever rests on it. In Markdown. */
import { globalKey } from '../../catalog/global-keys';
import { actionDetails, conditionKeyOf, splitAction } from '../../catalog/service-lookup';
import type { Catalog } from '../../catalog/service-reference';
import { parseOperator } from '../../language/operators';
import type { Operator, OperatorFamily } from '../../language/operators';
import type { Span } from '../../language/place';
import { keyPrefix, keyServices } from '../key-facts';
import { listedCode } from '../words';
import { actionsCovered } from './actions';
import { cursorAt } from './cursor';

export interface Description {
  readonly span: Span;
  readonly markdown: string;
}

const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

/** The Service Authorization Reference names a service's page by its name, letters and digits only. */
function servicePage(name: string): string {
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${slug}.html`;
}

function describeAction(catalog: Catalog, written: string): string | undefined {
  const covered = actionsCovered(catalog, written);
  const parts = splitAction(written);
  if (!covered || !parts) return undefined;
  const name = catalog.serviceName(parts.prefix) ?? parts.prefix;
  const link = `[${name} in AWS’s reference](${servicePage(name)})`;
  if (/[*?]/.test(parts.name)) {
    const count = covered.length === 1 ? '1 action' : `${covered.length} actions`;
    const names = covered.length === 0 ? '' : `: ${listedCode(covered, 8)}`;
    return `Covers **${count}** of ${name}${names}.\n\n${link}`;
  }
  const details = actionDetails(catalog, written);
  if (!details) return undefined;
  const resources = details.resourceTypes.map((type) =>
    type.required ? `${type.name} (required)` : type.name,
  );
  return [
    `**${details.accessLevels.join(', ')}.** ${details.description}`,
    resources.length > 0
      ? `Resources: ${resources.join(', ')}.`
      : 'Works on no single resource: `Resource` must be `*`.',
    ...(details.dependentActions.length > 0
      ? [`Also needs ${listedCode(details.dependentActions, 8)}.`]
      : []),
    link,
  ].join('\n\n');
}

function describeKey(catalog: Catalog | undefined, written: string): string | undefined {
  const global = globalKey(written);
  if (global)
    return [
      `**${global.type}${global.multivalued === true ? ', several values' : ''}.** ${global.summary}`,
      `In a request: ${global.presentWhen}.`,
      `[Global condition keys](${GUIDE}reference_policies_condition-keys.html)`,
    ].join('\n\n');
  if (!catalog) return undefined;
  for (const service of keyServices(catalog, written) ?? []) {
    const key = conditionKeyOf(service, written);
    if (!key) continue;
    const type = `${key.type}${key.multivalued ? ', several values' : ''}`;
    const name = service.name;
    return `**${type}.** ${key.description}\n\n[${name} in AWS’s reference](${servicePage(name)})`;
  }
  const name = catalog.serviceName(keyPrefix(written));
  return name === undefined ? undefined : `A key of ${name}.`;
}

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

function describeOperator({ family, comparison, negated, set, ifExists }: Operator): string {
  const some = [
    COMPARES[family],
    comparison === 'like' && family === 'string' ? '`*` and `?` in the value stand for any text.' : '',
    negated ? 'True when none of the listed values matches, and also when the request has no such key.' : '',
    !negated && family !== 'null' && !ifExists ? 'False when the request has no such key.' : '',
    ifExists ? 'True when the request has no such key.' : '',
    set === 'any' ? 'One of the request’s values is enough.' : '',
    set === 'all' ? 'All of the request’s values must match; true also when there are none.' : '',
  ];
  const link = `[Condition operators](${GUIDE}reference_policies_elements_condition_operators.html)`;
  return `${some.filter(Boolean).join(' ')}\n\n${link}`;
}

/** What the string at an offset means; undefined where there is nothing to say. */
export function describe(text: string, offset: number, catalog?: Catalog): Description | undefined {
  const cursor = cursorAt(text, offset);
  if (!cursor || cursor.span.length === 0) return undefined;
  const { slot, content, span } = cursor;
  const markdown = ((): string | undefined => {
    switch (slot.kind) {
      case 'action':
        return catalog && describeAction(catalog, content);
      case 'key':
        return describeKey(catalog, content);
      case 'operator': {
        const operator = parseOperator(content);
        return operator && describeOperator(operator);
      }
      default:
        return undefined;
    }
  })();
  return markdown === undefined ? undefined : { span, markdown };
}
