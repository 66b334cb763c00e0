/** Which managed policy is attached to whom, and whose permissions boundary it is. */
import type { Layer } from '../../../case/scenario';
import type { Block, Expression } from '../hcl/tree';
import { isKnown, isList, type Value } from '../hcl/values';
import type { Holder } from '../types';
import type { Configuration } from './configuration';
import { addressIn, holderOfBlock, holdersOf, keyIn, referenceOf } from './holders';
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
  /** How the policy of an address is used, one entry for each kind of use; with a key how one of several is. */
  readonly of: (address: string, key?: string) => readonly Use[];
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
    const used = usedAs(address, keyIn(reference));
    const kinds = uses.get(used) ?? new Map<Layer, Holder[]>();
    kinds.set(policyKind, distinct([...(kinds.get(policyKind) ?? []), ...holders]));
    uses.set(used, kinds);
  };

  const addOf = (expression: Expression | undefined, policyKind: Layer, holders: readonly Holder[]): void => {
    if (expression !== undefined)
      add(configuration.evaluator.value(expression), policyKind, holders, expression.start);
  };

  const read = (block: Block): void => {
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
    if (holder === undefined) return;
    addOf(attributes.get('managed_policy_arns')?.value, 'identity', [holder]);
    addOf(attributes.get('permissions_boundary')?.value, 'boundary', [holder]);
  };
  for (const block of configuration.blocks)
    if (block.type === 'resource')
      configuration.eachOf(block, () => {
        read(block);
        return [];
      });
  return {
    of: (address, key) => {
      const kinds = new Map(uses.get(address));
      for (const [kind, holders] of key === undefined ? [] : (uses.get(usedAs(address, key)) ?? []))
        kinds.set(kind, distinct([...(kinds.get(kind) ?? []), ...holders]));
      return [...kinds].map(([policyKind, holders]) => ({ policyKind, holders }));
    },
    elsewhere: () => elsewhere,
  };
}

function usedAs(address: string, key: string | undefined): string {
  return key === undefined ? address : `${address} ${key}`;
}

function distinct(holders: readonly Holder[]): Holder[] {
  return [...new Map(holders.map((holder) => [`${holder.kind} ${holder.name}`, holder])).values()];
}

function principalOf(block: Block, configuration: Configuration): Holder | undefined {
  const kind = { aws_iam_role: 'role', aws_iam_user: 'user' }[block.labels[0] ?? ''];
  return kind === undefined ? undefined : holderOfBlock(block, kind, configuration);
}
