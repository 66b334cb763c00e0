/** Conditions that could narrow further, each with how many of the events it fits. Never on by themselves. */
import type { JsonObject } from '../../intake/evidence/values';
import { at, isObject, textAt } from '../../intake/evidence/values';
import type { RecordedEvent } from '../../intake/report/types';

export interface ConditionOffer {
  readonly key: string;
  readonly values: readonly string[];
  /** Of how many events it holds, and of how many there are. */
  readonly fits: number;
  readonly of: number;
}

type Reading = readonly [key: string, of: (record: JsonObject) => string | undefined];

const READINGS: readonly Reading[] = [
  ['aws:SourceVpce', (record) => textAt(record, 'vpcEndpointId')],
  ['aws:RequestedRegion', (record) => textAt(record, 'awsRegion')],
  [
    's3:prefix',
    (record) =>
      /^ListObjects/.test(textAt(record, 'eventName') ?? '')
        ? textAt(record, 'requestParameters', 'prefix')
        : undefined,
  ],
  ['aws:CalledViaLast', (record) => textAt(record, 'userIdentity', 'invokedBy')],
];

/** Up to three values of one key are an offer; more are no rule. */
const MOST_VALUES = 3;

export function offersOf(
  events: readonly RecordedEvent[],
  eligible: readonly number[],
): readonly ConditionOffer[] {
  const offers: ConditionOffer[] = [];
  const tell = (key: string, values: readonly (string | undefined)[]): void => {
    const told = values.filter((value) => value !== undefined);
    const distinct = [...new Set(told)].sort();
    if (distinct.length > 0 && distinct.length <= MOST_VALUES)
      offers.push({ key, values: distinct, fits: told.length, of: values.length });
  };
  const records = eligible.map((index) => events[index]!.record);
  for (const [key, of] of READINGS) {
    const about =
      key === 's3:prefix'
        ? records.filter((record) => /^ListObjects/.test(textAt(record, 'eventName') ?? ''))
        : records;
    tell(key, about.map(of));
  }
  const tags = new Set(
    records.flatMap((record) => {
      const tagged = at(record, 'eventContext', 'tagContext', 'principalTags');
      return isObject(tagged) ? Object.keys(tagged) : [];
    }),
  );
  for (const tag of tags)
    tell(
      `aws:PrincipalTag/${tag}`,
      records.map((record) => textAt(record, 'eventContext', 'tagContext', 'principalTags', tag)),
    );
  return offers;
}
