/** A row of a table as a CloudTrail record: names without capitals become CloudTrail's own again. */
import type { JsonObject } from '../evidence/values';
import { isObject } from '../evidence/values';
import { readStruct } from './structs';
import { entryOf } from '../../language/entry';

/** CloudTrail User Guide, "CloudTrail record contents": members by their name without capitals. */
const MEMBERS: Readonly<Record<string, string>> = Object.fromEntries(
  `eventVersion userIdentity eventTime eventSource eventName awsRegion sourceIPAddress userAgent errorCode errorMessage
   requestParameters responseElements additionalEventData requestID eventID readOnly resources eventType apiVersion
   recipientAccountId serviceEventDetails sharedEventID vpcEndpointId vpcEndpointAccountId eventCategory addendum
   sessionCredentialFromConsole edgeDeviceDetails tlsDetails managementEvent eventContext
   type principalId arn accountId accessKeyId userName invokedBy identityProvider sessionContext sessionIssuer
   attributes creationDate mfaAuthenticated webIdFederationData federatedProvider onBehalfOf ARN ARNPrefix
   tlsVersion cipherSuite clientProvidedHostHeader inScopeOf sourceArn sourceAccount`
    .split(/\s+/)
    .filter((name) => name !== 'arn')
    .map((name) => [name.toLowerCase(), name]),
);

/** Columns under the names that people give them, as the path in the record. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  service: ['eventSource'],
  source: ['eventSource'],
  api: ['eventName'],
  action: ['eventName'],
  event: ['eventName'],
  region: ['awsRegion'],
  time: ['eventTime'],
  date: ['eventTime'],
  account: ['recipientAccountId'],
  accountid: ['recipientAccountId'],
  error: ['errorCode'],
  principal: ['userIdentity', 'arn'],
  arn: ['userIdentity', 'arn'],
  userarn: ['userIdentity', 'arn'],
  principalarn: ['userIdentity', 'arn'],
  user: ['userIdentity', 'arn'],
  role: ['userIdentity', 'sessionContext', 'sessionIssuer', 'arn'],
  rolearn: ['userIdentity', 'sessionContext', 'sessionIssuer', 'arn'],
  sessionissuerarn: ['userIdentity', 'sessionContext', 'sessionIssuer', 'arn'],
  useridentityarn: ['userIdentity', 'arn'],
  useridentitytype: ['userIdentity', 'type'],
  useridentityaccountid: ['userIdentity', 'accountId'],
  useridentityusername: ['userIdentity', 'userName'],
  useridentityprincipalid: ['userIdentity', 'principalId'],
  useridentityinvokedby: ['userIdentity', 'invokedBy'],
  useridentitysessioncontextsessionissuerarn: ['userIdentity', 'sessionContext', 'sessionIssuer', 'arn'],
};

/** Columns that count rows which are alike. */
const COUNTS: ReadonlySet<string> = new Set(['count', 'cnt', 'col0', 'events', 'calls', 'n', 'total']);

export function isCountColumn(column: string): boolean {
  // Athena calls a column without a name by its number.
  return COUNTS.has(column) || /^col\d+$/.test(column);
}

/** Where a column's value belongs in the record; undefined: it is none of CloudTrail's. */
export function memberOf(column: string): readonly string[] | undefined {
  if (Object.hasOwn(ALIASES, column)) return ALIASES[column];
  return Object.hasOwn(MEMBERS, column) ? [MEMBERS[column]!] : undefined;
}

/** Members whose text is JSON or a printed struct. */
const STRUCTURED: ReadonlySet<string> = new Set([
  'userIdentity',
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'serviceEventDetails',
  'resources',
  'tlsDetails',
  'eventContext',
  'addendum',
]);

/** One record from values by column. */
export function recordOf(columns: readonly string[], values: readonly string[]): JsonObject {
  const record: Record<string, unknown> = {};
  columns.forEach((column, at) => {
    const path = memberOf(column);
    const value = values[at];
    if (path === undefined || value === undefined || value === '' || value === 'null' || value === '-')
      return;
    put(record, path, structured(path, value));
  });
  return withType(record);
}

function structured(path: readonly string[], value: string): unknown {
  if (path.length > 1 || !STRUCTURED.has(path[0]!)) return value;
  if (/^\s*[{[]/.test(value)) {
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return renamed(readStruct(value), path[0] === 'resources');
    }
  }
  return value;
}

function renamed(value: unknown, ofResources: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, ofResources));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const known = name === 'arn' ? (ofResources ? 'ARN' : 'arn') : (entryOf(MEMBERS, name) ?? name);
      return [known, renamed(item, ofResources)];
    }),
  );
}

function put(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = record;
  for (const name of path.slice(0, -1)) {
    const inner = at[name];
    const next: Record<string, unknown> = isObject(inner) ? { ...inner } : {};
    at[name] = next;
    at = next;
  }
  const last = path.at(-1)!;
  if (isObject(at[last]) && isObject(value)) at[last] = { ...at[last], ...value };
  else at[last] = value;
}

/** The kind of caller follows from its ARN where no column tells it. */
function withType(record: Record<string, unknown>): JsonObject {
  const identity = record['userIdentity'];
  if (!isObject(identity) || identity['type'] !== undefined) return record;
  const arn = typeof identity['arn'] === 'string' ? identity['arn'] : '';
  const type = arn.includes(':assumed-role/')
    ? 'AssumedRole'
    : arn.includes(':user/')
      ? 'IAMUser'
      : arn.includes(':federated-user/')
        ? 'FederatedUser'
        : arn.endsWith(':root')
          ? 'Root'
          : arn.includes(':role/') || isObject(identity['sessionContext'])
            ? 'AssumedRole'
            : undefined;
  if (type === undefined) return record;
  const issuer =
    arn.includes(':role/') && !isObject(identity['sessionContext'])
      ? { sessionContext: { sessionIssuer: { type: 'Role', arn } } }
      : {};
  return { ...record, userIdentity: { ...identity, ...issuer, type } };
}
