/** A managed policy that a template names. */
import type { Holder } from '../types';
import type { Collector } from './collect';

/** A managed policy by its ARN, or by a reference that the template does not settle. */
export function addManaged(
  text: string,
  found: {
    readonly kind: string;
    readonly policyKind: 'identity' | 'boundary';
    readonly attachedTo: readonly Holder[];
  },
  at: number,
  collector: Collector,
): void {
  const arn = text.replace(/^arn:\$\{AWS::Partition\}:/, 'arn:aws:');
  const isArn = /^arn:[\w-]+:iam::[^\s]*:policy\//.test(arn) && !arn.includes('${');
  const name = /policy\/(.*)$/.exec(arn)?.[1];
  collector.addNamed(
    { ...found, name: name === undefined ? arn : name.slice(name.lastIndexOf('/') + 1) },
    isArn ? arn : undefined,
    at,
  );
}
