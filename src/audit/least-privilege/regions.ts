/** IAM User Guide, "Where last accessed information is tracked", as of 2026-11: activity elsewhere never shows. */
export const TRACKED_REGIONS: ReadonlySet<string> = new Set(
  `us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4
   ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-east-1 eu-central-1 eu-central-2 eu-west-1 eu-west-2
   eu-west-3 eu-north-1 eu-south-1 eu-south-2 me-south-1 me-central-1 af-south-1 il-central-1 us-gov-east-1 us-gov-west-1`.split(
    /\s+/,
  ),
);

const REGION = /\b(?:us|eu|ap|sa|ca|me|af|il|cn|mx)-(?:gov-|iso[a-z]?-)?[a-z]+-\d\b/g;

/** Regions that a policy's text names and that are not tracked. */
export function untrackedRegions(documents: readonly unknown[]): readonly string[] {
  const named = JSON.stringify(documents).match(REGION) ?? [];
  return [...new Set(named)].filter((region) => !TRACKED_REGIONS.has(region)).sort();
}
