/**
 * What stands before an answer and says whose it is: the lines that this page's own commands print (`# policy: arn…`),
 * and the command itself where it was copied along with its answer.
 */
import type { EvidencePolicy } from './types';
import { isLeveled } from '../../case/layers';

/** The lines that the commands of `ask-aws` print before each answer. */
export const LABELS = {
  policy: '# policy: ',
  groupPolicy: '# policy of group ',
  boundary: '# permissions boundary: ',
  target: '# attached to: ',
  evaluated: '# policy as evaluated: ',
} as const;

const POLICY = /^# policy(?: of group ([\w+=,.@-]{1,128}))?: (arn:[\w:+=,.@/-]{1,600})$/;
const BOUNDARY = /^# permissions boundary: (arn:[\w:+=,.@/-]{1,600})$/;
const TARGET = /^# attached to: ((?:r|ou)-[a-z0-9-]{4,70}|\d{12})$/;
const EVALUATED = /^# policy as evaluated: (\S{1,2000})$/;
const ASK_EVALUATED =
  /aws iam-toolbox get-request-authorization-policy\b.{0,600}?--policy-uri[ =]["']?([^\s"']{1,2000})/;
/** The text that a session policy is handed over in, behind the option. AWS CLI Command Reference: `sts assume-role`. */
const SESSION =
  /aws sts (?:assume-role[\w-]{0,30}|get-federation-token)\b(?:[^\n]|\\\n){0,2000}--policy[ =]["']?$/;
const COMMAND = /aws iam get-policy-version\b.{0,400}?--policy-arn[ =]["']?(arn:[\w:+=,.@/-]{1,600})/;

export interface Label {
  readonly layer?: 'boundary' | 'session';
  readonly name?: string;
  readonly via?: string;
  /** The root, organizational unit or account that an SCP or RCP is attached to. */
  readonly target?: string;
  /** The policy of AWS's own evaluation. */
  readonly uri?: string;
}

/** The label in the text between two answers: the last line that names a policy, and the last that names a target. */
export function labelIn(between: string, target: string | undefined): Label {
  let label: Label = {};
  let attachedTo = target;
  for (const line of between.slice(-4_000).split('\n')) {
    const policy = POLICY.exec(line.trim());
    const boundary = BOUNDARY.exec(line.trim())?.[1];
    const command = COMMAND.exec(line)?.[1];
    const uri = EVALUATED.exec(line.trim())?.[1] ?? ASK_EVALUATED.exec(line)?.[1];
    attachedTo = TARGET.exec(line.trim())?.[1] ?? attachedTo;
    if (policy !== null)
      label = { name: nameOf(policy[2]!), ...(policy[1] !== undefined && { via: `group/${policy[1]}` }) };
    else if (boundary !== undefined) label = { name: nameOf(boundary), layer: 'boundary' };
    else if (command !== undefined) label = { name: nameOf(command) };
    else if (uri !== undefined) label = { uri };
  }
  if (SESSION.test(between.slice(-4_000))) label = { layer: 'session' };
  return attachedTo === undefined ? label : { ...label, target: attachedTo };
}

/** A policy with what its label says, where its own answer does not say it. */
export function labelled(policy: EvidencePolicy, { layer, name, via, target, uri }: Label): EvidencePolicy {
  const levelled = isLeveled(policy.layer);
  return {
    ...policy,
    ...(layer !== undefined && policy.name === undefined && { layer, told: true }),
    ...(name !== undefined && policy.name === undefined && { name }),
    ...(uri !== undefined && { uri }),
    ...(via !== undefined && policy.via === undefined && { via }),
    ...(target !== undefined && levelled && { target, told: true }),
  };
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
