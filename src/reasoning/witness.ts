/** From what a search chose to a request that can be sent, and from that request to a plainer one. */
import { keySpelling } from '../catalog/global-keys';
import { mayBeOpen } from '../catalog/key-presence';
import type { ContextValue, Request } from '../case/scenario';
import { isAccountId, parseArn } from '../language/arn';
import type { AnyChoice, KeyValue } from './classes/choice';
import { ENDPOINT_KEYS, EPOCH_TIME, HIDDEN, RESOURCE_ACCOUNT, isOfCaller } from './key-facts';
import type { Values } from './templates';

const USER = 'arn:aws:iam::111122223333:user/example';

type Context = Record<string, ContextValue>;

function put(context: Context, key: string, value: KeyValue): void {
  // The caller tells these.
  if (isOfCaller(key)) return;
  if (key === EPOCH_TIME || key.startsWith(HIDDEN)) return;
  // An empty list says outright that the request does not have the key.
  // Behind an endpoint its keys count as not known while nothing is said of them.
  const isOpen = mayBeOpen(key) || ENDPOINT_KEYS.includes(key);
  if (value !== undefined || isOpen) context[keySpelling(key)] = value ?? [];
}

function principalOf(choices: readonly AnyChoice[], values: Values | undefined): string {
  for (const choice of choices) if (choice.kind === 'caller') return choice.caller.id;
  const name = values?.get('aws:username');
  return name === undefined ? USER : `arn:aws:iam::111122223333:user/${name}`;
}

/** The request of one way through the dimensions. `resource`: one of those it may be on, where nothing was chosen. */
export function requestOf(
  action: string,
  resource: string,
  choices: readonly AnyChoice[],
  values: Values | undefined,
): Request {
  const context: Context = {};
  let on = resource;
  for (const choice of choices) {
    if (choice.kind === 'resource') on = choice.text;
    if (choice.kind === 'key') put(context, choice.dimension, choice.value);
    // Unique IDs are not part of an ARN.
    if (choice.kind === 'caller' && /^(user|role)$/.test(choice.caller.kind)) {
      put(context, 'aws:userid', choice.derived.get('aws:userid'));
    }
  }
  for (const [key, value] of values ?? []) put(context, key, value);
  const account = context[keySpelling(RESOURCE_ACCOUNT)];
  if (account !== undefined && action.startsWith('s3:')) context['s3:ResourceAccount'] = account;
  return { principal: principalOf(choices, values), action, resource: owned(on, account), context };
}

/** The ARN with the account that the request says the resource belongs to. */
function owned(resource: string, account: ContextValue | undefined): string {
  const arn = parseArn(resource);
  if (typeof account !== 'string' || !isAccountId(account) || !arn || !isAccountId(arn.account))
    return resource;
  return ['arn', arn.partition, arn.service, arn.region, account, arn.resource].join(':');
}

const isText = (value: ContextValue | undefined): value is string =>
  typeof value === 'string' && value !== '';

/** Do the parts of a request go together, as far as AWS documents how they follow from each other? */
export function isCoherent({ resource, context = {} }: Request): boolean {
  const of = (key: string): ContextValue | undefined => context[key];
  const account = of('aws:ResourceAccount');
  const owner = parseArn(resource)?.account ?? '';
  if (isText(account) && isAccountId(owner) && account !== owner) return false;
  const throughEndpoint =
    isText(of('aws:SourceVpce')) || isText(of('aws:SourceVpc')) || isText(of('aws:VpcSourceIp'));
  if (throughEndpoint && isText(of('aws:SourceIp'))) return false;
  return !(of('aws:MultiFactorAuthPresent') === 'false' && isText(of('aws:MultiFactorAuthAge')));
}

/** Parts of a text that only stand for something are written as people write examples. */
export function readable(text: string): string {
  return text
    .replaceAll('000000000000', '111122223333')
    .replace(/^(arn:[a-z-]+:[a-z0-9-]+:)x(:)/, '$1us-east-1$2')
    .replaceAll(/(?<=^|[:/])x(?=$|[:/])/g, 'example')
    .replace(/(?<=\/|:)$/, 'example');
}

/**
 * A plainer request for which the same holds: fewer keys, shorter lists, readable names. `holds` is asked of each step,
 * so what comes out is as good as what went in.
 */
export function minimise(request: Request, holds: (request: Request) => boolean): Request {
  let best = request;
  const offer = (next: Request): void => {
    if (holds(next)) best = next;
  };
  offer({ ...best, resource: readable(best.resource) });
  offer({ ...best, principal: readable(best.principal) });
  for (const key of Object.keys(request.context ?? {})) {
    const { [key]: value, ...rest } = best.context ?? {};
    offer({ ...best, context: rest });
    if (!Array.isArray(value) || best.context?.[key] === undefined) continue;
    for (const one of value as readonly string[]) {
      const shorter = (best.context[key] as readonly string[]).filter((text) => text !== one);
      if (shorter.length > 0) offer({ ...best, context: { ...best.context, [key]: shorter } });
    }
  }
  return best;
}
