/** Whom an entry of Principal names, and how far it reaches. IAM User Guide: "AWS JSON policy elements: Principal". */
import { isAccountId, lastSegment, parseArn } from '../../../language/arn';
import { federatedKind } from '../../trust';
import { shortServiceName } from '../../service-principals';
import { accountWords, type CaseFacts } from './case-facts';
import { guide, literal, paragraphs } from './markdown';

const whose = (account: string, facts: CaseFacts): string => {
  const words = accountWords(account, facts);
  return words === undefined ? '' : ` (${words})`;
};

/** The account as a whole: the other side's own policies decide who of it. */
function account(id: string, facts: CaseFacts): string {
  const named = `The **account** ${literal(id)}${whose(id, facts)}, not only its root user.`;
  if (facts.type === 'key')
    return `${named} It lets the account’s own identity-based policies give access to the key; without it they cannot.`;
  if (facts.type === 'trust')
    return `${named} Whoever in it is allowed \`sts:AssumeRole\` on this role by an identity-based policy can assume it.`;
  return `${named} It hands the decision to that account: a user or role there also needs an Allow of an identity-based policy.`;
}

const REBOUND =
  'AWS stores the unique ID behind the ARN: when it is deleted and made anew under the same name, the entry names nobody until it is saved again.';

function identity(text: string, facts: CaseFacts): string | undefined {
  const arn = parseArn(text);
  if (!arn) return undefined;
  const of = `of account ${literal(arn.account)}${whose(arn.account, facts)}`;
  const name = literal(lastSegment(arn.resource));
  if (arn.service === 'sts' && arn.resource.startsWith('assumed-role/'))
    return `**One session** ${name} of a role ${of}. It names the session itself: other sessions of the role are not meant. A session has no wildcards.`;
  if (arn.service === 'sts' && arn.resource.startsWith('federated-user/'))
    return `**A federated user session** ${name} ${of}.`;
  if (arn.service !== 'iam') return undefined;
  if (arn.resource === 'root') return account(arn.account, facts);
  if (arn.resource.startsWith('role/'))
    return `**The role** ${name} ${of}: every session of it, whatever its name. A permissions boundary or session policy still limits those sessions. ${REBOUND}`;
  if (arn.resource.startsWith('user/'))
    return `**The user** ${name} ${of}, directly: in the same account no identity-based policy is needed besides. ${REBOUND}`;
  return undefined;
}

function aws(text: string, facts: CaseFacts): string | undefined {
  if (text === '*') return everyone(facts);
  if (isAccountId(text)) return account(text, facts);
  if (text.startsWith('AROA'))
    return `The unique ID of **a role**. AWS shows it in place of an ARN when the role that was named is gone; a new role of the same name is another one.`;
  if (text.startsWith('AIDA'))
    return `The unique ID of **a user**. AWS shows it in place of an ARN when the user that was named is gone; a new user of the same name is another one.`;
  return identity(text, facts);
}

function everyone({ type }: CaseFacts): string {
  if (type === 'rcp') return '**Everyone.** An RCP takes no other principal; narrow it by conditions.';
  return '**Everyone**, of every account, and callers without credentials too. Only conditions narrow it.';
}

function federated(text: string): string | undefined {
  switch (federatedKind(text)) {
    case 'saml':
      return '**A SAML provider** of the account: whoever it signs an assertion for, by `sts:AssumeRoleWithSAML`.';
    case 'web identity':
      return '**An OpenID Connect provider**: whoever has a token of it, by `sts:AssumeRoleWithWebIdentity`. Demand at least its audience and subject in `Condition`.';
    case undefined:
      return undefined;
  }
}

/** An entry under a kind of principal. */
export function describePrincipal(kind: string, text: string, facts: CaseFacts): string | undefined {
  const words = ((): string | undefined => {
    switch (kind) {
      case 'AWS':
        return aws(text, facts);
      case 'Service':
        return `**The AWS service** ${literal(shortServiceName(text))}, when it calls for itself. Where it acts for somebody’s resource, hold it to one by \`aws:SourceArn\` or \`aws:SourceAccount\`.`;
      case 'Federated':
        return federated(text);
      case 'CanonicalUser':
        return '**An account by its canonical user ID**, as S3 and CloudFront know it.';
      default:
        return undefined;
    }
  })();
  return words && paragraphs(words, guide('Principal', 'reference_policies_elements_principal'));
}
