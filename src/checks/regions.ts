/** Partitions and Regions. AWS General Reference: "AWS service endpoints"; "Regions and Zones". */

const PARTITIONS = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
] as const;

export type Partition = (typeof PARTITIONS)[number];

/** Regions that are announced for the near future are in: a policy may be ahead of its Region. */
const REGIONS: Readonly<Record<Partition, readonly string[]>> = {
  aws: [
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'af-south-1',
    'ap-east-1',
    'ap-east-2',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-central-1',
    'ca-west-1',
    'eu-central-1',
    'eu-central-2',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'il-central-1',
    'me-central-1',
    'me-south-1',
    'me-west-1',
    'mx-central-1',
    'sa-east-1',
    'sa-west-1',
  ],
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-us-gov': ['us-gov-east-1', 'us-gov-west-1'],
  'aws-iso': ['us-iso-east-1', 'us-iso-west-1'],
  'aws-iso-b': ['us-isob-east-1', 'us-isob-west-1'],
  'aws-iso-e': ['eu-isoe-west-1'],
  'aws-iso-f': ['us-isof-east-1', 'us-isof-south-1'],
  'aws-eusc': ['eusc-de-east-1'],
};

const everyRegion: ReadonlySet<string> = new Set(Object.values(REGIONS).flat());

export function isKnownPartition(text: string): text is Partition {
  return (PARTITIONS as readonly string[]).includes(text);
}

/** Is it a Region of the partition? Of any, when the partition is not one that is known. */
export function isRegion(text: string, partition?: string): boolean {
  if (partition === undefined || !isKnownPartition(partition)) return everyRegion.has(text);
  return REGIONS[partition].includes(text);
}

/** `us-east-1` for the Availability Zone `us-east-1a`; undefined for anything else. */
export function regionOfZone(text: string): string | undefined {
  const region = text.slice(0, -1);
  return /^[a-z]$/.test(text.slice(-1)) && everyRegion.has(region) ? region : undefined;
}

export function regions(): Iterable<string> {
  return everyRegion;
}
