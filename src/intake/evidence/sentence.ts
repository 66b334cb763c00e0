/**
 * The sentence of AWS's access-denied messages:
 * `User: <arn> is not authorized to perform: <action> [on resource: <arn>] [reason][: <policy arn>]`.
 * IAM User Guide, "Troubleshoot access denied error messages".
 */
import type { Request } from '../../case/scenario';
import { MISSING_OBJECT, READS_OBJECT } from './bare';
import type { Denial } from './types';
import { readPrincipal, readResource } from './names';
import { readReason } from './reason';
import { defined } from './values';

/** More denials than this are not told apart. */
const MAX_SENTENCES = 1_000;

/** Every denial that a text (on one line) tells, in order, each once. */
export function sentencesIn(line: string): readonly Denial[] {
  const found = new Map<string, Denial>();
  const words = /not[ \n]authorized[ \n]to[ \n]/gi;
  let seen = 0;
  let from = 0;
  for (let match = words.exec(line); match !== null && seen < MAX_SENTENCES; match = words.exec(line)) {
    const before = line.slice(Math.max(from, match.index - 1500), match.index);
    const after = line.slice(match.index + match[0].length, match.index + 6000);
    from = match.index + match[0].length;
    seen += 1;
    const denial = readSentence(before, after);
    if (denial !== undefined)
      found.set(JSON.stringify([denial.request, denial.layer, denial.denial]), denial);
  }
  return [...found.values()];
}

function readSentence(before: string, after: string): Denial | undefined {
  const access = /^access this resource/i.test(after);
  const action = /^perform:?[ \n]?["'`]?([A-Za-z][\w-]{0,62}:[A-Za-z][\w*]{0,127})/.exec(after);
  const caller = callerOf(before);
  if (action === null) {
    if (/^perform:?[ \n]?["'`]?[\w-]{1,62}:?\n/.test(after)) return brokenAction(caller, after);
    return access && caller !== undefined ? accessDenied(caller, isOfAuthorizer(before, after)) : undefined;
  }
  const rest = after.slice(action[0].length);
  // Nothing tells whether the action ends with the line.
  if (rest.startsWith('\n')) return brokenAction(caller, after);
  const name = action[1]!;
  if (/^["']? on this resource because the resource does not exist/i.test(rest))
    return keyDenied(caller, name);
  const resource = readResource(rest);
  const { notes, ...reason } = readReason(resource.after, name);
  const request: Partial<Request> = defined({
    principal: caller?.principal,
    action: name,
    resource: resource.resource,
  });
  return {
    request,
    ...reason,
    notes: [
      ...callerNotes(caller),
      ...resource.notes,
      ...notes,
      ...(/^s3:ListBucket$/i.test(name) && READS_OBJECT.test(before) ? [MISSING_OBJECT] : []),
      ...acrossNotes(request),
    ],
  };
}

/** The action was cut by the end of a line; what is told behind it counts all the same. */
function brokenAction(caller: Caller | undefined, after: string): Denial {
  const start = after.search(/[ \n](?:because no |with an explicit deny)/i);
  const { notes, ...reason } = readReason(start === -1 ? '' : after.slice(start + 1));
  return {
    request: defined({ principal: caller?.principal }),
    ...reason,
    notes: [
      ...callerNotes(caller),
      'The action was broken over lines, and nothing tells where it ends; fill it in.',
      ...notes,
    ],
  };
}

interface Caller {
  readonly principal?: string;
  readonly notes: readonly string[];
}

/** Who is named before `is not authorized`: behind `User:`, or an ARN on its own. */
function callerOf(before: string): Caller | undefined {
  const text = before.replace(/(?<!["' ])["' ]+$/, '');
  const is = /^([^]*)[ \n]is$/i.exec(text)?.[1];
  if (is === undefined) return undefined;
  const start = Math.max(is.lastIndexOf('User:'), is.lastIndexOf('user:'));
  const named = start === -1 ? undefined : is.slice(start + 5);
  if (named !== undefined && !/\barn:[^]*\s\S*arn:/.test(named))
    return serviceFor(named) ?? readPrincipal(named);
  const arn = /(?:^|[\s"'`(:])(arn:aws[a-z-]*:(?:iam|sts):[^\s"'`]{1,700}["'`]?)$/.exec(is)?.[1];
  if (arn !== undefined) return readPrincipal(arn);
  const service = serviceFor(is);
  if (service !== undefined) return service;
  const name = /(?<![^\s"':(])[^\s"':(]+$/.exec(is)?.[0];
  return name === undefined
    ? undefined
    : { notes: [`The caller is given by the name \`${name}\` only; fill in its ARN.`] };
}

/**
 * A service that acts for a resource is told by that resource: alarms publish as CloudWatch. Amazon SNS Developer Guide,
 * "Example cases for Amazon SNS access control" (CloudWatch alarms in another account).
 */
function serviceFor(is: string): Caller | undefined {
  const alarm = /\barn:aws[a-z-]*:cloudwatch:[^\s"'`]{1,300}:alarm:[^"'`\n]{1,300}$/.exec(is)?.[0];
  if (alarm !== undefined)
    return {
      principal: 'cloudwatch.amazonaws.com',
      notes: [`An alarm publishes as CloudWatch, for \`${alarm.trim()}\`: that is \`aws:SourceArn\`.`],
    };
  if (/\bCloudWatch Alarms$/.test(is))
    return {
      principal: 'cloudwatch.amazonaws.com',
      notes: ['An alarm publishes as CloudWatch; which alarm it is, the message does not tell.'],
    };
  const other = /\b(arn:aws[a-z-]*:(?!iam:|sts:)[a-z0-9-]+:[^\s"'`]{1,500})$/.exec(is)?.[1];
  return other === undefined
    ? undefined
    : {
        notes: [
          `A service asks for the resource \`${other}\`; fill in the service, such as \`events.amazonaws.com\`.`,
        ],
      };
}

/** Said of a message by itself; what stands beside it may tell. */
export const CALLER_NOT_NAMED = 'The message does not say who made the request.';

function callerNotes(caller: Caller | undefined): readonly string[] {
  return caller?.notes ?? [CALLER_NOT_NAMED];
}

/** IAM's own words where the resource is in another account. */
function accessDenied(caller: Caller, isAuthorizer: boolean): Denial | undefined {
  if (isAuthorizer) return { request: defined({ principal: caller.principal }), notes: [OF_AUTHORIZER] };
  if (caller.principal === undefined) return undefined;
  return {
    request: defined({ principal: caller.principal }),
    notes: [
      ...caller.notes,
      'The message names neither the action nor the resource; IAM words it so when the resource is in another account or does not exist.',
    ],
  };
}

/** AWS re:Post, "How do I troubleshoot HTTP 403 errors when using a Lambda authorizer with an API Gateway REST API?" */
function isOfAuthorizer(before: string, after: string): boolean {
  return (
    /\bUser[ \n]is$/.test(before.trimEnd()) || /^access this resource with an explicit deny/i.test(after)
  );
}

const OF_AUTHORIZER =
  'Amazon API Gateway says this where a Lambda authorizer answers with a policy that denies the call, or does not allow it. No policy of the account decided: paste the policy that the authorizer returned, which stands in the log of the API, and the call as `execute-api:Invoke`.';

/** AWS KMS names three causes at once: AWS KMS Developer Guide, "Troubleshooting key access". */
function keyDenied(caller: Caller | undefined, action: string): Denial {
  return {
    request: defined({ principal: caller?.principal, action }),
    notes: [
      ...(caller?.notes ?? []),
      'AWS KMS names three possible causes at once: the key is in another Region, no key policy allows the caller, or a key policy denies. The message does not name the key.',
    ],
  };
}

function acrossNotes({ principal, resource }: Partial<Request>): readonly string[] {
  const caller = principal?.split(':')[4];
  const owner = resource?.split(':')[4];
  if (resource?.startsWith('arn:') === true && owner === '' && resource.split(':')[2] === 's3')
    return ['The ARN of a bucket does not tell its account. Fill it in if it is not the caller’s.'];
  if (!caller || !owner || caller === owner || !/^\d{12}$/.test(owner)) return [];
  return ['Caller and resource are in different accounts: both sides must allow.'];
}
