/** Sids that say what a statement is for: service, level of access, and on what. Letters and digits, at most 64. */
import type { AccessLevel } from '../../catalog/service-reference';
import { lastSegment, parseArn } from '../../language/arn';

export interface Named {
  readonly service: string;
  readonly level: AccessLevel;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: Readonly<Record<string, readonly string[]>>;
}

const LEVELS: Readonly<Record<AccessLevel, string>> = {
  List: 'List',
  Read: 'Read',
  Write: 'Write',
  Tagging: 'Tag',
  'Permissions management': 'Manage',
};

const LONGEST = 64;

/** The name, made unique among those that are taken. */
export function sidOf(statement: Named, taken: ReadonlySet<string>): string {
  const wanted = (special(statement) ?? plain(statement)).slice(0, LONGEST);
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : String(number);
    const sid = wanted.slice(0, LONGEST - suffix.length) + suffix;
    if (!taken.has(sid)) return sid;
  }
}

/** `acme-reports-in` as `AcmeReportsIn`. */
export function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
}

function special({ service, actions, resources, condition }: Named): string | undefined {
  if (actions.length === 1 && actions[0] === 'iam:PassRole') {
    const roles = resources.map((arn) => pascal(lastSegment(arn)));
    const to = (condition['iam:PassedToService'] ?? []).map((name) => pascal(name.split('.')[0]!));
    const what =
      roles.length === 1 && roles[0] !== '' && !resources[0]!.includes('*')
        ? `${roles[0]!}${endsInRole(roles[0]!)}`
        : 'Roles';
    return `IamPass${what}${to.length > 0 ? `To${to.join('And')}` : ''}`;
  }
  if (
    service === 'kms' &&
    actions.every((action) => /:(?:Decrypt|Encrypt|GenerateDataKey|ReEncrypt)/.test(action))
  ) {
    const through = (condition['kms:ViaService'] ?? []).map((name) => pascal(name.split('.')[0]!));
    return `KmsUseKey${resources.length > 1 ? 's' : ''}${through.length > 0 ? `Through${[...new Set(through)].join('And')}` : ''}`;
  }
  return undefined;
}

function endsInRole(name: string): string {
  return /role$/i.test(name) ? '' : 'Role';
}

function plain({ service, level, actions, resources, condition }: Named): string {
  const lead = pascal(service);
  const word = LEVELS[level];
  if (resources.length === 1 && resources[0] === '*') {
    const only = actions.length === 1 ? actions[0]!.slice(actions[0]!.indexOf(':') + 1) : '';
    if (only.startsWith(word) && only !== word) return lead + pascal(only);
    const regions = condition['aws:RequestedRegion'] ?? [];
    if (regions.length === 1) return `${lead}${word}In${pascal(regions[0]!)}`;
    return `${lead}${word}${regions.length > 1 ? 'InRegions' : 'Any'}`;
  }
  return lead + word + whatOf(service, resources);
}

function whatOf(service: string, resources: readonly string[]): string {
  if (service === 's3') {
    const buckets = new Set(resources.map((arn) => parseArn(arn)?.resource.split('/')[0] ?? ''));
    const [bucket] = buckets;
    return buckets.size === 1 && !bucket!.includes('*') ? pascal(bucket!) : 'Buckets';
  }
  const kinds = new Set(resources.map((arn) => kindOf(service, arn)));
  const [kind] = kinds;
  if (kinds.size > 1) return 'Resources';
  if (resources.length > 1) return `${kind!}s`;
  const name = nameIn(resources[0]!);
  if (name.includes('*')) return `${kind!}s`;
  return name.includes('/') ? kind! : pascal(name.replace(/-\?+$/, '')) || kind!;
}

const KINDS: Readonly<Record<string, string>> = { sqs: 'Queue', sns: 'Topic' };

function kindOf(service: string, arn: string): string {
  const resource = parseArn(arn)?.resource ?? '';
  const match = /^([a-zA-Z-]+)[:/]/.exec(resource);
  return match === null ? (KINDS[service] ?? 'Resource') : pascal(match[1]!);
}

/** After the type; the last part of an IAM name with a path; a log group without its `:*`. */
function nameIn(arn: string): string {
  const parsed = parseArn(arn);
  const resource = (parsed?.resource ?? '').replace(/^(log-group:[^*]+):\*$/, '$1');
  const after = /^[a-zA-Z-]+[:/](.*)$/.exec(resource)?.[1] ?? resource;
  return parsed?.service === 'iam' ? lastSegment(after) : after.replace(/^\//, '');
}
