/** The elements of a policy by name. IAM User Guide: "IAM JSON policy elements reference". */
import { NEGATIONS } from './negations';
import { guide, paragraphs } from './markdown';

const page = (name: string): string => guide(name, `reference_policies_elements_${name.toLowerCase()}`);

const ELEMENTS: Readonly<Record<string, string>> = {
  Version:
    'The version of the policy language, not of your policy. `2012-10-17` is the current one; without it, or with `2008-10-17`, variables such as `${aws:username}` are plain text.',
  Id: 'A name for the policy, for services that ask for one. It decides nothing.',
  Statement: 'What the policy allows and denies: one statement, or a list. Their order means nothing.',
  Sid: 'A name for the statement. It decides nothing; AWS may name it in an error message. F2 renames it.',
  Effect:
    'Whether the statement allows or denies what it matches. A Deny wins over every Allow, wherever it stands.',
  Principal:
    'Who the statement is about: only in policies of resources, trust policies and endpoint policies.',
  Action: 'The calls that the statement is about. Capitals do not count; `*` and `?` are wildcards.',
  Resource: 'What the actions work on, as ARNs. Capitals count; `*` and `?` are wildcards.',
  Condition:
    'When the statement counts. All operators, and all keys under them, must be true; of a key’s listed values one is enough.',
};

/** The name of an element; in the words for a negation the effect counts. */
export function describeElement(name: string, effect: unknown): string | undefined {
  const negation = NEGATIONS[name];
  if (negation) {
    const of = effect === 'Allow' ? negation.allow : effect === 'Deny' ? negation.deny : undefined;
    return paragraphs(negation.what, of, page(name));
  }
  const words = ELEMENTS[name];
  return words && paragraphs(words, page(name));
}

const PRINCIPAL_TYPES: Readonly<Record<string, string>> = {
  AWS: 'Accounts, users, roles and sessions, by account ID or ARN; `*` for everyone.',
  Service: 'AWS services that call for themselves, by name: `lambda.amazonaws.com`.',
  Federated: 'Identity providers whose users may assume the role. Only in trust policies.',
  CanonicalUser: 'Accounts by their canonical user ID, for S3 and CloudFront.',
};

export function describePrincipalType(name: string): string | undefined {
  const words = PRINCIPAL_TYPES[name];
  return words && paragraphs(words, page('Principal'));
}

export function describeEffect(effect: string): string | undefined {
  if (effect === 'Allow')
    return paragraphs('Allows what the statement matches, unless some Deny matches it too.', page('Effect'));
  if (effect === 'Deny')
    return paragraphs(
      'Denies what the statement matches. No Allow anywhere can take it back.',
      page('Effect'),
    );
  return undefined;
}

export function describeVersion(version: string): string | undefined {
  if (version === '2012-10-17')
    return paragraphs('The current version of the policy language.', page('Version'));
  if (version === '2008-10-17')
    return paragraphs(
      'The old version: variables such as `${aws:username}` are plain text in it.',
      page('Version'),
    );
  return undefined;
}
