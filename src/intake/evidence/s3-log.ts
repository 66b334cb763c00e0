/**
 * A row of an Amazon S3 server access log. Amazon S3 User Guide, "Amazon S3 server access log format": fields with
 * spaces between, the time in brackets, three in quotation marks; the key is URL-encoded, twice where it has to be.
 */
import type { Request } from '../../case/scenario';
import type { Denial } from './types';
import { defined } from './values';

const ROW =
  /^[0-9a-f]{64} ([a-z0-9.-]{3,63}) \[(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) \+0000\] (\S+) (\S+) \S+ ([A-Z]+\.[A-Z]+\.[A-Z_]+) (\S+) "(?:[^"\\]|\\.)*" (\d{3}|-) (\S+)((?:[ \t].*)?)$/m;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The action that authorizes an operation. Amazon S3 User Guide, "Required permissions for Amazon S3 API operations". */
const ACTIONS: Readonly<Record<string, string>> = {
  'REST.GET.OBJECT': 's3:GetObject',
  'REST.HEAD.OBJECT': 's3:GetObject',
  'REST.PUT.OBJECT': 's3:PutObject',
  'REST.POST.OBJECT': 's3:PutObject',
  'REST.COPY.OBJECT': 's3:PutObject',
  'REST.COPY.OBJECT_GET': 's3:GetObject',
  'REST.POST.UPLOADS': 's3:PutObject',
  'REST.PUT.PART': 's3:PutObject',
  'REST.POST.UPLOAD': 's3:PutObject',
  'REST.DELETE.UPLOAD': 's3:AbortMultipartUpload',
  'REST.DELETE.OBJECT': 's3:DeleteObject',
  'REST.GET.ACL': 's3:GetObjectAcl',
  'REST.PUT.ACL': 's3:PutObjectAcl',
  'REST.GET.OBJECT_TAGGING': 's3:GetObjectTagging',
  'REST.PUT.OBJECT_TAGGING': 's3:PutObjectTagging',
  'REST.GET.BUCKET': 's3:ListBucket',
  'REST.HEAD.BUCKET': 's3:ListBucket',
  'REST.GET.BUCKETVERSIONS': 's3:ListBucketVersions',
  'REST.GET.BUCKETPOLICY': 's3:GetBucketPolicy',
  'REST.PUT.BUCKETPOLICY': 's3:PutBucketPolicy',
  'REST.DELETE.BUCKETPOLICY': 's3:DeleteBucketPolicy',
  'REST.GET.LOCATION': 's3:GetBucketLocation',
  'REST.GET.VERSIONING': 's3:GetBucketVersioning',
  'REST.GET.ENCRYPTION': 's3:GetEncryptionConfiguration',
};

/** What the first refused row of a text says; undefined where there is none. */
export function readS3Log(text: string): Denial | undefined {
  const rows = text.split('\n').slice(0, 20_000);
  const found = rows.map((row) => ROW.exec(row.trim())).filter((row) => row !== null);
  const row = found.find((each) => each[10] === '403') ?? found[0];
  if (row === undefined) return undefined;
  const [, bucket, day, month, year, time, address, requester, operation, key, status, error, rest] = row;
  const onBucket = key === '-';
  const action = onBucket && operation!.endsWith('.ACL') ? undefined : ACTIONS[operation!];
  const name = onBucket ? undefined : decoded(key!);
  const date = `${year!}-${String(MONTHS.indexOf(month!) + 1).padStart(2, '0')}-${day!}T${time!}Z`;
  const request: Partial<Request> = defined({
    principal: principalOf(requester!),
    action,
    resource:
      onBucket || name !== undefined ? `arn:aws:s3:::${bucket!}${onBucket ? '' : `/${name!}`}` : undefined,
    context: defined({
      'aws:CurrentTime': date,
      'aws:SourceIp': address === '-' ? undefined : address,
      'aws:SecureTransport': / TLSv1\.[0-3](?: |$)/.test(rest!) ? 'true' : undefined,
    }),
  });
  return {
    request,
    notes: [
      ...(found.length > 1
        ? [
            `${found.length} rows of a log are in the text; ${status === '403' ? 'the first refused' : 'the first'} one is used.`,
          ]
        : []),
      ...(request.principal === undefined
        ? [`The log names the requester only as \`${requester!}\`. Fill in the caller’s ARN.`]
        : []),
      ...(action === undefined ? [`The operation was ${operation!}. Fill in the action that it needs.`] : []),
      status === '403'
        ? 'A log of Amazon S3 says that access was denied, but not which policy refused.'
        : `The row has status ${status!}${error === '-' ? '' : ` (${error!})`}, which is no refusal.`,
      'The ARN of a bucket does not tell its account. Fill it in if it is not the caller’s.',
    ],
  };
}

/** An ARN, `-` for an anonymous caller; a canonical ID tells the account only. */
function principalOf(requester: string): string | undefined {
  if (requester === '-') return '*';
  return /^arn:aws[a-z-]*:(?:iam|sts)::\d{12}:\S+$/.test(requester) ? requester : undefined;
}

function decoded(key: string): string | undefined {
  try {
    const once = decodeURIComponent(key);
    return /%[0-9A-F]{2}/.test(once) ? decodeURIComponent(once) : once;
  } catch {
    return undefined;
  }
}
