/** Short forms for writing the cases and edits of lessons. */
export { ADMINISTRATOR, FULL_AWS_ACCESS, level, policy, scenario, via } from '../examples/policy';

/** A document of the current version with these statements. */
export function doc(...statements: readonly Readonly<Record<string, unknown>>[]): {
  readonly Version: string;
  readonly Statement: readonly Readonly<Record<string, unknown>>[];
} {
  return { Version: '2012-10-17', Statement: statements };
}
