/**
 * From the API call of a CloudTrail event to the IAM actions that it needs. One call may need several: a copy reads its
 * source and writes its target. AWS Lambda Developer Guide, "Logging with CloudTrail"; the tables name their sources.
 */
import {
  ACTION_OF_CALL,
  ACTION_OF_ITEM,
  ACTION_OF_STATEMENT,
  GATEWAY,
  OF_VERSION,
  PREFIX_OF_SOURCE,
} from '../../catalog/event-calls';
import type { JsonObject } from './values';
import { at, isObject, listAt, textAt } from './values';

/** An action that a call needs, and the part of the request's parameters that names what it needs it for. */
export interface CallNeed {
  readonly action: string;
  /** Undefined: all parameters and resources of the event. */
  readonly parameters?: JsonObject;
}

/** The prefix of an event source's actions; undefined where it is none of AWS's. */
export function prefixOf(eventSource: string): string | undefined {
  const source = /^([a-z0-9.-]+)\.amazonaws\.com(?:\.cn)?$/.exec(eventSource)?.[1];
  return source === undefined ? undefined : (own(PREFIX_OF_SOURCE, source) ?? source);
}

/** Lambda and CloudFront append the date of the API's version: `Invoke20150331`, `CreateDistribution2020_05_31`. */
export function callName(eventName: string): string {
  return eventName.replace(/_?20\d\d_?\d\d_?\d\d(?:v\d+)?$/, '');
}

/** The action of an API call, the target's where it needs several; undefined where the event's names are none of an API. */
export function actionOf(eventSource: string, eventName: string, ofVersion: boolean): string | undefined {
  const prefix = prefixOf(eventSource);
  if (prefix === undefined || !/^[A-Za-z]\w*$/.test(eventName)) return undefined;
  const call = callName(eventName);
  if (prefix === 'apigateway') {
    const method = GATEWAY.find(([name]) => name.test(call))?.[1];
    return method === undefined ? undefined : `apigateway:${method}`;
  }
  const special = own(PRIMARY, `${prefix}:${call}`);
  if (special !== undefined) return special;
  const action = own(own(ACTION_OF_CALL, prefix), call) ?? call;
  if (action.includes(':')) return action;
  return `${prefix}:${prefix === 's3' && ofVersion ? versioned(action) : action}`;
}

/** Of the calls that need several actions, the one that the call is named for. */
const PRIMARY: Readonly<Record<string, string>> = {
  's3:CopyObject': 's3:PutObject',
  's3:UploadPartCopy': 's3:PutObject',
  'kms:ReEncrypt': 'kms:ReEncryptFrom',
};

/** Every action that the call of an event needs by itself, in the order in which AWS asks; empty where it is no API call. */
export function needsOfCall(event: JsonObject): readonly CallNeed[] {
  const prefix = prefixOf(textAt(event, 'eventSource') ?? '');
  const name = textAt(event, 'eventName') ?? '';
  const parameters = parametersOf(event);
  switch (`${prefix ?? ''}:${callName(name)}`) {
    case 's3:CopyObject':
    case 's3:UploadPartCopy':
      return [copySource(parameters), { action: 's3:PutObject' }];
    case 'kms:ReEncrypt':
      return reEncrypt(parameters);
    case 'dynamodb:TransactWriteItems':
      return transaction(parameters);
    case 'dynamodb:TransactGetItems':
      return gets(parameters);
    case 'dynamodb:ExecuteStatement':
      return statements([textAt(parameters, 'statement')]);
    case 'dynamodb:BatchExecuteStatement':
      return statements(listAt(parameters, 'statements').map((entry) => textAt(entry, 'statement')));
    case 'dynamodb:ExecuteTransaction':
      return statements(listAt(parameters, 'transactStatements').map((entry) => textAt(entry, 'statement')));
    default: {
      const action = actionOf(
        textAt(event, 'eventSource') ?? '',
        name,
        at(parameters, 'versionId') !== undefined,
      );
      return action === undefined ? [] : [{ action }];
    }
  }
}

function parametersOf(event: JsonObject): JsonObject {
  const parameters = at(event, 'requestParameters');
  return isObject(parameters) ? parameters : {};
}

/** `x-amz-copy-source`: `/bucket/key?versionId=…`, URL-encoded; Amazon S3 API Reference, CopyObject. */
function copySource(parameters: JsonObject): CallNeed {
  const header = textAt(parameters, 'x-amz-copy-source') ?? '';
  const [path = '', query = ''] = header.replace(/^\//, '').split('?', 2);
  const slash = path.indexOf('/');
  const action = /(?:^|&)versionId=/.test(query) ? 's3:GetObjectVersion' : 's3:GetObject';
  if (slash <= 0) return { action, parameters: {} };
  return {
    action,
    parameters: { bucketName: decoded(path.slice(0, slash)), key: decoded(path.slice(slash + 1)) },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function reEncrypt(parameters: JsonObject): readonly CallNeed[] {
  const of = (name: string): Pick<CallNeed, 'parameters'> => {
    const key = textAt(parameters, name);
    return key === undefined ? {} : { parameters: { keyId: key } };
  };
  return [
    { action: 'kms:ReEncryptFrom', ...of('sourceKeyId') },
    { action: 'kms:ReEncryptTo', ...of('destinationKeyId') },
  ];
}

/** By the items; all four kinds where the event does not show them. */
function transaction(parameters: JsonObject): readonly CallNeed[] {
  const needs = listAt(parameters, 'transactItems').flatMap((item) =>
    Object.entries(ACTION_OF_ITEM).flatMap(([member, action]): CallNeed[] => {
      const part = at(item, member);
      return isObject(part) ? [{ action, parameters: part }] : [];
    }),
  );
  return needs.length > 0 ? needs : Object.values(ACTION_OF_ITEM).map((action) => ({ action }));
}

function gets(parameters: JsonObject): readonly CallNeed[] {
  const needs = listAt(parameters, 'transactItems').flatMap((item): CallNeed[] => {
    const part = at(item, 'get');
    return isObject(part) ? [{ action: 'dynamodb:GetItem', parameters: part }] : [];
  });
  return needs.length > 0 ? needs : [{ action: 'dynamodb:GetItem' }];
}

/** `SELECT … FROM "orders"`, `INSERT INTO "orders"`, `UPDATE "orders"`, `DELETE FROM "orders"`. */
function statements(texts: readonly (string | undefined)[]): readonly CallNeed[] {
  const needs = texts.flatMap((text): CallNeed[] => {
    const word = /^\s*(\w+)/.exec(text ?? '')?.[1]?.toLowerCase();
    const action = own(ACTION_OF_STATEMENT, word ?? '');
    if (action === undefined) return [];
    const table = /\b(?:from|into|update)\s+"?([\w.-]+)"?/i.exec(text ?? '')?.[1];
    return [{ action, ...(table !== undefined && { parameters: { tableName: table } }) }];
  });
  return needs.length > 0 ? needs : Object.values(ACTION_OF_STATEMENT).map((action) => ({ action }));
}

/** The same action on a version that is named. */
export function versioned(action: string): string {
  return OF_VERSION.has(action) ? action.replace(/Object/, 'ObjectVersion') : action;
}

function own<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
