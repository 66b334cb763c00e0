/** What the evidence cannot tell, by id, each in plain words. */

export const WARNINGS = {
  'report-truncated':
    'The report is cut off after some services: those that are missing were kept. Run the command again with `--max-items 1000`, or with `--marker`, and paste the rest.',
  'service-level-only':
    'The report tells services and no actions, so a service that was used keeps all of its actions. Ask for the report with `--granularity ACTION_LEVEL`.',
  'passrole-untracked': '`iam:PassRole` is never tracked: whether a role was passed is not in this report.',
  'data-events-untracked':
    'Reading and writing data (objects, items, messages, invocations) is never tracked by action, so those actions were kept.',
  'attempts-count': 'Attempts count as use, refused ones too.',
  'other-policy-types':
    'Only identity-based policies are in it: resource policies, boundaries and SCPs are not.',
  'region-untracked': 'A Region that the policy names is not tracked at all: activity there never shows.',
  'stale-report': 'The report is more than seven days old: ask for a new one before something is taken away.',
  'not-action': 'A NotAction cannot be narrowed: write an Action list of the services that were used.',
  'counts-accounts-not-principals': 'The numbers of this report are accounts, not users and roles.',
  'another-principal': 'The evidence is about another principal than the one of the case.',
  placeholders: 'The policy has placeholders to fill in: `${…}` without a colon is no policy variable.',
  'is-not-complete':
    'The generated policy lacks actions: Access Analyzer knows some services only as a whole.',
  'no-resources':
    'The events tell no resources, so every resource is allowed: select requestparameters and resources too.',
  'no-principal': 'The events tell no caller, so all of them are taken for one: select useridentity too.',
  'data-events-not-seen':
    'No event of data is among these: a trail records objects, items, messages and invocations only where it is told to.',
  'logs-not-recorded':
    '`logs:PutLogEvents` is not in CloudTrail: what writes logs needs it, and `logs:CreateLogStream`.',
  'short-time': 'The events are of a few days: what runs monthly or yearly is not among them.',
  'unmapped-calls':
    'Some calls have no action in AWS’s reference: they are listed and nothing was made of them.',
  'resource-not-in-event':
    'Some events do not name their resource: everything of that type in the account is allowed.',
  'other-accounts':
    'Some resources belong to another account: whether its resource policy or this policy allowed the call cannot be told.',
  'service-linked-roles':
    'The first use of some services makes a service-linked role; `iam:CreateServiceLinkedRole` is not in the caller’s event.',
  'kms-alias':
    'Some calls name a key by its alias, which is no resource: all keys of the account are allowed there.',
  'policy-split': 'The policy is longer than one may be, so it is split.',
  'resources-widened': 'The policy would not fit what AWS allows, so its resources were made wider.',
  'service-linked-role':
    'This is a service-linked role: its policy is AWS’s and cannot be edited, so nothing of it is struck.',
  'aws-managed-policy':
    'A policy that AWS manages cannot be edited: make a policy of your own of this text, attach it, then detach AWS’s.',
  'policy-too-large': 'The policy is longer than AWS allows, even split: take wider resources.',
  'protected-kept':
    'Some actions were kept although nothing shows their use: they are needed when something goes wrong, or beside one that was used.',
  'younger-than-window':
    'It was made, or last changed, after the window began, so that what runs rarely had no time to be used: no report takes anything from it.',
  'finding-not-active': 'The finding is archived or resolved, so nothing was taken away for it.',
  'unreadable-policy': 'A policy could not be read, so it was left as it is.',
  'wildcard-stays-open':
    'Some kept actions are written with a wildcard: a new action of AWS with such a name would be allowed too.',
} as const;

export type WarningId = keyof typeof WARNINGS;

export interface Warning {
  readonly id: WarningId;
  readonly message: string;
  /** What it is about, where that helps: actions, Regions, accounts. */
  readonly about?: readonly string[];
}

export function warning(id: WarningId, about?: readonly string[]): Warning {
  return { id, message: WARNINGS[id], ...(about !== undefined && about.length > 0 && { about }) };
}

/** What always holds comes last. */
const SMALL: ReadonlySet<WarningId> = new Set(['attempts-count', 'other-policy-types']);

export function inOrder(warnings: readonly Warning[]): readonly Warning[] {
  return [...warnings.filter(({ id }) => !SMALL.has(id)), ...warnings.filter(({ id }) => SMALL.has(id))];
}
