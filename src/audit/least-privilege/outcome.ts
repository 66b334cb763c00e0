/** What became of a recorded call. CloudTrail User Guide, "CloudTrail record contents", errorCode. */
import { textAt } from '../../intake/evidence/values';
import type { JsonObject } from '../../intake/evidence/values';

/** `proven`: authorization passed. `attempted`: the call may have stopped before it. */
export type Need = 'proven' | 'attempted' | 'denied';

const DENIED = /AccessDenied|Unauthorized|NotAuthorized|AuthorizationError|Forbidden/i;

/** Answered before or without asking the policies, as far as can be told. */
const EARLY =
  /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|ValidationException|ValidationError|Malformed|InvalidParameter|MissingParameter|RequestExpired|ExpiredToken|InternalFailure|InternalError|ServiceUnavailable|AuthFailure|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidAccessKeyId|IncompleteSignature/i;

export function needOf(event: JsonObject): Need {
  const code = textAt(event, 'errorCode');
  if (code === undefined) return 'proven';
  if (code.endsWith('DryRunOperation')) return 'proven';
  if (DENIED.test(code)) return 'denied';
  return EARLY.test(code) ? 'attempted' : 'proven';
}

/** A Deny that somebody wrote: the call is not meant to succeed. */
export function isExplicitDenial(event: JsonObject): boolean {
  return /explicit deny/i.test(textAt(event, 'errorMessage') ?? '');
}

/** Records that are no authorized API call of the caller. */
export function isNoCall(event: JsonObject): boolean {
  const type = textAt(event, 'eventType');
  return (
    (type !== undefined && type !== 'AwsApiCall') ||
    textAt(event, 'eventSource')?.startsWith('signin.') === true
  );
}
