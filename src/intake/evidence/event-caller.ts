/** Who made the call of a CloudTrail event: CloudTrail User Guide, "CloudTrail userIdentity element". */
import { textAt } from './values';
import type { JsonObject } from './values';

export interface EventCaller {
  readonly principal?: string;
  readonly role?: string;
  readonly user?: string;
  readonly note?: string | undefined;
}

/** The caller that the event names, else the one of its error message (`inMessage`). */
export function callerOf(event: JsonObject, inMessage?: string): EventCaller {
  const caller = ownCaller(event);
  return caller.principal === undefined && inMessage !== undefined
    ? { ...caller, principal: inMessage, note: undefined }
    : caller;
}

function ownCaller(event: JsonObject): EventCaller {
  // Cut down by hand to the ARN alone.
  const bare = textAt(event, 'userIdentity');
  if (bare !== undefined) return named(bare.startsWith('arn:') ? bare : undefined);
  const type = textAt(event, 'userIdentity', 'type');
  const arn = textAt(event, 'userIdentity', 'arn');
  const issuer = textAt(event, 'userIdentity', 'sessionContext', 'sessionIssuer', 'arn');
  switch (type) {
    case 'AssumedRole':
      return { ...named(arn), ...(issuer?.includes(':role/') === true && { role: issuer }) };
    case 'FederatedUser':
      return { ...named(arn), ...(issuer?.includes(':user/') === true && { user: issuer }) };
    case 'AWSService': {
      const service = textAt(event, 'userIdentity', 'invokedBy');
      return service === undefined || /\.amazonaws\.com(?:\.cn)?$/.test(service)
        ? named(service)
        : {
            note: `The call was made by an AWS service, which the event names only as \`${service}\`. Fill in its service principal if you know it.`,
          };
    }
    case 'WebIdentityUser':
      return named(textAt(event, 'userIdentity', 'identityProvider'));
    case 'SAMLUser':
      return named(textAt(event, 'requestParameters', 'principalArn'));
    case 'AWSAccount':
      return textAt(event, 'userIdentity', 'accountId')?.toLowerCase().startsWith('anonymous') === true
        ? { principal: '*' }
        : {
            note: 'This account sees only the account and the unique id of a caller of another account. Fill in the caller’s ARN.',
          };
    case 'IdentityCenterUser':
      return {
        note: 'A user of IAM Identity Center has no ARN in IAM. Choose the role that the user works with.',
      };
    default:
      return named(arn);
  }
}

function named(principal: string | undefined): EventCaller {
  return principal === undefined || !isWhole(principal)
    ? { note: 'The event does not name the caller; fill it in.' }
    : { principal };
}

/** Not an ARN whose account was masked. */
function isWhole(principal: string): boolean {
  return !principal.startsWith('arn:') || /^arn:aws[a-z-]*:(?:iam|sts)::\d{12}:/.test(principal);
}
