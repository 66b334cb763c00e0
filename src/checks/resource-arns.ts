/** Are the resources ARNs that can exist? General Reference: "Identify AWS resources with ARNs". */
import type { Catalog } from '../catalog/service-reference';
import { isAccountId } from '../language/arn';
import type { Arn } from '../language/arn';
import { formatsFor, formatsOfResource, readArn } from './arn-formats';
import type { ArnFormat } from './arn-formats';
import { error } from './check';
import type { Problem } from './check';
import type { CheckedPolicy } from './document';
import type { TextEntry } from '../language/document-nodes';
import { replaceValue } from '../language/edits';
import { fix, proposal } from './finding';
import type { Fix } from './finding';
import { nearest } from './near-names';
import { isRetired } from './retired-services';
import { isKnownPartition, isRegion, regionOfZone, regions } from './regions';
import { code, didYouMean } from './words';

const isOpen = (part: string): boolean => /[*?]|\$\{/.test(part);

/** Services in which AWS itself owns resources, whose ARNs have no account though the reference shows one. */
const WITH_RESOURCES_OF_AWS: ReadonlySet<string> = new Set(['ssm', 'resource-explorer-2', 'cloudformation']);

/** The entries of Resource and NotResource. */
function resourceEntries(policy: CheckedPolicy): readonly TextEntry[] {
  return policy.statements.flatMap(({ resource, notResource }) => [
    ...(resource?.entries ?? []),
    ...(notResource?.entries ?? []),
  ]);
}

/** A colon inside a variable parts nothing. */
function countParts(text: string): number {
  return text.replaceAll(/\$\{[^}]*\}/g, '').split(':').length;
}

const KEYWORD = /^[a-z-]+(?=[/:])/i;

/** Likely corrections of the last part, the likeliest first. */
function repairs({ resource }: Arn, formats: readonly ArnFormat[]): readonly string[] {
  const keyword = KEYWORD.exec(resource)?.[0];
  if (keyword === undefined) return [];
  const known = formats.flatMap((format) => KEYWORD.exec(format.resource)?.[0] ?? []);
  const rest = resource.slice(keyword.length);
  const swapped = rest.startsWith('/') ? `:${rest.slice(1)}` : `/${rest.slice(1)}`;
  const meant = nearest(keyword, known) ?? keyword;
  return [meant + rest, meant + swapped, `${meant}${rest}/*`];
}

type Rule = (arn: Arn, entry: TextEntry, catalog: Catalog) => Problem | undefined;

const ofArns = (rule: Rule) =>
  function* (policy: CheckedPolicy): Iterable<Problem> {
    if (!policy.catalog) return;
    for (const entry of resourceEntries(policy)) {
      const arn = readArn(entry.text);
      const problem = arn && rule(arn, entry, policy.catalog);
      if (problem) yield problem;
    }
  };

function rewrite(title: string, entry: TextEntry, arn: Arn, changed: Partial<Arn>, sure = false): Fix {
  const { partition, service, region, account, resource } = { ...arn, ...changed };
  const text = ['arn', partition, service, region, account, resource].join(':');
  return (sure ? fix : proposal)(title, replaceValue(entry.node, text));
}

/** The formats that fit the last part of the ARN; none when nothing is known. */
function fitting(arn: Arn, catalog: Catalog): readonly ArnFormat[] {
  const formats = isOpen(arn.service) ? undefined : formatsFor(catalog, arn.service);
  return formats ? formatsOfResource(formats, arn) : [];
}

const withRegion = (arn: Arn, formats: readonly ArnFormat[]): readonly ArnFormat[] =>
  formats.filter((format) => arn.region === '' || format.region !== '' || isOpen(arn.region));
const withAccount = (arn: Arn, formats: readonly ArnFormat[]): readonly ArnFormat[] =>
  formats.filter((format) => (arn.account === '') === (format.account === '') || isOpen(arn.account));

function firstTypeName(formats: readonly ArnFormat[]): string {
  return code(formats[0]!.typeName);
}

export const resourceArnChecks = [
  error('invalid-arn-prefix', function* (policy) {
    for (const entry of resourceEntries(policy)) {
      if (entry.text === '*' || entry.text.startsWith('arn:')) continue;
      const looksLikeBucket = /^[a-z0-9.-]{3,63}(\/.*)?$/.test(entry.text);
      yield {
        at: entry,
        message: `${code(entry.text)} is no ARN: a resource begins with \`arn:\`, or is \`*\` alone. As it stands it matches nothing.`,
        fixes: looksLikeBucket
          ? [proposal('Make it an S3 ARN', replaceValue(entry.node, `arn:aws:s3:::${entry.text}`))]
          : /^aws[a-z-]*:/.test(entry.text)
            ? [proposal('Put `arn:` in front', replaceValue(entry.node, `arn:${entry.text}`))]
            : [],
      };
    }
  }),

  error('missing-arn-field', function* (policy) {
    for (const entry of resourceEntries(policy)) {
      if (!entry.text.startsWith('arn:')) continue;
      const parts = countParts(entry.text);
      // A wildcard in the last part can stand for the parts that are missing.
      if (parts >= 6 || /[*]/.test(entry.text.slice(entry.text.lastIndexOf(':')))) continue;
      yield {
        at: entry,
        message: `${code(entry.text)} has ${parts} of the six parts of an ARN, \`arn:partition:service:region:account:resource\`. Empty parts keep their colons: \`arn:aws:s3:::bucket\`.`,
      };
    }
  }),

  error(
    'invalid-partition',
    ofArns((arn, entry) => {
      if (isOpen(arn.partition) || isKnownPartition(arn.partition)) return undefined;
      return {
        at: entry,
        message: `${code(arn.partition)} is no partition of AWS. It is \`aws\` for the commercial Regions, \`aws-cn\` for China, \`aws-us-gov\` for GovCloud.`,
        fixes: [rewrite('Write aws', entry, arn, { partition: 'aws' })],
      };
    }),
  ),

  error(
    'invalid-arn-service-case',
    ofArns((arn, entry, catalog) => {
      const lower = arn.service.toLowerCase();
      if (arn.service === lower || catalog.arnOwners(lower) === undefined) return undefined;
      return {
        at: entry,
        message: `ARNs are compared with regard to case, and the service is called ${code(lower)}: ${code(arn.service)} matches nothing.`,
        fixes: [rewrite(`Write ${lower}`, entry, arn, { service: lower }, true)],
      };
    }),
  ),

  error(
    'invalid-service',
    ofArns((arn, entry, catalog) => {
      if (isOpen(arn.service) || isRetired(arn.service)) return undefined;
      if (catalog.arnOwners(arn.service.toLowerCase()) !== undefined) return undefined;
      const prefixes = catalog.services().map((service) => service.prefix);
      const meant = nearest(arn.service, prefixes);
      return {
        at: entry,
        message: `${code(arn.service)} is no service that has ARNs, so ${code(entry.text)} matches nothing.${didYouMean(meant)}`,
        fixes: meant === undefined ? [] : [rewrite(`Write ${meant}`, entry, arn, { service: meant })],
      };
    }),
  ),

  error(
    'invalid-arn-region',
    ofArns((arn, entry, catalog) => {
      const { region, partition } = arn;
      if (region === '' || isOpen(region)) return undefined;
      const inPartition = isRegion(region, isOpen(partition) ? undefined : partition);
      const formats = fitting(arn, catalog);
      if (inPartition || formats.some((format) => format.region === region)) return undefined;
      // Where no Region may stand, that is the better thing to say.
      if (formats.length > 0 && formats.every((format) => format.region === '')) return undefined;
      const meant = regionOfZone(region) ?? nearest(region, regions());
      return {
        at: entry,
        message: isRegion(region)
          ? `${code(region)} is no Region of the partition ${code(partition)}, so the ARN matches nothing.`
          : `${code(region)} is no AWS Region, so the ARN matches nothing.${didYouMean(meant)}`,
        fixes:
          meant === undefined || isRegion(region)
            ? []
            : [rewrite(`Write ${meant}`, entry, arn, { region: meant })],
      };
    }),
  ),

  error(
    'missing-arn-region',
    ofArns((arn, entry, catalog) => {
      if (arn.region !== '') return undefined;
      const formats = withAccount(arn, fitting(arn, catalog));
      if (formats.length === 0 || formats.some((format) => format.region === '')) return undefined;
      return {
        at: entry,
        message: `The ARN of ${firstTypeName(formats)} has a Region, and here it is empty, so ${code(entry.text)} matches nothing. Name the Region, or \`*\` for all of them.`,
        fixes: [rewrite('Allow every Region', entry, arn, { region: '*' })],
      };
    }),
  ),

  error(
    'arn-region-not-allowed',
    ofArns((arn, entry, catalog) => {
      if (arn.region === '' || isOpen(arn.region)) return undefined;
      const formats = fitting(arn, catalog);
      if (formats.length === 0 || formats.some((format) => format.region !== '')) return undefined;
      return {
        at: entry,
        message: `The ARN of ${firstTypeName(formats)} has no Region, so ${code(entry.text)} matches nothing. Leave the part between the colons empty.`,
        fixes: [rewrite('Clear the Region', entry, arn, { region: '' }, true)],
      };
    }),
  ),

  error(
    'invalid-arn-account',
    ofArns((arn, entry, catalog) => {
      const { account } = arn;
      if (account === '' || account === 'aws' || isOpen(account) || isAccountId(account)) return undefined;
      const formats = isOpen(arn.service) ? undefined : formatsFor(catalog, arn.service);
      if (formats?.some((format) => format.account === account)) return undefined;
      return {
        at: entry,
        message: `${code(account)} is no account ID: it has twelve digits. As it stands the ARN matches nothing.`,
      };
    }),
  ),

  error(
    'missing-arn-account',
    ofArns((arn, entry, catalog) => {
      if (arn.account !== '' || WITH_RESOURCES_OF_AWS.has(arn.service)) return undefined;
      const formats = withRegion(arn, fitting(arn, catalog));
      if (formats.length === 0 || formats.some((format) => format.account === '')) return undefined;
      return {
        at: entry,
        message: `The ARN of ${firstTypeName(formats)} has an account, and here it is empty, so ${code(entry.text)} matches nothing. Name the account, or \`*\` for any.`,
        fixes: [rewrite('Allow every account', entry, arn, { account: '*' })],
      };
    }),
  ),

  error(
    'arn-account-not-allowed',
    ofArns((arn, entry, catalog) => {
      if (arn.account === '' || isOpen(arn.account)) return undefined;
      const formats = fitting(arn, catalog);
      if (formats.length === 0 || formats.some((format) => format.account !== '')) return undefined;
      return {
        at: entry,
        message: `The ARN of ${firstTypeName(formats)} has no account, so ${code(entry.text)} matches nothing. Leave the part between the colons empty.`,
        fixes: [rewrite('Clear the account', entry, arn, { account: '' }, true)],
      };
    }),
  ),

  error(
    'invalid-arn-resource',
    ofArns((arn, entry, catalog) => {
      if (isOpen(arn.service)) return undefined;
      const formats = formatsFor(catalog, arn.service);
      if (!formats || formatsOfResource(formats, arn).length > 0) return undefined;
      const changed = repairs(arn, formats).find(
        (resource) => formatsOfResource(formats, { ...arn, resource }).length > 0,
      );
      return {
        at: entry,
        message: `No resource of ${code(arn.service)} has an ARN that ends like ${code(arn.resource)}, so it matches nothing.${didYouMean(changed)}`,
        fixes: changed === undefined ? [] : [rewrite(`Write ${changed}`, entry, arn, { resource: changed })],
      };
    }),
  ),
];
