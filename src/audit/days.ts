/** Ages as AWS's checks count them. */

const DAY_MS = 86_400_000;

/** Whole days between two moments (ISO 8601); 90 days and an hour are 90. */
export function wholeDays(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
