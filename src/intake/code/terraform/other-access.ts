/** Resources that give access by other means than a policy of IAM's language. Terraform Registry, hashicorp/aws. */
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

/** One sentence for each; what they give is not in the case. */
export function otherAccess(configuration: Configuration, places: Places): readonly string[] {
  return configuration.blocks
    .flatMap((block) => {
      const [type = ''] = block.labels;
      if (block.type !== 'resource' || !Object.hasOwn(OTHER_ACCESS, type)) return [];
      const { line } = places.of(block.start);
      return [`\`${addressOf(block)}\` in line ${line} is ${OTHER_ACCESS[type]}, and is not read.`];
    })
    .slice(0, MAX_NOTES);
}
