/**
 * The context of a request that a service makes on the caller's behalf, as far as AWS documents it.
 * IAM User Guide: "Forward access sessions". KMS Developer Guide: "AWS KMS condition keys" (kms:ViaService,
 * kms:CallerAccount, kms:EncryptionContext). S3 User Guide: "Using server-side encryption with AWS KMS keys".
 */
import { readCaller } from '../engine/request/caller';
import type { ContextValue, Request } from '../case/scenario';
import { parseArn } from '../language/arn';
import { serviceOf } from './belongs';

/** S3's name as the caller of other services. */
export const S3 = 's3.amazonaws.com';

/** Nothing for a request that the caller makes. */
export function serviceContext(
  main: Request,
  asked: Request,
  through: string | undefined,
): Readonly<Record<string, ContextValue>> {
  if (through === undefined) return {};
  return {
    'aws:ViaAWSService': 'true',
    // The page of forward access sessions says that it is filled; the key's own list of services lacks some, S3 too.
    'aws:CalledVia': null,
    ...(serviceOf(asked) === 'kms' && keyContext(main, asked, through)),
  };
}

/** Keys of KMS that tell of the service. S3 and the key must be in one Region, so the key's ARN tells it. */
function keyContext(main: Request, asked: Request, through: string): Readonly<Record<string, ContextValue>> {
  const key = parseArn(asked.resource);
  const service = through.split('.')[0]!;
  const { account } = readCaller(asked).caller;
  const suffix = key?.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return {
    ...(account !== undefined && { 'kms:CallerAccount': account }),
    'kms:ViaService': key === undefined || key.region === '' ? null : `${service}.${key.region}.${suffix}`,
    ...(through === S3 &&
      main.resource !== '' && {
        // With an S3 Bucket Key it is the bucket's ARN instead.
        'kms:EncryptionContext:aws:s3:arn': main.resource,
        'kms:EncryptionContextKeys': ['aws:s3:arn'],
      }),
  };
}
