/** The fields of a request by the words of the page. */
import type { Request } from '../case/scenario';

export const REQUEST_FIELDS: Readonly<Record<Exclude<keyof Request, 'context'>, string>> = {
  principal: 'Principal',
  role: 'Role',
  user: 'User',
  action: 'Action',
  resource: 'Resource',
  resourceAccount: 'Resource account',
};
