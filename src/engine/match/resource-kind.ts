/**
 * What kind of thing an ARN or its pattern is about: the service, and the word with which the sixth part begins.
 * Service Authorization Reference: the ARN formats of the resource types.
 */
import { resourcePartStart } from '../../language/arn';

/** Services some of whose ARNs have a name of the customer's where others have the type. */
const NAME_FIRST: ReadonlySet<string> = new Set([
  'aws-marketplace',
  'codecommit',
  'codepipeline',
  'execute-api',
  'kinesis',
  'mapcredits',
  'mediaconnect',
  'neptune-db',
  'servicequotas',
  'sns',
  'sqs',
  'ssm-sap',
  'wafv2',
]);

const open = (text: string): boolean => /[*?$]/.test(text);

/** Undefined where a wildcard leaves it open, and for what is no ARN. */
export function resourceKind(text: string): string | undefined {
  const start = resourcePartStart(text);
  if (start === undefined) return undefined;
  const [, , service = '', region = '', account = ''] = text.split(':', 5);
  if (open(service)) return undefined;
  // The ARNs of buckets and objects have neither Region nor account; those of access points have both.
  if (service === 's3' && region === '' && account === '') return 's3 bucket';
  if (NAME_FIRST.has(service)) return service;
  const head = /^[^/:]*/.exec(text.slice(start))![0];
  return open(head) ? undefined : `${service} ${head}`;
}

/** Does the beginning of a text tell its kind already, whatever follows? */
export function tellsKind(beginning: string): boolean {
  const start = resourcePartStart(beginning);
  return start !== undefined && /[/:]/.test(beginning.slice(start));
}
