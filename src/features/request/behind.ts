/** Whether the role or user that was given behind a session still belongs to it. */
import type { Request } from '../../case/scenario';
import { readPrincipal } from './principalParts';

/**
 * The principal as typed, with the role and user behind it only where they still fit: another session name keeps
 * the role, another role's name or account does not.
 */
export function withPrincipal(
  request: Request,
  principal: string,
): Pick<Request, 'principal' | 'role' | 'user'> {
  const parts = readPrincipal({ principal });
  const role = request.role !== undefined && parts.form === 'roleSession' ? request.role : undefined;
  const behind = role === undefined ? undefined : readPrincipal({ principal: role });
  const fits = behind?.form === 'role' && behind.role === parts.role && behind.account === parts.account;
  const user = parts.form === 'federatedUser' ? request.user : undefined;
  const userFits = user !== undefined && readPrincipal({ principal: user }).account === parts.account;
  return {
    principal,
    ...(fits && role !== undefined && { role }),
    ...(userFits && { user }),
  };
}
