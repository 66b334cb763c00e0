/** Words of the parts of a principal. */
import type { PrincipalForm, PrincipalPart } from './principalParts';

export const FORMS: Record<PrincipalForm, string> = {
  user: 'IAM user',
  roleSession: 'Role session',
  role: 'Role (a session of it, not named)',
  root: 'Root user of an account',
  federatedUser: 'Federated user (GetFederationToken)',
  samlProvider: 'SAML provider (AssumeRoleWithSAML)',
  oidcProvider: 'OIDC provider (AssumeRoleWithWebIdentity)',
  service: 'AWS service',
  anonymous: 'Anonymous (no credentials)',
};

export interface PartLabel {
  readonly label: string;
  readonly example: string;
  readonly hint?: string;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

const PARTS: Record<PrincipalPart, PartLabel> = {
  account: { label: 'Account', example: '111122223333' },
  path: { label: 'Path', example: '/' },
  name: { label: 'Name', example: 'alice' },
  role: { label: 'Role', example: 'ReportWriter' },
  session: { label: 'Session name', example: 'nightly-42' },
  parent: {
    label: 'User behind it',
    example: 'arn:aws:iam::111122223333:user/alice',
    wide: true,
    hint: 'The IAM user whose credentials asked for the token: its policies cap the session.',
  },
  provider: { label: 'Provider', example: 'CorporateDirectory' },
  service: { label: 'Service', example: 'lambda.amazonaws.com' },
};

/** The words of a part, which differ a little from form to form. */
export function partLabel(form: PrincipalForm, part: PrincipalPart): PartLabel {
  if (part === 'path' && form === 'roleSession')
    return {
      ...PARTS.path,
      label: 'Path of the role',
      hint: 'Session ARNs leave it out; policies name the role with it.',
    };
  if (part === 'provider' && form === 'oidcProvider')
    return { ...PARTS.provider, example: 'token.actions.githubusercontent.com' };
  if (part === 'account' && form === 'oidcProvider')
    return { ...PARTS.account, hint: 'Empty for a provider built into IAM, such as accounts.google.com.' };
  return PARTS[part];
}
