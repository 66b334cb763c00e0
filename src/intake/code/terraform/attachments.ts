/** Which managed policy is attached to whom, and whose permissions boundary it is. */
import type { Layer } from '../../../case/scenario';
import type { Block, Expression } from '../hcl/tree';
import { isKnown, isList, type Value } from '../hcl/values';
import type { Holder } from '../types';
import type { Configuration } from './configuration';
import { addressIn, holderOfBlock, holdersOf, referenceOf } from './holders';
import { ATTACHMENTS } from './resource-types';

export interface Use {
  readonly policyKind: Layer;
  readonly holders: readonly Holder[];
}

/** A policy that the text names by its ARN only. */
export interface Elsewhere extends Use {
  readonly arn: string;
  readonly at: number;
}

export interface Attached {
  /** How the policy of an address is used, one entry for each kind of use. */
  readonly of: (address: string) => readonly Use[];
  readonly elsewhere: () => readonly Elsewhere[];
}

/** Reads all attachments of a configuration. */
export function attachmentsOf(configuration: Configuration): Attached {
  const uses = new Map<string, Map<Layer, Holder[]>>();
  const elsewhere: Elsewhere[] = [];

  const add = (value: Value, policyKind: Layer, holders: readonly Holder[], at: number): void => {
    if (isList(value)) {
      for (const item of value) add(item, policyKind, holders, at);
      return;
    }
    if (typeof value === 'string' && isKnown(value)) {
      if (value.startsWith('arn:')) elsewhere.push({ arn: value, policyKind, holders, at });
      return;
    }
    const reference = referenceOf(value, configuration);
    if (reference === undefined) return;
    const address = addressIn(reference);
    if (configuration.block(address) === undefined) {
      elsewhere.push({ arn: `\${${reference}}`, policyKind, holders, at });
      return;
    }
    const kinds = uses.get(address) ?? new Map<Layer, Holder[]>();
    const all = kinds.get(policyKind) ?? [];
    all.push(...holders);
    kinds.set(policyKind, all);
    uses.set(address, kinds);
  };

  const addOf = (expression: Expression | undefined, policyKind: Layer, holders: readonly Holder[]): void => {
    if (expression !== undefined)
      add(configuration.evaluator.value(expression), policyKind, holders, expression.start);
  };

  for (const block of configuration.blocks) {
    if (block.type !== 'resource') continue;
    const [type = ''] = block.labels;
    const { attributes } = block.body;
    if (Object.hasOwn(ATTACHMENTS, type)) {
      const { policy, holders, policyKind } = ATTACHMENTS[type]!;
      const all = holders.flatMap(({ kind, argument }) =>
        holdersOf(attributes.get(argument)?.value, kind, configuration),
      );
      addOf(attributes.get(policy)?.value, policyKind, all);
    }
    const holder = principalOf(block, configuration);
    if (holder === undefined) continue;
    addOf(attributes.get('managed_policy_arns')?.value, 'identity', [holder]);
    addOf(attributes.get('permissions_boundary')?.value, 'boundary', [holder]);
  }
  return {
    of: (address) => [...(uses.get(address) ?? [])].map(([policyKind, holders]) => ({ policyKind, holders })),
    elsewhere: () => elsewhere,
  };
}

function principalOf(block: Block, configuration: Configuration): Holder | undefined {
  const kind = { aws_iam_role: 'role', aws_iam_user: 'user' }[block.labels[0] ?? ''];
  return kind === undefined ? undefined : holderOfBlock(block, kind, configuration);
}
