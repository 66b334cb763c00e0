/** Where an event happened: what an ARN is made of besides its name. */
import { parseArn } from '../../language/arn';
import type { JsonObject } from './values';
import { textAt } from './values';

export interface EventPlace {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

export function placeOf(event: JsonObject): EventPlace {
  const region = textAt(event, 'awsRegion') ?? '';
  const caller = parseArn(textAt(event, 'userIdentity', 'arn') ?? '');
  return {
    partition: partitionOf(region) ?? caller?.partition ?? 'aws',
    region,
    account: textAt(event, 'recipientAccountId') ?? caller?.account ?? '',
  };
}

/** By the Region's name, where that tells it. AWS General Reference: "ARNs and partitions". */
function partitionOf(region: string): string | undefined {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : undefined;
}
