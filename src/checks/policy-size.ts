/** Size quotas. IAM User Guide: "IAM and AWS STS quotas"; Organizations User Guide: "Quotas"; the guides of the services. */
import { error, warning } from './check';
import type { Problem } from './check';
import type { CheckedPolicy } from './document';
import { fix } from './finding';
import { servicesOfResources } from './resource-services';

const IDENTITY = 10_240;
const TRUST = 2_048;
const SCP = 10_240;
const RCP = 5_120;
const ENDPOINT = 20_480;

/** By the service of the resource. */
const RESOURCE: Readonly<Record<string, number>> = {
  s3: 20_480,
  sqs: 8_192,
  sns: 30_720,
  kms: 32_768,
  lambda: 20_480,
  secretsmanager: 20_480,
};

const number = (count: number): string => count.toLocaleString('en-US');

/** Characters that are not white space. */
function withoutSpace(text: string): number {
  return text.replaceAll(/\s+/g, '').length;
}

function minified(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function* unspaced(policy: CheckedPolicy, most: number, advice: string): Iterable<Problem> {
  const size = withoutSpace(policy.text);
  if (size <= most) return;
  yield {
    at: policy,
    message: `The policy has ${number(size)} characters without white space, and AWS allows ${number(most)}. ${advice}`,
  };
}

function* typed(policy: CheckedPolicy, most: number, what: string): Iterable<Problem> {
  const size = policy.text.length;
  if (size <= most) return;
  const small = minified(policy.text);
  const fits = small !== undefined && small.length <= most;
  const whole = { offset: 0, length: size };
  yield {
    at: policy,
    message: `The policy has ${number(size)} characters, and AWS allows ${number(most)} in ${what}; white space counts. ${fits ? `Without white space it fits, with ${number(small.length)}.` : 'Split it, or say the same with fewer words.'}`,
    fixes: fits ? [fix('Remove the white space', { span: whole, text: small })] : [],
  };
}

export const policySizeChecks = [
  warning(
    'policy-size-exceeds-identity-policy-quota',
    (policy) =>
      unspaced(
        policy,
        IDENTITY,
        'That is the limit for the inline policies of a role together; a managed policy has 6,144, those of a group 5,120, of a user 2,048. Split it into several managed policies.',
      ),
    ['identity', 'boundary', 'session'],
  ),
  warning(
    'policy-size-exceeds-role-trust-policy-quota',
    (policy) => unspaced(policy, TRUST, 'The quota can be raised on request. Try fewer principals first.'),
    ['trust'],
  ),
  warning(
    'policy-size-exceeds-resource-policy-quota',
    function* (policy) {
      if (policy.type === 'endpoint') {
        yield* typed(policy, ENDPOINT, 'a VPC endpoint policy');
        return;
      }
      const [service, ...others] = policy.type === 'key' ? ['kms'] : servicesOfResources(policy);
      const most = service === undefined || others.length > 0 ? undefined : RESOURCE[service];
      if (most !== undefined) yield* typed(policy, most, `a policy of ${service!}`);
    },
    ['resource', 'key', 'endpoint'],
  ),
  error('policy-size-exceeds-scp-quota', (policy) => typed(policy, SCP, 'a service control policy'), ['scp']),
  error('policy-size-exceeds-rcp-quota', (policy) => typed(policy, RCP, 'a resource control policy'), [
    'rcp',
  ]),
];
