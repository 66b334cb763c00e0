/** Permissions of functions as blocks of a configuration. */
import { asText } from '../hcl/functions';
import type { Block, Span } from '../hcl/tree';
import { fromJson, Unknown, type Value } from '../hcl/values';
import { addressOf, type Configuration } from './configuration';
import { addressIn, nameOf } from './holders';
import { arnByName, functionPolicies, LAMBDA_PERMISSION } from './lambda-permissions';

export interface BlockPermissions {
  /** The policy; undefined where a part that every permission has is missing. */
  readonly value: Value | undefined;
  readonly at: Span;
  /** The function. */
  readonly holder: string;
}

/** One policy for each function that a configuration gives permissions for. */
export function permissionsIn(configuration: Configuration): readonly BlockPermissions[] {
  const blocks = configuration.blocks.filter(
    ({ type, labels }) => type === 'resource' && labels[0] === LAMBDA_PERMISSION,
  );
  const written = blocks.map((block) => ({
    block,
    address: addressOf(block),
    argument: (name: string) => argumentOf(block, name, configuration),
    arnOf: (name: string) => arnOf(name, block, configuration),
  }));
  return functionPolicies(written).map(({ document, first }) => ({
    value: document === undefined ? undefined : fromJson(document),
    at: first.block,
    holder: holderOf(first.argument('function_name'), first.block, configuration),
  }));
}

function argumentOf(block: Block, name: string, { evaluator }: Configuration): string | undefined {
  const expression = block.body.attributes.get(name)?.value;
  if (expression === undefined) return undefined;
  const value = evaluator.value(expression);
  if (value === null) return undefined;
  return asText(value, evaluator.unknowns) ?? evaluator.unknowns.mark(evaluator.unknown(expression));
}

/** `aws_lambda_function.f.function_name` is the name of what has the ARN `aws_lambda_function.f.arn`. */
function arnOf(name: string, at: Span, { evaluator: { unknowns } }: Configuration): string {
  const open = (reference: string): string => unknowns.mark(new Unknown(reference, at, false));
  const reference = unknowns.wholly(name)?.name;
  if (reference !== undefined && /\.(?:qualified_)?arn$/.test(reference)) return name;
  const address = /^(aws_lambda_function\..*)\.(?:function_name|id)$/.exec(reference ?? '')?.[1];
  return address === undefined ? arnByName(name, open) : open(`${address}.arn`);
}

function holderOf(name: string | undefined, block: Block, configuration: Configuration): string {
  const { unknowns } = configuration.evaluator;
  const reference = unknowns.wholly(name ?? '')?.name;
  if (reference === undefined) return name === undefined ? addressOf(block) : unknowns.shown(name, new Set());
  const address = addressIn(reference).replace(/\.function_name$/, '');
  const of = configuration.block(address);
  return of === undefined ? address : nameOf(of, configuration);
}
