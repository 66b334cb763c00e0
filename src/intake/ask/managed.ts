/** The AWS CLI commands that show the text of one managed policy. AWS CLI Command Reference, `iam` and `organizations`. */
import { parseArn } from '../../language/arn';
import { shellWord } from './shell';

/** Shows a managed policy of IAM; without the version's name the command looks the default one up. */
export function readVersion(arn: string, version?: string): string {
  const word = shellWord(arn);
  const id =
    version === undefined
      ? `"$(aws iam get-policy --policy-arn ${word} --query Policy.DefaultVersionId --output text)"`
      : shellWord(version);
  return `aws iam get-policy-version --policy-arn ${word} --version-id ${id}`;
}

/** Shows the policy that an ARN names, of IAM or of AWS Organizations. */
export function readByArn(arn: string): string | undefined {
  const policy = parseArn(arn);
  if (policy?.service === 'organizations')
    return `aws organizations describe-policy --policy-id ${shellWord(arn.slice(arn.lastIndexOf('/') + 1))}`;
  return policy?.service === 'iam' ? readVersion(arn) : undefined;
}
