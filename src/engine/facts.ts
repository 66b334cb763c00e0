/** Everything a statement is matched against. */
import type { ActionName } from './request/target';
import type { Caller } from './request/caller';
import type { Lookup } from './request/lookup';

export interface Facts {
  readonly caller: Caller;
  /** Undefined when the request's action cannot be read: then it is not known. */
  readonly action: ActionName | undefined;
  /** Likewise; or a key that the request names only by an alias. */
  readonly resource: string | undefined;
  /** Where the resource is not known: how its ARN begins. */
  readonly resourcePrefix?: string;
  /** The partition of the resource, where its ARN has one: access is never delegated across partitions. */
  readonly partition: string | undefined;
  readonly lookup: Lookup;
  /** Does AWS send this key with every request of this kind? By its name in small letters. */
  readonly isAlwaysSent: (lowerKey: string) => boolean;
  /** A permissions boundary is in play for the caller. */
  readonly bounded: boolean;
}
