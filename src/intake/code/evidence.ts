/** What code says, as evidence: the policies that can be read, those that are only named, and what was not read. */
import type { EvidenceNamed, EvidencePolicy } from '../evidence/types';
import type { CodePolicy, CodeRead, NotRead } from './types';

export interface CodeEvidence {
  readonly policies: readonly EvidencePolicy[];
  readonly named: readonly EvidenceNamed[];
  readonly notes: readonly string[];
}

/** More are counted, not listed. */
const MAX_NOTES = 20;

/** Everything that the readers found, in the order of the text. */
export function evidenceOfCode(reads: readonly CodeRead[]): CodeEvidence {
  const all = reads.flatMap(({ policies }) => policies);
  const lost = all.flatMap((policy) => policy.notRead.map((part) => lossWords(policy, part)));
  return {
    policies: all.filter(({ document }) => document !== undefined).map(toPolicy),
    named: all.filter(({ document }) => document === undefined).map(toNamed),
    notes: [
      ...reads.flatMap(({ notes }) => notes),
      ...lost.slice(0, MAX_NOTES),
      ...(lost.length > MAX_NOTES ? [`${lost.length - MAX_NOTES} more parts could not be read.`] : []),
    ],
  };
}

function toPolicy(code: CodePolicy): EvidencePolicy {
  const [group, ...others] = code.attachedTo;
  const ofGroup = group?.kind === 'group' && others.every(({ through }) => through === group.name);
  return {
    layer: code.policyKind,
    told: code.attachedTo.length > 0,
    ...(code.name !== '' && { name: code.name }),
    document: code.document,
    ...(ofGroup && { via: `group/${group.name}` }),
    code,
  };
}

function toNamed(code: CodePolicy): EvidenceNamed {
  const [lost] = code.notRead;
  return {
    layer: code.policyKind,
    name: nameOf(code),
    ...(code.arn !== undefined && { arn: code.arn }),
    ...(lost !== undefined && { why: `${shown(lost)} could not be read.` }),
    code,
  };
}

function nameOf({ name }: CodePolicy): string {
  return name === '' ? 'The policy' : name;
}

function lossWords(policy: CodePolicy, part: NotRead): string {
  const name = nameOf(policy);
  return policy.document === undefined
    ? `${name}: ${shown(part)} could not be read. Without it the policy would decide wrongly, so its text is left out.`
    : `${name}: ${shown(part)} could not be read.`;
}

function shown({ what, line, column }: NotRead): string {
  return `\`${what.replace(/`/g, '')}\` in line ${line}, column ${column},`;
}
