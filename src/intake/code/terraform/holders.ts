/** Who is meant by an argument such as `role = aws_iam_role.app.name`. */
import type { Block, Expression } from '../hcl/tree';
import { isKnown, isList, Unknown, type Value } from '../hcl/values';
import type { Holder } from '../types';
import { addressOf, type Configuration } from './configuration';

const ATTRIBUTE = /\.(?:name|id|arn|bucket|key_id|url|unique_id)$/;
const INDEX = /\[[^[\]]*\]$/;
const KEY = /^[\w.-]{1,200}\[(?:"([^"\\[\]]*)"|(\d+))\]/;

/** The holders that an argument names: one, or each of a list. */
export function holdersOf(
  expression: Expression | undefined,
  kind: string,
  configuration: Configuration,
): readonly Holder[] {
  if (expression === undefined) return [];
  const value = configuration.evaluator.value(expression);
  return (isList(value) ? value : [value]).flatMap((item) => holderOf(item, kind, configuration));
}

/** A resource as a holder: by its name where the text has it, else by its address. */
export function holderOfBlock(block: Block, kind: string, configuration: Configuration): Holder {
  return { kind, name: nameOf(block, configuration) };
}

/**
 * The name that AWS will show, else the address. Of several that one block makes and of which one is being read, its own:
 * where the name is the same for all, with the key behind it.
 */
export function nameOf(block: Block, configuration: Configuration): string {
  const named = (): string => {
    const names = ['name', 'bucket', 'function_name'].map((name) => configuration.knownText(block, name));
    return names.find((name) => name !== undefined) ?? addressOf(block);
  };
  const { instance } = configuration;
  const general = configuration.within(undefined, named);
  if (instance === undefined || addressOf(instance.block) !== addressOf(block)) return general;
  const own = named();
  return own === general ? `${own}${instance.suffix}` : own;
}

function holderOf(value: Value, kind: string, configuration: Configuration): readonly Holder[] {
  if (typeof value === 'string' && isKnown(value)) return [{ kind, name: plainName(value) }];
  const reference = referenceOf(value, configuration);
  if (reference === undefined) return [];
  const address = addressIn(reference);
  const block = configuration.block(address);
  if (block === undefined) return [{ kind, name: address }];
  const instance = configuration.instanceOf(block, keyIn(reference));
  return [configuration.within(instance, () => holderOfBlock(block, kind, configuration))];
}

/** The expression that a value stands open with. */
export function referenceOf(value: Value, configuration: Configuration): string | undefined {
  if (value instanceof Unknown) return value.name;
  if (typeof value !== 'string') return undefined;
  const used = new Set<string>();
  configuration.evaluator.unknowns.shown(value, used);
  return used.size === 1 ? [...used][0] : undefined;
}

/** `aws_iam_role.app` of `aws_iam_role.app.name`, of `aws_iam_role.app[0].arn`. */
export function addressIn(reference: string): string {
  return ATTRIBUTE.test(reference) ? reference.replace(ATTRIBUTE, '').replace(INDEX, '') : reference;
}

/** `a` of `aws_iam_role.app["a"].arn`, `0` of `aws_iam_role.app[0].name`. */
export function keyIn(reference: string): string | undefined {
  const [, text, number] = KEY.exec(reference) ?? [];
  return text ?? number;
}

/** Of an ARN of IAM the name at its end; every other name as it is. */
function plainName(name: string): string {
  return /^arn:[^:]*:iam:/.test(name) ? name.slice(name.lastIndexOf('/') + 1) : name;
}
