/** Placeholders whose values the same text gives: an argument of a resource is read back as it was written. */
import type { CodePolicy } from '../types';
import type { Configuration } from './configuration';
import { keyIn } from './holders';

/** Attributes that are made of one argument, by type. Terraform Registry, hashicorp/aws, "Attribute Reference" of each. */
const MADE: Readonly<Record<string, Readonly<Record<string, readonly [argument: string, before: string]>>>> =
  {
    aws_s3_bucket: {
      arn: ['bucket', 'arn:aws:s3:::'],
      id: ['bucket', ''],
    },
    aws_iam_role: { id: ['name', ''] },
    aws_iam_user: { id: ['name', ''] },
  };

/** A value for each placeholder that the text tells. */
export function knownOf(
  policies: readonly CodePolicy[],
  configuration: Configuration,
): Readonly<Record<string, string>> {
  const names = new Set(policies.flatMap(({ placeholders }) => placeholders));
  const entries = [...names].flatMap((name): readonly (readonly [string, string])[] => {
    const reference = /^(aws_\w+)\.([\w-]+)(?:\[(?:\d+|"[^"\\[\]]*")\])?\.(\w+)$/.exec(name);
    if (reference === null) return [];
    const [, type, label, attribute] = reference as unknown as readonly [string, string, string, string];
    const block = configuration.block(`${type}.${label}`);
    if (block === undefined) return [];
    const made = Object.hasOwn(MADE, type) ? MADE[type]![attribute] : undefined;
    const value = configuration.within(configuration.instanceOf(block, keyIn(name)), () =>
      configuration.knownText(block, made?.[0] ?? attribute),
    );
    return value === undefined ? [] : [[name, `${made?.[1] ?? ''}${value}`]];
  });
  return Object.fromEntries(entries);
}
