import type { ReactElement } from 'react';
import { Source } from '../../ui/place/Source';

/** Where the account's authorization details come from. */
export function DetailsSource(): ReactElement {
  return (
    <Source
      name="Authorization details"
      note="users, roles, groups and their policies; needs iam:GetAccountAuthorizationDetails"
      command="aws iam get-account-authorization-details > account.json"
    />
  );
}
