/** What the credential report gives cause to say, as data; the words are in `words.ts`. */

/** What counts as old, as quiet and as unused. Whole days; more than the limit counts. */
export interface KeyLimits {
  readonly maxKeyAgeDays: number;
  /** Without use for so long, the key that is replaced can be switched off. */
  readonly quietHours: number;
  readonly unusedDays: number;
}

/** As the CIS benchmark has them (90 and 45 days); AWS names no time after which a replaced key is quiet. */
export const KEY_LIMITS: KeyLimits = { maxKeyAgeDays: 90, quietHours: 24, unusedDays: 45 };

export type CredentialFindingId =
  | 'root-access-key'
  | 'root-mfa'
  | 'root-used'
  | 'user-console-mfa'
  | 'password-unused'
  | 'key-unused'
  | 'key-old'
  | 'two-active-keys'
  | 'key-at-setup'
  | 'key-inactive'
  | 'signing-certificate'
  | 'no-credentials';

export interface CredentialFinding {
  /** The user's name, or `<root_account>`. */
  readonly user: string;
  readonly id: CredentialFindingId;
  /** Which credential: `key 1`, `key 1, never used`, `never used`, `certificate 2`. */
  readonly which?: string;
  /** Whole days, where the finding is about an age. */
  readonly days?: number;
  /** ISO 8601: when, where the finding is about one use. */
  readonly at?: string;
}

export type RotationState =
  | 'none'
  | 'fresh'
  | 'create'
  | 'unused'
  | 'deploy'
  | 'wait'
  | 'deactivate'
  | 'delete'
  | 'rolled-back'
  | 'both-inactive'
  | 'only-inactive'
  | 'root';

export interface Rotation {
  readonly user: string;
  readonly state: RotationState;
  /** The command that changes something, or null; `OLD_KEY_ID` stands for an id that the report does not hold. */
  readonly next: string | null;
  /** A command that only looks. */
  readonly look?: string;
  /** Slots of the keys that the state speaks of. */
  readonly older?: 1 | 2;
  readonly newer?: 1 | 2;
  /** ISO 8601: when the only key will be too old. */
  readonly due?: string;
  /** What still uses the older key: service and Region, as the report tells them. */
  readonly by?: string;
}
