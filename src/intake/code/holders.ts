/** Of code with several roles and resources: which policies concern the one that a case is about. */
import { isTrust } from '../../case/layers';
import type { Request } from '../../case/scenario';
import type { Incoming, PolicyPlace } from '../places';
import type { CodePolicy, Holder } from './types';

const PRINCIPALS: ReadonlySet<string> = new Set(['role', 'user', 'group', 'permission set']);

/** Everybody whose policies the text holds, each once, in the order of the text. */
export function principalsIn(incoming: readonly Pick<Incoming, 'code'>[]): readonly Holder[] {
  const all = incoming
    .flatMap(({ code }) => code?.attachedTo ?? [])
    .filter(({ kind }) => PRINCIPALS.has(kind));
  return all.filter((one, index) => all.findIndex((other) => isSame(one, other)) === index);
}

/** The holder that a request comes from or is about, by name; else the first that is no group. */
export function likelyHolder(
  holders: readonly Holder[],
  request: Pick<Request, 'principal' | 'role' | 'resource'>,
): Holder | undefined {
  // A group makes no requests: one of its users is meant, where the text names some.
  return (
    holders.find((holder) => isNamed(holder, request)) ??
    holders.find(({ kind }) => kind !== 'group') ??
    holders[0]
  );
}

function isNamed(
  { name }: Holder,
  { principal, role, resource }: Pick<Request, 'principal' | 'role' | 'resource'>,
): boolean {
  const last = name.slice(name.lastIndexOf(':') + 1);
  return [principal, role, resource].some((arn) => arn?.split(/[/:]/).includes(last) === true);
}

/**
 * Where policies of code go for one holder, by their positions: those of other holders are left out, and of several
 * policies on resources all but the one of the request. Without a holder it is the likeliest.
 */
export function placesOfHolder(
  incoming: readonly Incoming[],
  holder: Holder | undefined,
  request: Request,
): ReadonlyMap<number, PolicyPlace> {
  const places = new Map<number, PolicyPlace>();
  const chosen = holder ?? likelyHolder(principalsIn(incoming), request);
  const onResources = incoming.filter(({ layer, code }) => layer === 'resource' && code !== undefined);
  const asked =
    onResources.find(({ code }) => code!.attachedTo.some((one) => isNamed(one, request))) ?? onResources[0];
  const mixed = incoming.some(({ layer }) => layer !== 'trust');
  incoming.forEach((one, index) => {
    if (one.code === undefined) return;
    const principals = one.code.attachedTo.filter(({ kind }) => PRINCIPALS.has(kind));
    const ofOthers =
      chosen !== undefined && principals.length > 0 && !principals.some((each) => isSame(each, chosen));
    // Beside other policies a trust policy is of use only where the role is to be assumed.
    const notAsked = one.layer === 'trust' && mixed && !isTrust(request.action);
    if (ofOthers || notAsked || (one.layer === 'resource' && (one !== asked || isOfOther(one.code, request))))
      places.set(index, { kind: 'nowhere' });
  });
  return places;
}

export function isSame(one: Holder, other: Holder): boolean {
  return one.kind === other.kind && one.name === other.name;
}

/** The services whose resources have policies, by the kind of what they are attached to. */
const SERVICES: Readonly<Record<string, string>> = {
  bucket: 's3',
  key: 'kms',
  queue: 'sqs',
  topic: 'sns',
  secret: 'secretsmanager',
  table: 'dynamodb',
  stream: 'kinesis',
  'file system': 'elasticfilesystem',
};

/** Is a policy attached to a resource of another service than the request is about? */
function isOfOther({ attachedTo }: CodePolicy, { resource }: Request): boolean {
  const service = /^arn:[^:]*:([^:]+):/.exec(resource)?.[1];
  const kinds = attachedTo.map(({ kind }) => (Object.hasOwn(SERVICES, kind) ? SERVICES[kind] : undefined));
  return (
    service !== undefined && kinds.length > 0 && kinds.every((each) => each !== undefined && each !== service)
  );
}
