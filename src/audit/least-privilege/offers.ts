/** Conditions that could narrow further, each with how many of the events it fits. On only where the person says so. */
import type { JsonObject } from '../../intake/evidence/values';
import { at, isObject, textAt } from '../../intake/evidence/values';
import type { RecordedEvent } from '../../intake/report/types';
import { GLOBAL_SERVICES } from './resource-names';
import type { MadeStatement } from './statements';

export interface ConditionOffer {
  readonly key: string;
  readonly values: readonly string[];
  /** Of how many events it holds, and of how many there are. */
  readonly fits: number;
  readonly of: number;
  /** It is asked for: only one that fits all can be. */
  readonly on: boolean;
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
  [
    'aws:SourceIp',
    (record) => {
      const address = textAt(record, 'sourceIPAddress');
      return address !== undefined && /^[\d.]+$|:/.test(address) ? address : undefined;
    },
  ],
];

/** Up to three values of one key are an offer; more are no rule. */
const MOST_VALUES = 3;

export function offersOf(
  events: readonly RecordedEvent[],
  eligible: readonly number[],
  wanted: readonly string[] = [],
): readonly ConditionOffer[] {
  const offers: ConditionOffer[] = [];
  const tell = (key: string, values: readonly (string | undefined)[]): void => {
    const told = values.filter((value) => value !== undefined);
    const distinct = [...new Set(told)].sort();
    const fits = told.length;
    const on = fits === values.length && wanted.includes(key);
    if (distinct.length > 0 && distinct.length <= MOST_VALUES)
      offers.push({ key, values: distinct, fits, of: values.length, on });
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

/** The statements with the conditions that are on, where a request carries the key. */
export function narrowed(
  statements: readonly MadeStatement[],
  offers: readonly ConditionOffer[],
): readonly MadeStatement[] {
  const on = offers.filter((offer) => offer.on);
  if (on.length === 0) return statements;
  return statements.map((statement) => {
    const more = on.filter((offer) => carries(statement, offer.key));
    const condition = Object.fromEntries(more.map(({ key, values }) => [key, values]));
    return { ...statement, condition: { ...condition, ...statement.condition } };
  });
}

/** What a service asks in the caller’s name does not come from the caller’s network. */
function carries({ service, actions, condition }: MadeStatement, key: string): boolean {
  if (key === 's3:prefix') return actions.every((action) => action === 's3:ListBucket');
  if (key === 'aws:RequestedRegion') return !GLOBAL_SERVICES.has(service);
  if (key === 'aws:SourceVpce' || key === 'aws:SourceIp') return condition['kms:ViaService'] === undefined;
  return true;
}
