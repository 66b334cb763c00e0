/** What is asked for: the action and the resource, read from the request. */
import { isAccountId, isPartition, parseArn } from '../../language/arn';
import type { Arn } from '../../language/arn';
import type { RequestProblem } from '../evaluation';
import type { Request } from '../../case/scenario';

export interface ActionName {
  readonly written: string;
  /** In small letters: action names ignore case. */
  readonly service: string;
  readonly name: string;
  /** `service:name`, in small letters. */
  readonly lower: string;
}

const ACTION = /^([a-z0-9-]+):([a-z0-9_]+)$/;

/** The action; undefined with a problem when it is empty or not of the form `service:Name`. */
export function readAction(written: string): { action: ActionName | undefined; problems: RequestProblem[] } {
  if (written === '') {
    const message = 'what is asked for: write one action such as `s3:GetObject`';
    return { action: undefined, problems: [{ field: 'action', kind: 'missing', message }] };
  }
  const lower = written.toLowerCase();
  const found = ACTION.exec(lower);
  if (!found) {
    const wild = /[*?]/.test(written) ? 'a request asks for one action, without wildcards' : undefined;
    const message = `\`${written}\` is not an action: ${wild ?? 'write `service:Name`, such as `s3:GetObject`'}`;
    return { action: undefined, problems: [{ field: 'action', kind: 'malformed', message }] };
  }
  return { action: { written, service: found[1]!, name: found[2]!, lower }, problems: [] };
}

export interface Target {
  /** The resource's ARN or `*`; undefined when it cannot be read. */
  readonly resource: string | undefined;
  readonly arn: Arn | undefined;
  readonly problems: readonly RequestProblem[];
}

/** The resource: an ARN, or `*` for an action that has none. */
export function readResource(written: string): Target {
  const fail = (kind: RequestProblem['kind'], message: string): Target => ({
    resource: undefined,
    arn: undefined,
    problems: [{ field: 'resource', kind, message }],
  });
  if (written === '') {
    return fail('missing', 'on what: write the ARN of the resource, or `*` for an action without one');
  }
  if (written === '*') return { resource: written, arn: undefined, problems: [] };
  const arn = parseArn(written);
  if (!arn || !isPartition(arn.partition) || arn.service === '' || arn.resource === '') {
    return fail(
      'malformed',
      `\`${written}\` is not a whole ARN: \`arn:partition:service:region:account:resource\``,
    );
  }
  const unfinished = unfinishedPart(arn);
  if (unfinished !== undefined)
    return fail('malformed', `\`${written}\` names none yet: the name or ID goes after \`${unfinished}\``);
  return { resource: written, arn, problems: [] };
}

/**
 * The type of a resource whose name is still missing. These services name nothing by a slash at the end; an object of
 * S3 or a path of an API may well end with one.
 */
function unfinishedPart({ service, resource }: Arn): string | undefined {
  const isStart = ['ec2', 'iam', 'kms', 'ses'].includes(service) && /^[a-z-]+\/$/.test(resource);
  return isStart ? resource : undefined;
}

/**
 * The account that owns the resource: as given, else by its ARN, else the caller's.
 * IAM User Guide: "aws:ResourceAccount"; ARNs of buckets name no account.
 */
export function readResourceAccount(
  request: Request,
  arn: Arn | undefined,
  callerAccount: string | undefined,
): { account: string | undefined; problems: RequestProblem[] } {
  const given = request.resourceAccount;
  if (given !== undefined && given !== '') {
    if (isAccountId(given)) return { account: given, problems: [] };
    const message = `\`${given}\` is not an account ID: it has twelve digits`;
    return { account: undefined, problems: [{ field: 'resourceAccount', kind: 'malformed', message }] };
  }
  if (arn && isAccountId(arn.account)) return { account: arn.account, problems: [] };
  return { account: callerAccount, problems: [] };
}
