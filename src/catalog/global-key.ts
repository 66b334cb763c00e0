/** What is told of a global condition key; the keys themselves stand in `global-keys-data.ts`. */

export type KeyType = 'string' | 'arn' | 'bool' | 'numeric' | 'date' | 'ip';

export interface GlobalKey {
  /** As AWS writes it; a key for each tag ends in `/tag-key`. */
  readonly key: string;
  readonly type: KeyType;
  readonly multivalued?: true;
  /** In every request. */
  readonly always?: true;
  /** Holds an identifier that AWS gives out, so that wildcards are pointless. */
  readonly sensitive?: true;
  readonly deprecated?: true;
  readonly presentWhen: string;
  readonly summary: string;
}
