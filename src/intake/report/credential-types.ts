/** The credential report as it is read: a row a user, its columns by what they mean. */
import type { Told } from './problem';

export interface CredentialKey {
  /** The columns it stands in. The slot says nothing of the age. */
  readonly slot: 1 | 2;
  readonly active: boolean;
  /** ISO 8601; when the key was made. */
  readonly made?: string;
  /** ISO 8601; absent: never used, or not since April 2015. */
  readonly lastUsed?: string;
  readonly region?: string;
  readonly service?: string;
}

/** An X.509 signing certificate. */
export interface CredentialCertificate {
  readonly slot: 1 | 2;
  readonly active: boolean;
  readonly made?: string;
}

export interface CredentialRow {
  /** The name, or `<root_account>`. */
  readonly user: string;
  readonly arn: string;
  readonly created?: string;
  /** Can sign in to the console with a password. */
  readonly password: boolean;
  /** Absent: never used, or no password. */
  readonly passwordLastUsed?: string;
  readonly passwordChanged?: string;
  readonly passwordRotation?: string;
  readonly mfa: boolean;
  readonly keys: readonly CredentialKey[];
  readonly certificates: readonly CredentialCertificate[];
  /** What the report says of credentials that it does not list. */
  readonly more?: string;
}

export interface CredentialReport extends Told {
  readonly kind: 'credentialReport';
  /** When AWS made it, where the text says so: ages count from then. */
  readonly generated?: string;
  readonly root?: CredentialRow;
  readonly users: readonly CredentialRow[];
}
