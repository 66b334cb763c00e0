/**
 * The sentence AWS would print for a denial.
 * IAM User Guide: "Troubleshoot access denied error messages"; S3 User Guide: "Troubleshoot access denied (403
 * Forbidden) errors"; KMS Developer Guide: "Troubleshooting key access".
 */
import type { Evaluation } from '../engine/evaluation';
import type { Layer, Scenario } from '../case/scenario';
import { stepOf } from './facts';
import { isTrust, serviceOf } from '../case/layers';
import { strong } from './rich';
import type { Rich } from './types';
import { LAYER_WORDS } from './layer-words';

type Named = Layer | 'trust';

function awsName(layer: Named): string {
  return layer === 'trust' ? 'role trust policy' : LAYER_WORDS[layer].aws;
}

/** What AWS says of a denial that one layer caused: the layer it names, and how the sentence ends. */
interface Denial {
  readonly subject: string;
  readonly action: string;
  readonly resource: string;
  readonly reason: string;
}

/** The whole sentence; undefined when the request is not denied, or nothing is documented for it. */
export function awsMessage(scenario: Scenario, evaluation: Evaluation): string | undefined {
  const fixed = fixedMessage(scenario, evaluation);
  if (fixed !== undefined) return fixed;
  const denial = denialOf(scenario, evaluation);
  if (!denial) return undefined;
  const { subject, action, resource, reason } = denial;
  const sentence = `User: ${subject} is not authorized to perform: ${action}${resource} ${reason}`;
  return serviceOf(action) === 'ec2' ? ofEc2(sentence, resource) : sentence;
}

/**
 * Amazon EC2 puts a sentence in front, and for what has resources an encoded message behind, which only AWS can write.
 * Amazon EC2 User Guide, "Troubleshoot instance launch issues"; re:Post, "not authorized to launch instances".
 */
function ofEc2(sentence: string, resource: string): string {
  const encoded = resource === '' ? '' : '. Encoded authorization failure message: …';
  return `You are not authorized to perform this operation. ${sentence}${encoded}`;
}

/** The same, with long names folded and the part that tells the reason in bold. */
export function shortAwsMessage(scenario: Scenario, evaluation: Evaluation): Rich | undefined {
  const fixed = fixedMessage(scenario, evaluation);
  if (fixed !== undefined) return [strong(fixed)];
  const denial = denialOf(scenario, evaluation);
  if (!denial) return undefined;
  const resource = denial.resource.replace(scenario.request.resource, folded(scenario.request.resource));
  const start = `${folded(denial.subject)} is not authorized to perform: ${denial.action}${resource} `;
  return [start, strong(denial.reason)];
}

/** Answers without a reason. */
function fixedMessage(scenario: Scenario, evaluation: Evaluation): string | undefined {
  if (!isDenied(evaluation)) return undefined;
  const { action } = scenario.request;
  if (evaluation.principal.kind === 'federatedCaller') return `Not authorized to perform ${action}`;
  // Details only go to callers of the same account or organization.
  if (serviceOf(action) === 's3' && !sharesDetails(evaluation)) return 'Access Denied';
  return undefined;
}

function isDenied({ decision }: Evaluation): boolean {
  return decision === 'ExplicitlyDenied' || decision === 'ImplicitlyDenied';
}

function sharesDetails(evaluation: Evaluation): boolean {
  if (evaluation.principal.kind === 'anonymous') return false;
  if (!evaluation.crossAccount) return true;
  const value = (key: string) =>
    evaluation.context.find((entry) => entry.key.toLowerCase() === key.toLowerCase())?.value;
  const caller = value('aws:PrincipalOrgID');
  return typeof caller === 'string' && caller === value('aws:ResourceOrgID');
}

function denialOf(scenario: Scenario, evaluation: Evaluation): Denial | undefined {
  if (!isDenied(evaluation)) return undefined;
  const { principal, action, resource } = scenario.request;
  const explicit = evaluation.decision === 'ExplicitlyDenied';
  const layer = explicit ? evaluation.decidedBy[0]?.layer : evaluation.missing[0];
  if (layer === undefined) return undefined;
  const named: Named = layer === 'resource' && isTrust(action) ? 'trust' : layer;
  const subject = principal === '*' ? 'anonymous' : principal;
  const said = { subject, action };
  if (named === 'resource' && serviceOf(action) === 'kms') {
    return { ...said, resource: ' on this resource', reason: KMS_REASON };
  }
  return {
    ...said,
    resource: resourcePart(serviceOf(action), resource),
    reason:
      blockedReason(evaluation, action) ?? `${reasonOf(named, explicit, action)}${policyArn(evaluation)}`,
  };
}

const KMS_REASON =
  'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access';

function reasonOf(layer: Named, explicit: boolean, action: string): string {
  return explicit
    ? `with an explicit deny in ${layer === 'trust' ? 'the' : layer === 'identity' ? 'an' : 'a'} ${awsName(layer)}`
    : `because no ${awsName(layer)} allows the ${action} action`;
}

/** S3 puts the ARN in double quotes; S3 and EC2 leave it out where the action has none. */
function resourcePart(service: string, resource: string): string {
  if (resource === '' || (resource === '*' && (service === 's3' || service === 'ec2'))) return '';
  return service === 's3' ? ` on resource: "${resource}"` : ` on resource: ${resource}`;
}

/**
 * Since 2026 AWS names the policy that denies, where caller and resource are in one account or organization. It is known
 * here where a policy is called by its ARN. AWS Security Blog, "Enhanced access denied error messages with policy ARNs".
 */
function policyArn(evaluation: Evaluation): string {
  const [ref] = evaluation.decidedBy;
  if (evaluation.decision !== 'ExplicitlyDenied' || ref === undefined || !sharesDetails(evaluation))
    return '';
  const hasArn = ref.layer !== 'resource' && ref.layer !== 'endpoint' && POLICY_ARN.test(ref.policy);
  return hasArn ? `: ${ref.policy}` : '';
}

const POLICY_ARN = /^arn:aws[a-z-]*:(?:iam|organizations)::(?:\d{12}|aws):policy\/\S+$/;

/** Does AWS report a Deny? It also does so where Block Public Access refused for want of a policy that counts. */
export function reportsDeny(evaluation: Evaluation): boolean {
  return evaluation.decision === 'ExplicitlyDenied' || restrictsPublicBucket(evaluation);
}

function restrictsPublicBucket(evaluation: Evaluation): boolean {
  return (
    evaluation.missing[0] === 'resource' && notesOfResource(evaluation).includes('s3-restrict-public-buckets')
  );
}

function notesOfResource(evaluation: Evaluation): readonly string[] {
  return stepOf(evaluation, 'resource')?.notes ?? [];
}

/** Block Public Access speaks for itself, and of one of its settings as if a Deny had matched. */
function blockedReason(evaluation: Evaluation, action: string): string | undefined {
  const notes = evaluation.missing[0] === 'resource' ? notesOfResource(evaluation) : [];
  if (notes.includes('s3-block-public-acls')) {
    return 'because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access.';
  }
  if (restrictsPublicBucket(evaluation)) return reasonOf('resource', true, action);
  return notes.includes('s3-ignore-public-acls') ? reasonOf('resource', false, action) : undefined;
}

const SHORT_ENOUGH = 32;

/** The last part of a long ARN: `…/nightly-42`, `…:instance/*`. */
function folded(name: string): string {
  if (name.length <= SHORT_ENOUGH) return name;
  const slash = name.slice(name.lastIndexOf('/') + 1);
  if (name.includes('/') && slash.length > 1) return `…/${slash}`;
  return `…:${name.slice(name.lastIndexOf(':') + 1)}`;
}
