/** What Amazon S3 asks for besides the action of the call. */
import type { LinkedRequest, Request } from '../../case/scenario';
import { S3 } from '../through';
import { arnStart, partitionOf } from './places';
import type { CallTemplate, TemplateField } from './types';

const GUIDE = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide';
const READS = ['s3:getobject', 's3:getobjectversion'];
const WRITES = ['s3:putobject'];

const KEY: TemplateField = {
  id: 'key',
  label: 'ARN of the KMS key',
  start: (request) => `${arnStart(request, 'kms')}key/`,
};

const otherObject = (label: string): TemplateField => ({
  id: 'object',
  label,
  start: (request) => `arn:${partitionOf(request)}:s3:::`,
});

/** S3 asks KMS on the caller's behalf. Every key has a policy; until it is there, nothing is claimed. */
function ofKey(action: string, name: string, key: string): LinkedRequest {
  return { name, request: { action, resource: key }, through: S3, policies: { resource: 'unknown' } };
}

/** The same key again is under the same key policy. */
function again(action: string, name: string, key: string): LinkedRequest {
  return { name, request: { action, resource: key }, through: S3 };
}

const readsSource = (source: string): LinkedRequest => ({
  name: 'Read the source',
  request: { action: 's3:GetObject', resource: source },
});

/** How the header that names the source is written is up to the client, so it is not known. */
const writesCopy = (target: string): LinkedRequest => ({
  name: 'Write the copy',
  request: { action: 's3:PutObject', resource: target, context: { 's3:x-amz-copy-source': null } },
});

const isRead = ({ action }: Request): boolean => READS.includes(action.toLowerCase());

export const s3Templates: readonly CallTemplate[] = [
  {
    id: 's3-read-kms',
    title: 'The object is encrypted with a KMS key',
    about:
      'S3 decrypts it on the caller’s behalf, so the caller needs `kms:Decrypt` on the key as well, and the key policy must let it.',
    actions: READS,
    fields: [KEY],
    make: (_, filled) => [ofKey('kms:Decrypt', 'Decrypt the object', filled('key'))],
    page: `${GUIDE}/UsingKMSEncryption.html`,
  },
  {
    id: 's3-write-kms',
    title: 'The object is encrypted with a KMS key',
    about: 'S3 asks KMS for a data key on the caller’s behalf: `kms:GenerateDataKey` on the key.',
    actions: WRITES,
    fields: [KEY],
    make: (_, filled) => [ofKey('kms:GenerateDataKey', 'Make a data key', filled('key'))],
    page: `${GUIDE}/UsingKMSEncryption.html`,
  },
  {
    id: 's3-multipart-kms',
    title: 'It is encrypted with a KMS key and uploaded in parts',
    about:
      'The parts are decrypted again when they are put together: `kms:Decrypt` besides `kms:GenerateDataKey`.',
    actions: WRITES,
    fields: [KEY],
    make: (_, filled) => [
      ofKey('kms:GenerateDataKey', 'Make a data key', filled('key')),
      again('kms:Decrypt', 'Read the parts', filled('key')),
    ],
    page: `${GUIDE}/mpuoverview.html#mpuAndPermissions`,
  },
  {
    id: 's3-copy-out',
    title: 'It is copied to another place',
    about: '`CopyObject` reads the source and writes the copy: `s3:GetObject` here and `s3:PutObject` there.',
    actions: READS,
    fields: [otherObject('ARN of the copy')],
    make: (_, filled) => [writesCopy(filled('object'))],
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
  },
  {
    id: 's3-copy-in',
    title: 'It is a copy of another object',
    about: '`CopyObject` reads the source and writes the copy: `s3:GetObject` there and `s3:PutObject` here.',
    actions: WRITES,
    fields: [otherObject('ARN of the source')],
    make: (_, filled) => [readsSource(filled('object'))],
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
  },
  {
    id: 's3-copy-tags',
    title: 'It is a copy, and the object has tags',
    about:
      'Tags are copied along: `s3:GetObjectTagging` on the source and `s3:PutObjectTagging` on the copy, besides reading and writing.',
    actions: [...READS, ...WRITES],
    fields: [otherObject('ARN of the other object')],
    make: (request, filled) => {
      const other = filled('object');
      const [source, target] = isRead(request) ? [{}, { resource: other }] : [{ resource: other }, {}];
      return [
        isRead(request) ? writesCopy(other) : readsSource(other),
        { name: 'Read the tags', request: { ...source, action: 's3:GetObjectTagging' } },
        { name: 'Write the tags', request: { ...target, action: 's3:PutObjectTagging' } },
      ];
    },
    page: `${GUIDE}/copy-object.html`,
  },
  {
    id: 's3-write-tags',
    title: 'It is uploaded with tags',
    about: 'Tags in the upload need `s3:PutObjectTagging` on the same object.',
    actions: WRITES,
    fields: [],
    make: () => [{ name: 'Write the tags', request: { action: 's3:PutObjectTagging' } }],
    page: `${GUIDE}/tagging-and-policies.html`,
  },
];
