/** Where an event happened: what an ARN is made of besides its name. */
import { textAt } from '../../intake/evidence/values';
import type { JsonObject } from '../../intake/evidence/values';
import { parseArn } from '../../language/arn';

export interface EventPlace {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

export function placeOf(event: JsonObject): EventPlace {
  const region = textAt(event, 'awsRegion') ?? '';
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  const caller = parseArn(textAt(event, 'userIdentity', 'arn') ?? '')?.account ?? '';
  return { partition, region, account: textAt(event, 'recipientAccountId') ?? caller };
}
