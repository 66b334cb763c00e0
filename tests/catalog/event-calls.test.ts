import { beforeAll, describe, expect, it } from 'vitest';
import {
  ACTION_OF_CALL,
  ACTION_OF_ITEM,
  ACTION_OF_STATEMENT,
  GATEWAY,
  OF_VERSION,
  PREFIX_OF_SOURCE,
} from '../../src/catalog/event-calls';
import type { Catalog } from '../../src/catalog/service-reference';
import { actionOf, needsOfCall, versioned } from '../../src/intake/evidence/event-actions';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

function exists(action: string): boolean {
  const [prefix, name] = action.split(':') as [string, string];
  return catalog.actions(prefix)?.has(name.toLowerCase()) === true;
}

describe('the actions that calls are mapped to', () => {
  it('are all in the service reference', () => {
    const mapped = [
      ...Object.entries(ACTION_OF_CALL).flatMap(([prefix, calls]) =>
        Object.values(calls).map((action) => (action.includes(':') ? action : `${prefix}:${action}`)),
      ),
      ...Object.values(ACTION_OF_ITEM),
      ...Object.values(ACTION_OF_STATEMENT),
      ...GATEWAY.map(([, method]) => `apigateway:${method}`),
      ...[...OF_VERSION].flatMap((name) => [`s3:${name}`, `s3:${versioned(name)}`]),
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ];
    expect(mapped.length).toBeGreaterThan(90);
    expect(mapped.filter((action) => !exists(action))).toEqual([]);
  });

  it('belong to services that exist', () => {
    expect(Object.values(PREFIX_OF_SOURCE).filter((prefix) => !catalog.hasService(prefix))).toEqual([]);
  });

  it.each([
    ['s3', 'DeleteBucketPublicAccessBlock', 's3:PutBucketPublicAccessBlock'],
    ['s3', 'GetPublicAccessBlock', 's3:GetBucketPublicAccessBlock'],
    ['s3', 'ListBucketInventoryConfigurations', 's3:GetInventoryConfiguration'],
    ['s3', 'DeleteBucketMetricsConfiguration', 's3:PutMetricsConfiguration'],
    ['s3', 'DeleteBucketOwnershipControls', 's3:PutBucketOwnershipControls'],
    ['s3', 'CreateSession', 's3express:CreateSession'],
    ['lambda', 'GetLayerVersionByArn20181031', 'lambda:GetLayerVersion'],
    ['lambda', 'UpdateFunctionCode20150331v2', 'lambda:UpdateFunctionCode'],
    ['cloudfront', 'CreateDistribution2020_05_31', 'cloudfront:CreateDistribution'],
    ['sqs', 'DeleteMessageBatch', 'sqs:DeleteMessage'],
    ['monitoring', 'PutMetricData', 'cloudwatch:PutMetricData'],
    ['rdsdata', 'ExecuteStatement', 'rds-data:ExecuteStatement'],
  ])('%s %s needs %s', (source, call, action) => {
    expect(actionOf(`${source}.amazonaws.com`, call, false)).toBe(action);
  });
});

describe('calls that need several actions', () => {
  const needs = (source: string, eventName: string, requestParameters: object): unknown =>
    needsOfCall({ eventSource: `${source}.amazonaws.com`, eventName, requestParameters });

  it('a copy reads its source, by version where one is named', () => {
    expect(
      needs('s3', 'CopyObject', {
        bucketName: 'to',
        key: 'k',
        'x-amz-copy-source': '/from/a%20b?versionId=1',
      }),
    ).toEqual([
      { action: 's3:GetObjectVersion', parameters: { bucketName: 'from', key: 'a b' } },
      { action: 's3:PutObject' },
    ]);
  });

  it('re-encryption uses two keys', () => {
    expect(needs('kms', 'ReEncrypt', { sourceKeyId: 'a', destinationKeyId: 'b' })).toEqual([
      { action: 'kms:ReEncryptFrom', parameters: { keyId: 'a' } },
      { action: 'kms:ReEncryptTo', parameters: { keyId: 'b' } },
    ]);
  });

  it('PartiQL by the first word, with its table; all four where the statement is not shown', () => {
    expect(needs('dynamodb', 'ExecuteStatement', { statement: 'select * from "orders" where id=1' })).toEqual(
      [{ action: 'dynamodb:PartiQLSelect', parameters: { tableName: 'orders' } }],
    );
    expect(needs('dynamodb', 'ExecuteStatement', {})).toHaveLength(4);
    expect(needs('dynamodb', 'TransactWriteItems', {})).toHaveLength(4);
  });
});
