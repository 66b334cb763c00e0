/** The commands that show AWS's own evaluation: AWS CLI Command Reference, `iam-toolbox` (preview of November 2026). */
import { LABELS } from '../evidence/labels';
import { shellWord } from '../ask/shell';
import type { AskCommand } from '../ask/commands';

/** Prints everything that AWS checked for the request. */
export function detailsCommand(id: string): AskCommand {
  return {
    command: `aws iam-toolbox get-request-authorization-details --output json --authorization-id ${shellWord(id)}`,
    why: 'Prints AWS’s own evaluation: the whole context, every policy that was looked at, and the statements that matched. It needs `iam:GetRequestAuthorizationDetails`, and works for at least 24 hours after the request.',
  };
}

/** Prints one policy as it was evaluated. The ID is no part of a case, so a variable of the shell stands for it. */
export function evaluatedCommand(uri: string): string {
  return `aws iam-toolbox get-request-authorization-policy --output json --authorization-id "$ID" --policy-uri ${shellWord(uri)}`;
}

/** Prints all of them, each with a line that says which it is. */
export function evaluatedScript(uris: readonly string[], id: string | undefined): AskCommand {
  return {
    command: `ID=${id === undefined ? "'the authorization id'" : shellWord(id)}; for uri in ${uris.map(shellWord).join(' ')}; do echo "${LABELS.evaluated}$uri"; aws iam-toolbox get-request-authorization-policy --output json --authorization-id "$ID" --policy-uri "$uri"; done`,
    why: 'Prints each policy as it was evaluated, not as it is today. It needs `iam:GetRequestAuthorizationPolicy`, in the organization (else the account) of the caller. For some services it prints only the actions of the service that denied.',
  };
}

/** Where a message has no ID. */
export const HOW_TO_GET_AN_ID =
  'Since November 2026 AWS puts an authorization ID behind some of its messages; with it AWS shows its own evaluation. This message has none: repeat the call, and paste the new message if it has one.';
