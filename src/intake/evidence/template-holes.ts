/**
 * Policies in templates of Ansible, Helm and their like: `{{ bucket }}` stands for a value that is put in before AWS sees it,
 * and becomes a placeholder. No policy has two braces side by side.
 */
import { placeholderName } from '../code/cloudformation/values';
import { holeIn } from '../code/program/holes';
import type { Json } from '../code/program/value';
import type { EvidencePolicy } from './types';

const HOLE = /\$?\{\{-?([^{}]{1,300}?)-?\}\}/g;

/** The policy with placeholders; as it is where it holds none. */
export function withTemplateHoles(policy: EvidencePolicy): EvidencePolicy {
  if (policy.document === undefined || policy.code !== undefined) return policy;
  if (!JSON.stringify(policy.document).includes('{{')) return policy;
  const names = new Set<string>();
  const document = filled(policy.document, (name) => names.add(name)) as Json;
  if (names.size === 0) return policy;
  const { text: _, ...rest } = policy;
  const { layer, name = '' } = policy;
  const base = { name, kind: 'template', policyKind: layer, attachedTo: [], line: 1 };
  const hole = holeIn(document, (each) => names.has(each));
  return hole === undefined
    ? { ...rest, document, code: { ...base, document, placeholders: [...names], notRead: [] } }
    : policy;
}

function filled(value: unknown, made: (name: string) => void): unknown {
  if (typeof value === 'string')
    return value.replace(HOLE, (_, inside: string) => {
      const name = placeholderName(inside);
      made(name);
      return `\${${name}}`;
    });
  if (Array.isArray(value)) return value.map((item) => filled(item, made));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [filled(name, made) as string, filled(item, made)]),
  );
}
