/** The policies that AWS looked at, without their texts. IAM Toolbox API Reference, PolicyInfo and AttachedTo. */
import type { Layer } from '../../case/scenario';
import type { JsonObject } from '../evidence/values';
import { isObject } from '../evidence/values';
import { listOf, member, textOf } from './members';
import type { AwsPolicy } from './types';

const LAYERS: ReadonlyMap<string, Layer> = new Map([
  ['IDENTITY_BASED_POLICY', 'identity'],
  ['RESOURCE_BASED_POLICY', 'resource'],
  ['PERMISSIONS_BOUNDARY', 'boundary'],
  ['SESSION_POLICY', 'session'],
  ['SERVICE_CONTROL_POLICY', 'scp'],
  ['RESOURCE_CONTROL_POLICY', 'rcp'],
  ['VPC_ENDPOINT_POLICY', 'endpoint'],
]);

/** A policy of the list; nothing where its type is not known here, which is said. */
export function policyOf(entry: JsonObject, notes: string[]): readonly AwsPolicy[] {
  const uri = textOf(entry, 'uri');
  const type = textOf(entry, 'type');
  const layer = type === undefined ? undefined : LAYERS.get(type.replace(/[- ]/g, '_').toUpperCase());
  if (uri === undefined || layer === undefined) {
    notes.push(
      `AWS lists a policy ${uri === undefined ? 'without its identifier' : `\`${uri.slice(0, 200)}\` of the type ${type === undefined ? 'that is not told' : `\`${type.slice(0, 60)}\`, which is not known here`}`}, so it is left out.`,
    );
    return [];
  }
  const inline = member(entry, 'inline') === true || !uri.startsWith('arn:');
  return [
    {
      layer,
      name: inline ? 'inline policy' : lastPart(uri),
      uri,
      inline,
      attachedTo: listOf(entry, 'attachedTo').flatMap((target) =>
        typeof target === 'string' ? [target] : isObject(target) ? [textOf(target, 'arn') ?? []].flat() : [],
      ),
    },
  ];
}

/** The name of a managed policy; of one of Organizations its id. */
function lastPart(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}
