/** What an ARN says, part by part. IAM User Guide: "Identify AWS resources with Amazon Resource Names (ARNs)". */
import { actionDetails } from '../../../catalog/service-lookup';
import type { Catalog } from '../../../catalog/service-reference';
import type { Arn } from '../../../language/arn';
import { formatAdmits, formatsFor, formatsOfResource, readArn, type ArnFormat } from '../../arn-formats';
import { isKnownPartition, isRegion } from '../../regions';
import { listed, listedCode } from '../../words';
import { actionsCovered } from '../actions';
import { accountWords, type CaseFacts } from './case-facts';
import { guide, literal, paragraphs } from './markdown';

const PARTITIONS: Readonly<Record<string, string>> = {
  aws: 'the commercial Regions',
  'aws-cn': 'the Regions in China',
  'aws-us-gov': 'AWS GovCloud (US)',
};

const isWild = (text: string): boolean => /[*?]/.test(text);

function partitionLine(partition: string): string {
  if (isWild(partition)) return 'any that fits';
  return (
    PARTITIONS[partition] ?? (isKnownPartition(partition) ? 'an isolated partition' : 'none that AWS has')
  );
}

function serviceLine(catalog: Catalog | undefined, service: string): string | undefined {
  if (isWild(service)) return 'any that fits';
  const owner = catalog?.arnOwners(service)?.[0];
  return owner === undefined ? undefined : catalog?.serviceName(owner);
}

/** An empty part is right where the ARNs of such resources have none there. */
function emptyLine(kinds: readonly ArnFormat[] | undefined, part: 'region' | 'account'): string {
  const word = part === 'region' ? 'Region' : 'account';
  if (!kinds || kinds.length === 0) return 'none';
  return kinds.some((kind) => kind[part] === '')
    ? `none, as in all ARNs of this kind`
    : `missing: the ARNs of this kind name the ${word}`;
}

function regionLine({ region, partition }: Arn, kinds: readonly ArnFormat[] | undefined): string {
  if (region === '') return emptyLine(kinds, 'region');
  if (isWild(region)) return 'any that fits';
  if (region.includes('${')) return 'filled in from the request';
  return isRegion(region, partition)
    ? 'a Region of this partition'
    : 'no Region of this partition that is known';
}

function accountLine({ account }: Arn, kinds: readonly ArnFormat[] | undefined, facts: CaseFacts): string {
  if (account === '') return emptyLine(kinds, 'account');
  if (account === 'aws') return 'owned by AWS';
  if (isWild(account)) return 'any that fits, of other customers too';
  if (account.includes('${')) return 'filled in from the request';
  return accountWords(account, facts) ?? 'an account';
}

/** Has the ARN a Region and an account exactly where the format has them? */
function whole(format: ArnFormat, arn: Arn): boolean {
  return (format.region === '') === (arn.region === '') && (format.account === '') === (arn.account === '');
}

/** The kinds of resource that an ARN can stand for, and which of the actions work on them. */
function typesLine(
  catalog: Catalog,
  kinds: readonly ArnFormat[],
  arn: Arn,
  actions: readonly string[],
): string {
  const admitting = kinds.filter(
    (format) => formatAdmits(format, arn) && (isWild(arn.region + arn.account) || whole(format, arn)),
  );
  const names = [...new Set(admitting.map(({ typeName }) => typeName))];
  if (names.length === 0) return 'No kind of resource of this service has such an ARN.';
  const what = `Stands for: ${listed(names, 6)}.`;
  const known = actions.flatMap((written) => actionsCovered(catalog, written) ?? []);
  const details = known.flatMap((name) => {
    const row = actionDetails(catalog, name);
    return row ? [{ name, row }] : [];
  });
  if (details.length === 0) return what;
  const working = details.filter(({ row }) => row.resourceTypes.some((type) => names.includes(type.name)));
  if (working.length === 0) return `${what} None of the statement’s actions that are known works on it.`;
  if (working.length === details.length)
    return `${what} All of the statement’s actions that are known work on it.`;
  const some = listedCode(
    working.map(({ name }) => name),
    5,
  );
  return `${what} Of the statement’s actions these work on it: ${some}.`;
}

/** An entry of Resource or NotResource. */
export function describeResource(
  catalog: Catalog | undefined,
  written: string,
  statement: Readonly<Record<string, unknown>>,
  facts: CaseFacts,
  actions: readonly string[],
): string | undefined {
  const link = guide('Resource', 'reference_policies_elements_resource');
  if (written === '*') {
    const words =
      'NotResource' in statement
        ? 'Every resource: with `NotResource` nothing is left.'
        : facts.type === 'key'
          ? 'The key that the policy belongs to.'
          : 'Every resource. An action without resource-level permissions needs exactly this.';
    return paragraphs(words, link);
  }
  const arn = readArn(written);
  if (!arn) return undefined;
  const formats = catalog && !isWild(arn.service) ? formatsFor(catalog, arn.service) : undefined;
  const kinds = formats && formatsOfResource(formats, arn);
  const rows: readonly (readonly [string, string, string | undefined])[] = [
    ['Partition', arn.partition, partitionLine(arn.partition)],
    ['Service', arn.service, serviceLine(catalog, arn.service)],
    ['Region', arn.region, regionLine(arn, kinds)],
    ['Account', arn.account, accountLine(arn, kinds, facts)],
    [
      'Resource',
      arn.resource,
      isWild(arn.resource) ? '`*` is any text, also with `/` and `:`; `?` is one character' : undefined,
    ],
  ];
  const lines = rows.map(([name, text, words]) => {
    const value = text === '' ? '' : ` ${literal(text)}`;
    return `- ${name}:${value}${words === undefined ? '' : `${value === '' ? ' ' : ', '}${words}`}`;
  });
  return paragraphs(lines.join('\n'), catalog && kinds && typesLine(catalog, kinds, arn, actions), link);
}
