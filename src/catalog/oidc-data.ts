/**
 * Identity providers whose tokens AssumeRoleWithWebIdentity takes, and what of a token STS makes a condition key.
 * Service Authorization Reference, "Actions, resources, and condition keys for AWS Security Token Service", condition keys
 * of AssumeRoleWithWebIdentity (26 September 2026); IAM User Guide, "IAM and AWS STS condition context keys", "Available
 * keys for AWS OIDC federation". STS passes these on since January 2026; claims that are not listed stay in the token.
 */
export interface OidcProvider {
  readonly name: string;
  /** The issuer without `https://`: what its condition keys begin with. */
  readonly issuer: RegExp;
  /** Claims that become keys under their own name, besides those of every provider. */
  readonly claims: readonly string[];
  /** The documented forms of the subject, the common one first; capitals stand for what differs. */
  readonly subjects: readonly string[];
  /** The provider's own page on its tokens. */
  readonly page: string;
}

/** Of every provider. `aud` is the token's `azp` where it has one, and `oaud` its `aud`. */
export const COMMON_CLAIMS = ['aud', 'sub', 'amr', 'email', 'oaud'] as const;

const GITHUB_CLAIMS = [
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'repository_owner_id',
  'workflow',
];

/**
 * With numbers that never change since 2026: GitHub changelog of 23 April 2026, "Immutable subject claims for GitHub Actions
 * OIDC tokens". Repositories that are created or renamed from 15 July 2026 on have them; others may choose to.
 */
const GITHUB_SUBJECTS = [
  'repo:ORG/REPO:ref:refs/heads/BRANCH',
  'repo:ORG/REPO:environment:NAME',
  'repo:ORG/REPO:pull_request',
  'repo:ORG/REPO:ref:refs/tags/TAG',
  'repo:ORG@ORG_ID/REPO@REPO_ID:ref:refs/heads/BRANCH',
  'repo:ORG@ORG_ID/REPO@REPO_ID:environment:NAME',
  'repo:ORG@ORG_ID/REPO@REPO_ID:pull_request',
  'repo:ORG@ORG_ID/REPO@REPO_ID:ref:refs/tags/TAG',
];

export const OIDC_PROVIDERS: readonly OidcProvider[] = [
  {
    name: 'GitHub Actions',
    issuer:
      /^(?:token\.actions\.githubusercontent\.com(?:\/[\w-]+)?|token\.actions\.[\w-]+\.ghe\.com|github\.com\/enterprises\/[\w-]+)$/,
    claims: GITHUB_CLAIMS,
    subjects: GITHUB_SUBJECTS,
    page: 'https://docs.github.com/en/actions/reference/security/oidc',
  },
  {
    name: 'GitLab',
    issuer: /^gitlab\.com$/,
    claims: [
      'namespace_id',
      'pipeline_source',
      'project_id',
      'ref_protected',
      'runner_environment',
      'user_access_level',
      'user_email',
      'user_id',
      'user_login',
    ],
    subjects: [
      'project_path:GROUP/PROJECT:ref_type:branch:ref:BRANCH',
      'project_path:GROUP/PROJECT:ref_type:tag:ref:TAG',
    ],
    page: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
  },
  {
    name: 'CircleCI',
    issuer: /^oidc\.circleci\.com\/org\/[\w-]+$/,
    claims: ['oidc.circleci.com/project-id'],
    subjects: [
      'org/ORG_ID/project/PROJECT_ID/user/USER_ID',
      'org/ORG_ID/project/PROJECT_ID/user/USER_ID/vcs-origin/ORIGIN/vcs-ref/REF',
    ],
    page: 'https://circleci.com/docs/openid-connect-tokens/',
  },
  {
    name: 'Buildkite',
    issuer: /^agent\.(?:buildkite\.com|[\w-]+\.buildkite\.(?:dev|site))$/,
    claims: [
      'build_branch',
      'cluster_id',
      'cluster_name',
      'organization_id',
      'organization_slug',
      'pipeline_id',
      'pipeline_slug',
    ],
    subjects: ['organization:ORG:pipeline:PIPELINE:ref:refs/heads/BRANCH:commit:SHA:step:STEP'],
    page: 'https://buildkite.com/docs/pipelines/security/oidc',
  },
  {
    name: 'Google',
    issuer: /^accounts\.google\.com$/,
    claims: ['google/organization_number'],
    subjects: ['UNIQUE_ID'],
    page: 'https://developers.google.com/identity/openid-connect/openid-connect',
  },
  {
    name: 'Amazon EKS',
    issuer: /^oidc\.eks(?:-\w+)?\.[\w-]+\.amazonaws\.com(?:\.cn)?\/id\/\w+$/,
    claims: [],
    subjects: ['system:serviceaccount:NAMESPACE:SERVICE_ACCOUNT'],
    page: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
  },
  {
    name: 'HCP Terraform',
    issuer: /^app\.terraform\.io$/,
    claims: [],
    subjects: ['organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:PHASE'],
    page: 'https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration',
  },
  {
    name: 'Bitbucket Pipelines',
    issuer: /^api\.bitbucket\.org\/2\.0\/workspaces\/[\w-]+\/pipelines-config\/identity\/oidc$/,
    claims: [],
    subjects: ['{REPOSITORY_UUID}:{STEP_UUID}'],
    page: 'https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/',
  },
  {
    name: 'Oracle Cloud',
    issuer: /^idcs-\w+\.identity\.oraclecloud\.com$/,
    claims: ['rpst_id'],
    subjects: ['SUBJECT'],
    page: 'https://docs.oracle.com/en-us/iaas/Content/Identity/home.htm',
  },
  {
    name: 'Amazon Cognito',
    issuer: /^cognito-identity\.amazonaws\.com$/,
    claims: [],
    subjects: ['IDENTITY_ID'],
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  },
];
