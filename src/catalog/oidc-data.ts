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
  /** Everybody who can get a token; `$1` is the first group of `issuer`. */
  readonly everybody: string;
  /**
   * What a claim leaves of them, the wider first. A claim that whoever asks for the token can choose is not listed: the
   * audience of most providers, GitHub's `environment`, a branch.
   */
  readonly leaves: Readonly<Record<string, readonly Leaves[]>>;
}

/** A fixed beginning of a claim, and whom it leaves. */
export interface Leaves {
  readonly begins: RegExp;
  /** `$1` is the first group of `begins`. Code stands between backticks. */
  readonly who: string;
  /** The value has to be written out to its end. */
  readonly whole?: true;
}

const whole = (who: string): readonly Leaves[] => [{ begins: /^(.+)$/s, who, whole: true }];

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
    everybody: 'any repository of GitHub',
    leaves: {
      sub: [
        { begins: /^repo:([^:@/]+)[@/]/, who: 'any repository of `$1`' },
        { begins: /^repo:([^:@/]+)(?:@\d+)?\/([^:@/]+)(?:@\d+:|[:@])/, who: 'repository `$1/$2`' },
      ],
      repository: [
        { begins: /^([^/]+)\//, who: 'any repository of `$1`' },
        { begins: /^([^/]+\/[^/]+)$/, who: 'repository `$1`', whole: true },
      ],
      repository_id: whole('the repository with the number `$1`'),
      repository_owner_id: whole('any repository of the owner with the number `$1`'),
      enterprise_id: whole('any repository of the enterprise with the number `$1`'),
      actor: whole('what `$1` starts, in any repository'),
      actor_id: whole('what the user with the number `$1` starts, in any repository'),
      job_workflow_ref: [
        {
          begins: /^([^/]+\/[^/]+)\//,
          who: 'jobs of workflows in `$1`, from whatever repository they are called',
        },
      ],
    },
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
    everybody: 'any project of GitLab',
    leaves: {
      sub: [
        { begins: /^project_path:([^:]+)\//, who: 'any project of group `$1`' },
        { begins: /^project_path:([^:]+\/[^:/]+):/, who: 'project `$1`' },
      ],
      project_id: whole('the project with the number `$1`'),
      namespace_id: whole('any project of the namespace with the number `$1`'),
      user_id: whole('what the user with the number `$1` starts, in any project'),
      user_login: whole('what `$1` starts, in any project'),
      user_email: whole('what `$1` starts, in any project'),
    },
  },
  {
    name: 'CircleCI',
    issuer: /^oidc\.circleci\.com\/org\/([\w-]+)$/,
    claims: ['oidc.circleci.com/project-id'],
    subjects: [
      'org/ORG_ID/project/PROJECT_ID/user/USER_ID',
      'org/ORG_ID/project/PROJECT_ID/user/USER_ID/vcs-origin/ORIGIN/vcs-ref/REF',
    ],
    page: 'https://circleci.com/docs/openid-connect-tokens/',
    everybody: 'any project of the CircleCI organization `$1`',
    leaves: {
      sub: [{ begins: /^org\/[^/]+\/project\/([^/]+)\//, who: 'the CircleCI project `$1`' }],
      'oidc.circleci.com/project-id': whole('the CircleCI project `$1`'),
    },
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
    everybody: 'any pipeline of Buildkite',
    leaves: {
      sub: [
        { begins: /^organization:([^:]+):/, who: 'any pipeline of organization `$1`' },
        { begins: /^organization:([^:]+):pipeline:([^:]+):/, who: 'pipeline `$2` of organization `$1`' },
      ],
      organization_id: whole('any pipeline of the organization with the ID `$1`'),
      organization_slug: whole('any pipeline of organization `$1`'),
      pipeline_id: whole('the pipeline with the ID `$1`'),
      cluster_id: whole('any pipeline of the cluster with the ID `$1`'),
    },
  },
  {
    name: 'Google',
    issuer: /^accounts\.google\.com$/,
    claims: ['google/organization_number'],
    subjects: ['UNIQUE_ID'],
    page: 'https://developers.google.com/identity/openid-connect/openid-connect',
    everybody: 'anybody with a Google account, by any application',
    leaves: {
      aud: whole('anybody with a Google account who signs in to the application `$1`'),
      oaud: whole('anybody with a Google account who signs in to the application `$1`'),
      sub: whole('the Google account with the number `$1`'),
      email: whole('the Google account `$1`'),
      'google/organization_number': whole('any account of the Google organization `$1`'),
    },
  },
  {
    name: 'Amazon EKS',
    issuer: /^oidc\.eks(?:-\w+)?\.[\w-]+\.amazonaws\.com(?:\.cn)?\/id\/\w+$/,
    claims: [],
    subjects: ['system:serviceaccount:NAMESPACE:SERVICE_ACCOUNT'],
    page: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
    everybody: 'any service account of the cluster',
    leaves: {
      sub: [
        { begins: /^system:serviceaccount:([^:]+):/, who: 'any service account of namespace `$1`' },
        {
          begins: /^system:serviceaccount:([^:]+):([^:]+)$/,
          who: 'service account `$2` of namespace `$1`',
          whole: true,
        },
      ],
    },
  },
  {
    name: 'HCP Terraform',
    issuer: /^app\.terraform\.io$/,
    claims: [],
    subjects: ['organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:PHASE'],
    page: 'https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration',
    everybody: 'any workspace of HCP Terraform',
    leaves: {
      sub: [
        { begins: /^organization:([^:]+):/, who: 'any workspace of organization `$1`' },
        {
          begins: /^organization:([^:]+):project:([^:]+):/,
          who: 'any workspace of project `$2` of organization `$1`',
        },
        {
          begins: /^organization:([^:]+):project:([^:]+):workspace:([^:]+):/,
          who: 'workspace `$3` of organization `$1`',
        },
      ],
    },
  },
  {
    name: 'Bitbucket Pipelines',
    issuer: /^api\.bitbucket\.org\/2\.0\/workspaces\/([\w-]+)\/pipelines-config\/identity\/oidc$/,
    claims: [],
    subjects: ['{REPOSITORY_UUID}:{STEP_UUID}'],
    page: 'https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/',
    everybody: 'any repository of the Bitbucket workspace `$1`',
    leaves: { sub: [{ begins: /^(\{[\w-]+\}):/, who: 'the repository with the ID `$1`' }] },
  },
  {
    name: 'Oracle Cloud',
    issuer: /^idcs-\w+\.identity\.oraclecloud\.com$/,
    claims: ['rpst_id'],
    subjects: ['SUBJECT'],
    page: 'https://docs.oracle.com/en-us/iaas/Content/Identity/home.htm',
    everybody: 'every user of the identity domain',
    leaves: { sub: whole('the user `$1`') },
  },
  {
    name: 'Amazon Cognito',
    issuer: /^cognito-identity\.amazonaws\.com$/,
    claims: [],
    subjects: ['IDENTITY_ID'],
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
    everybody: 'any identity pool of Cognito, also of other accounts',
    leaves: {
      aud: whole('whomever the identity pool `$1` lets in'),
      sub: whole('the identity `$1`'),
    },
  },
];
