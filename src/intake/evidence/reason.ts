/**
 * The reason at the end of an access-denied message: which kind of policy refused, and how.
 * IAM User Guide, "Troubleshoot access denied error messages": both tables of examples.
 */
import type { BlockSetting, Evidence, EvidenceLayer } from './types';

/** The names that AWS gives to the kinds of policies, as they stand in messages. */
const NAMES: readonly (readonly [RegExp, EvidenceLayer])[] = [
  [/^identity-based polic/i, 'identity'],
  [/^resource-based polic/i, 'resource'],
  [/^permissions? boundar/i, 'boundary'],
  [/^sessions? polic/i, 'session'], // one of AWS's samples reads "a sessions policy"
  [/^service control polic/i, 'scp'],
  [/^resource control polic/i, 'rcp'],
  [/^VPC endpoint polic/i, 'endpoint'],
  [/^role trust polic/i, 'trust'],
];

export interface Reason extends Pick<Evidence, 'layer' | 'denial' | 'policyArn' | 'blockSetting'> {
  readonly notes: readonly string[];
}

const NO_REASON: Reason = {
  notes: ['The message gives no reason: neither the kind of policy nor whether a Deny matched is told.'],
};

/** Reads what stands after the action and resource of a message. `action`: the one that was refused, where it is told. */
export function readReason(after: string, action = ''): Reason {
  const rest = after.slice(0, 700).replace(/^["'`.,)\s]+/, '');
  return explicitDeny(rest, action) ?? implicitDeny(rest) ?? blockPublicAccess(rest) ?? NO_REASON;
}

/** The first reason that stands anywhere in a text, where the sentence around it was cut out. */
export function reasonIn(line: string): Reason | undefined {
  const start = line.search(/with an explicit deny in |because no [a-z-]+(?: [a-z]+){0,3} allows /i);
  if (start === -1) return undefined;
  const reason = readReason(line.slice(start));
  return reason === NO_REASON ? undefined : reason;
}

function explicitDeny(text: string, action: string): Reason | undefined {
  const rest = withSpaces(text);
  const start = /^with an explicit deny/i.exec(rest);
  if (start === null) return undefined;
  const inPolicy = /^ in (?:an?|the) /i.exec(rest.slice(start[0].length));
  const named = inPolicy && rest.slice(start[0].length + inPolicy[0].length);
  const layer = named === null ? undefined : layerOf(named);
  if (named === null || layer === undefined) {
    return {
      denial: 'explicit',
      notes: ['A Deny statement matched, but the message does not say in which kind of policy.'],
    };
  }
  if (/^VPC endpoint policy transitively/i.test(named)) {
    return {
      layer: 'scp',
      denial: 'explicit',
      notes: [
        'A service control policy denies, by way of the VPC endpoint: look for the Deny in the service control policies.',
      ],
    };
  }
  const arn = policyArn(text.slice(rest.length - named.length));
  const notes = [...publicBucketNote(layer, action), ...misprintNote(named), ...arn.notes];
  return { layer, denial: 'explicit', ...arn, notes };
}

/** S3 reports two settings of Block Public Access as if they were policies: Amazon S3 User Guide, "Blocking public access". */
function publicBucketNote(layer: EvidenceLayer, action: string): readonly string[] {
  if (layer !== 'resource' || !/^s3:/i.test(action)) return [];
  return [
    'For an S3 bucket with a public policy this message can also mean that the setting RestrictPublicBuckets refused: then the policy has no such Deny.',
  ];
}

function misprintNote(named: string): readonly string[] {
  return /^sessions /i.test(named)
    ? ['“A sessions policy” is AWS’s own misprint: the session policy is meant.']
    : [];
}

function implicitDeny(text: string): Reason | undefined {
  const rest = withSpaces(text);
  const start = /^because no /i.exec(rest);
  if (start === null) return undefined;
  const named = rest.slice(start[0].length);
  const layer = layerOf(named);
  if (layer === undefined) return undefined;
  const arn = policyArn(text.slice(rest.length - named.length));
  return { layer, denial: 'implicit', ...arn };
}

/** Breaks between the words of a reason are spaces; in an ARN they are not. */
function withSpaces(text: string): string {
  return text.replace(/\n/g, ' ');
}

function blockPublicAccess(rest: string): Reason | undefined {
  const setting =
    /^because public (?:policies|ACLs) are prevented by the (BlockPublic(?:Policy|Acls)) setting/i.exec(
      rest,
    )?.[1];
  if (setting === undefined) return undefined;
  return {
    blockSetting: setting as BlockSetting,
    notes: [`S3 Block Public Access refused this, by its setting ${setting}; no policy did.`],
  };
}

function layerOf(named: string): EvidenceLayer | undefined {
  return NAMES.find(([name]) => name.test(named))?.[1];
}

/** Whole ARNs of policies that messages name; one that was cut off does not pass. */
const POLICY_ARN =
  /^arn:aws[a-z-]*:(?:iam::(?:\d{12}|aws):policy\/[\w+=,.@/-]+|organizations::(?:\d{12}|aws):policy\/(?:o-[a-z0-9]{10,32}\/)?[a-z_]+\/p-[0-9A-Za-z_]{8,128})$/;

function policyArn(named: string): { policyArn?: string; notes: readonly string[] } {
  const found =
    /^[A-Za-z\n -]{1,60}?(?:[ \n]allows[ \n]the[ \n][\w-]+:[\w*]+[ \n]action)?:[ \n]?(arn:[^\s"'`<>)]+)(\n?)/.exec(
      named,
    );
  if (found === null) return { notes: [] };
  const arn = found[1]!.replace(/(?<![.,;])[.,;]+$/, '');
  if (POLICY_ARN.test(arn) && found[2] === '') return { policyArn: arn, notes: [] };
  return { notes: ['The ARN of the policy is cut off, so it is not used.'] };
}
