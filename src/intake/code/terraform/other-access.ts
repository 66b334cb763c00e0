/** Resources that give access by other means than a policy of IAM's language. Terraform Registry, hashicorp/aws. */
import type { Block } from '../hcl/tree';
import type { Places } from '../place';
import { addressOf, type Configuration } from './configuration';

const OTHER_ACCESS: Readonly<Record<string, string>> = {
  aws_kms_grant: 'a grant of a key',
  aws_s3_bucket_acl: 'an access control list',
  aws_s3_object_acl: 'an access control list',
  aws_lambda_layer_version_permission: 'a permission of a layer',
  aws_cloudwatch_event_permission: 'a permission of an event bus',
  aws_lakeformation_permissions: 'permissions of Lake Formation',
  aws_vpc_endpoint_service_allowed_principal: 'a permission of an endpoint service',
  aws_ssoadmin_customer_managed_policy_attachment: 'a policy that each account names for itself',
  aws_ssoadmin_permissions_boundary_attachment: 'a boundary that each account names for itself',
  aws_iot_policy: 'a policy of IoT, which is another language',
};

const MAX_NOTES = 20;

/** Arguments of which a module makes policies: lists of statements, of ARNs, of actions. */
const MAKES_POLICIES = /polic(?:y|ies)|statements?$|_permissions$/;

/**
 * One sentence for each; what they give is not in the case.
 * @param read names of the policies that were read, as `module.kms.policy`
 */
export function otherAccess(
  configuration: Configuration,
  places: Places,
  read: ReadonlySet<string>,
): readonly string[] {
  return configuration.blocks
    .flatMap((block) => {
      const [type = ''] = block.labels;
      if (block.type === 'module') return moduleWords(block, places, read);
      if (block.type !== 'resource' || !Object.hasOwn(OTHER_ACCESS, type)) return [];
      const { line } = places.of(block.start);
      return [`\`${addressOf(block)}\` in line ${line} is ${OTHER_ACCESS[type]}, and is not read.`];
    })
    .slice(0, MAX_NOTES);
}

function moduleWords(block: Block, places: Places, read: ReadonlySet<string>): readonly string[] {
  const address = addressOf(block);
  const names = [...block.body.attributes.values()]
    .filter(({ name, value }) => MAKES_POLICIES.test(name) && /^(?:tuple|object|for|call)$/.test(value.kind))
    .filter(({ name }) => !read.has(`${address}.${name}`))
    .map(({ name }) => `\`${name}\``);
  if (names.length === 0) return [];
  const { line } = places.of(block.start);
  return [
    `\`${address}\` in line ${line} makes policies of ${names.join(', ')}: what the module does with that is not in the text, so it is not read. Paste what \`terraform show -json\` prints of the plan.`,
  ];
}
