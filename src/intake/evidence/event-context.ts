/**
 * The request context that a CloudTrail event tells: CloudTrail User Guide, "CloudTrail userIdentity element" and
 * "CloudTrail record contents"; IAM User Guide, "AWS global condition context keys".
 */
import ipaddr from 'ipaddr.js';
import type { ContextValue } from '../../case/scenario';
import { requestKeys } from './event-parameters';
import type { Add } from './event-parameters';
import { at, isObject, textAt } from './values';
import type { JsonObject } from './values';

export type EventContext = Record<string, ContextValue>;

export function contextOf(event: JsonObject, notes: string[]): EventContext {
  const context: EventContext = {};
  const add = (key: string, value: ContextValue | undefined): void => {
    if (value !== undefined && value !== '' && key !== '__proto__') context[key] = value;
  };
  callerKeys(event, add, notes);
  sessionKeys(event, add);
  networkKeys(event, add, notes);
  add('aws:RequestedRegion', textAt(event, 'awsRegion'));
  const time = textAt(event, 'eventTime');
  const milliseconds = time === undefined ? Number.NaN : Date.parse(time);
  if (!Number.isNaN(milliseconds)) {
    add('aws:CurrentTime', time);
    add('aws:EpochTime', String(Math.floor(milliseconds / 1000)));
  }
  const agent = textAt(event, 'userAgent');
  // What CloudTrail writes in place of a service's own.
  if (agent !== 'AWS Internal') add('aws:UserAgent', agent);
  if (isObject(at(event, 'tlsDetails'))) add('aws:SecureTransport', 'true');
  requestKeys(event, add);
  enrichedKeys(event, add);
  return context;
}

function callerKeys(event: JsonObject, add: Add, notes: string[]): void {
  const type = textAt(event, 'userIdentity', 'type');
  const name = textAt(event, 'userIdentity', 'userName');
  const invokedBy = textAt(event, 'userIdentity', 'invokedBy');
  if (type === 'IAMUser') add('aws:username', name);
  if (type === 'AWSAccount') add('aws:PrincipalAccount', textAt(event, 'userIdentity', 'accountId'));
  if (type === 'AWSService') {
    add('aws:PrincipalIsAWSService', 'true');
    add('aws:PrincipalServiceName', serviceName(invokedBy));
    return;
  }
  if (type === 'WebIdentityUser') {
    const provider = textAt(event, 'userIdentity', 'identityProvider');
    const host = provider?.replace(/^arn:[^/]*oidc-provider\//, '');
    if (host !== undefined) add(`${host}:sub`, name);
    return;
  }
  if (type !== 'SAMLUser') add('aws:userid', textAt(event, 'userIdentity', 'principalId'));
  const service = serviceName(invokedBy) ?? serviceName(textAt(event, 'sourceIPAddress'));
  if (service === undefined) return;
  add('aws:ViaAWSService', 'true');
  add('aws:CalledVia', [service]);
  add('aws:CalledViaLast', service);
  notes.push(
    `${service} made the call for the caller. If it was itself called by a service, aws:CalledVia lists both.`,
  );
}

/** A service that acts for someone; the console is none. */
function serviceName(text: string | undefined): string | undefined {
  if (text === undefined || !text.endsWith('.amazonaws.com')) return undefined;
  return /^(?:signin|console)\./.test(text) ? undefined : text;
}

/** Keys of temporary credentials; a long-term key (AKIA) has no session. */
function sessionKeys(event: JsonObject, add: Add): void {
  if (textAt(event, 'userIdentity', 'accessKeyId')?.startsWith('AKIA') === true) return;
  const session = at(event, 'userIdentity', 'sessionContext');
  add('aws:MultiFactorAuthPresent', textAt(session, 'attributes', 'mfaAuthenticated'));
  add('aws:TokenIssueTime', textAt(session, 'attributes', 'creationDate'));
  add('aws:SourceIdentity', textAt(session, 'sourceIdentity'));
  add('aws:FederatedProvider', textAt(session, 'webIdFederationData', 'federatedProvider'));
}

function networkKeys(event: JsonObject, add: Add, notes: string[]): void {
  const source = textAt(event, 'sourceIPAddress');
  const endpoint = textAt(event, 'vpcEndpointId');
  const throughEndpoint = endpoint?.startsWith('vpce-') === true;
  if (throughEndpoint) {
    add('aws:SourceVpce', endpoint);
    add('aws:VpceAccount', textAt(event, 'vpcEndpointAccountId'));
  } else if (endpoint !== undefined) {
    notes.push(`The VPC endpoint is given as ${endpoint}, a service: no endpoint of yours was used.`);
  }
  if (source === undefined) return;
  if (!ipaddr.isValid(source)) {
    notes.push(`The source address is \`${source}\`, which is no IP address, so there is no aws:SourceIp.`);
  } else if (isPublic(source)) {
    add('aws:SourceIp', source);
  } else if (throughEndpoint) {
    add('aws:VpcSourceIp', source);
  } else {
    notes.push('The source address is private and no VPC endpoint is named, so aws:SourceIp is left out.');
  }
}

/** Addresses set aside for documentation count as public: that is what people mask with. */
function isPublic(address: string): boolean {
  const range: string = ipaddr.parse(address).range();
  return range === 'unicast' || range === 'reserved';
}

/** Enriched events: CloudTrail User Guide, "Enrich CloudTrail events by adding resource tag keys and IAM global condition keys". */
function enrichedKeys(event: JsonObject, add: Add): void {
  const keys = at(event, 'eventContext', 'requestContext');
  for (const [key, value] of Object.entries(isObject(keys) ? keys : {}))
    if (typeof value === 'string') add(key, value);
  const tags = at(event, 'eventContext', 'tagContext', 'principalTags');
  for (const [key, value] of Object.entries(isObject(tags) ? tags : {}))
    if (typeof value === 'string') add(`aws:PrincipalTag/${key}`, value);
}
