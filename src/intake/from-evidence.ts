/** From what a pasted text said to a scenario that can be evaluated, and to what is still missing. */
import { putTexts, textsElsewhere, textsWords, withoutTexts } from './authorization/elsewhere';
import { layerWithArticle } from '../explain/layers';
import type { Layer, Policies, Request, Scenario } from '../case/scenario';
import type { AskCommand } from './ask/commands';
import { commandsFor, decodeCommand } from './ask/commands';
import { readByArn } from './ask/managed';
import type { Evidence, EvidenceNamed } from './evidence/types';
import { caseOfDetails } from './authorization/case';
import { detailsCommand, evaluatedScript } from './authorization/commands';
import { KIND_FACTS } from './kinds';
import { reportedDeny } from './reported-deny';
import { toldRequest } from './token/caller';
import { guessedLayers, missingFields, perhapsMore, unseenWords, withoutId } from './not-told';
import { hiddenLayers } from './hidden-layers';
import { placesOfHolder } from './code/holders';
import { placeholdersOf } from './code/placeholders';
import type { Holder } from './code/types';
import { incomingOf, placePolicies } from './place-policies';
import type { Incoming, PolicyPlace } from './places';
import { emptyScenario } from '../formats/schema';
import { isAwaited, unseenPolicy } from '../case/unseen';
import { unseenText } from '../language/unseen';
import { listPolicies } from '../case/scenario';
import { FULL_ACCESS } from '../case/layers';

export interface FromEvidence {
  readonly scenario: Scenario;
  /** What was taken from the text, one sentence each. */
  readonly understood: readonly string[];
  /** What the text does not tell and a verdict needs, one sentence each. */
  readonly unknown: readonly string[];
  /** The policies of the text, in the order that `places` counts them. */
  readonly incoming: readonly Incoming[];
  /** Where those go that concern another holder than the one of the case. */
  readonly places: ReadonlyMap<number, PolicyPlace>;
  /** How to ask AWS for what is not visible. */
  readonly commands: readonly AskCommand[];
  /** The layer to open first: the one AWS names. */
  readonly layer?: Layer;
}

const NO_PLACES: ReadonlyMap<number, PolicyPlace> = new Map();

/**
 * A scenario made from a pasted text: its request, its context, its policies, and the layers that cannot be seen set to
 * `unknown`, so that the verdict stays open instead of being wrong. What `current` holds is kept where the text does
 * not say otherwise; context of another caller is not. `places`: where the person wants the policies of the text;
 * `holder`: the role or user that they are of, where code has several.
 */
export function scenarioFromEvidence(
  pasted: Evidence,
  current: Scenario = emptyScenario(),
  places: ReadonlyMap<number, PolicyPlace> = NO_PLACES,
  holder?: Holder,
): FromEvidence {
  if (pasted.kind === 'authorizationDetails') return fromDetails(pasted, current);
  const elsewhere = textsElsewhere(pasted, current, current);
  const evidence = withoutTexts(pasted, elsewhere);
  const request = joinRequests(current.request, toldRequest(evidence, current));
  const incoming = incomingIn(evidence, request);
  const ofHolder = placesOfHolder(incoming, holder, request);
  const placed = placePolicies(current.policies, incoming, request, new Map([...ofHolder, ...places]));
  const hidden =
    isAboutRequest(evidence) && current.aws === undefined ? unseen(placed.policies, request, evidence) : [];
  const unknown = Object.fromEntries(hidden.map((layer) => [layer, 'unknown' as const]));
  const layer = evidence.layer === 'trust' ? 'resource' : evidence.layer;
  return {
    scenario: putTexts(
      {
        ...current,
        request,
        policies: { ...placed.policies, ...unknown },
        ...placeholdersOf(evidence, current, placed.policies),
        ...s3Facts(evidence, current),
        ...(evidence.organization !== undefined && {
          organization: { ...current.organization, ...evidence.organization },
        }),
      },
      elsewhere,
    ),
    understood: [
      ...understoodRequest(evidence),
      ...placed.told,
      ...factWords(evidence),
      ...textsWords(elsewhere),
    ],
    incoming,
    places: ofHolder,
    unknown: [
      ...evidence.notes,
      ...withoutId(evidence),
      ...missingFields(evidence, request),
      ...hidden.map((each) => unseenWords(each, request)),
      ...perhapsMore(current.policies, placed.policies),
      ...guessedLayers(evidence),
    ],
    commands: [
      ...(evidence.authorizationId === undefined ? [] : [detailsCommand(evidence.authorizationId)]),
      ...(evidence.encoded === undefined ? [] : [decodeCommand(evidence.encoded)]),
      ...hidden.flatMap((each) =>
        commandsFor(each, request, each === layer ? evidence.policyArn : undefined),
      ),
    ],
    ...(layer !== undefined && { layer }),
  };
}

/** AWS's own evaluation is a whole case: what AWS does not list was not in play, so nothing is asked for but texts. */
function fromDetails(evidence: Evidence, current: Scenario): FromEvidence {
  const { request = {}, evaluations = [], policies = [], authorizationId, complete } = evidence;
  const made = caseOfDetails(evidence, current);
  const hidden = complete?.policies === true ? [] : unseen(made.policies, request, evidence);
  const scenario = {
    ...made,
    policies: { ...made.policies, ...Object.fromEntries(hidden.map((layer) => [layer, 'unknown' as const])) },
  };
  const awaited = listPolicies(scenario.policies).filter(({ policy }) => isAwaited(policy));
  const uris = [...new Set(awaited.flatMap(({ policy }) => policy.uri ?? []))];
  return {
    scenario,
    understood: [
      ...understoodRequest(evidence),
      `AWS checked ${evaluations.length} ${evaluations.length === 1 ? 'pair' : 'pairs'} of action and resource, and looked at ${policies.length} ${policies.length === 1 ? 'policy' : 'policies'}.`,
    ],
    unknown: [
      ...evidence.notes,
      ...missingFields(evidence, made.request),
      ...(complete?.context === true
        ? ['AWS lists every context key that the request had: a key that is not listed was not in it.']
        : []),
      ...(uris.length > 0
        ? [
            `The texts of ${uris.length} ${uris.length === 1 ? 'policy are' : 'policies are'} not here yet. Until then each holds the statements that AWS says matched.`,
          ]
        : []),
    ],
    incoming: [],
    places: NO_PLACES,
    commands: uris.length === 0 ? [] : [evaluatedScript(uris, authorizationId)],
    ...(evidence.layer !== undefined && evidence.layer !== 'trust' && { layer: evidence.layer }),
  };
}

/** Policies on their own, or the caller alone, say nothing of what else is in play. */
function isAboutRequest({ kind, request }: Evidence): boolean {
  return request?.action !== undefined && KIND_FACTS[kind].decided;
}

function joinRequests(current: Request, told: Partial<Request>): Request {
  const sameCaller = told.principal === undefined || told.principal === current.principal;
  const sameResource = told.resource === undefined || told.resource === current.resource;
  const { role, user, resourceAccount, context } = current;
  const kept = {
    ...(sameCaller && role !== undefined && { role }),
    ...(sameCaller && user !== undefined && { user }),
    ...(sameResource && resourceAccount !== undefined && { resourceAccount }),
  };
  const joined = { ...(sameCaller ? context : {}), ...told.context };
  return {
    principal: current.principal,
    action: current.action,
    resource: current.resource,
    ...kept,
    ...told,
    ...(Object.keys(joined).length > 0 && { context: joined }),
  };
}

/** All that the text brings into the layers: policies, stand-ins for those it only names, a Deny that AWS reports. */
function incomingIn(evidence: Evidence, request: Request): readonly Incoming[] {
  const told = evidence.kind === 'account' ? [] : (evidence.policies ?? []);
  const named = (evidence.named ?? []).filter(({ owner }) => owner === undefined || isCaller(owner, request));
  return [
    ...[...told, ...reportedDeny(evidence)].map((policy) => incomingOf(policy, request)),
    ...named.map(standIn),
  ];
}

/** A boundary that is set for someone else says nothing about this request. */
function isCaller(owner: string, { principal, role }: Request): boolean {
  if (principal === '' || principal === owner || role === owner) return true;
  const session = /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(principal);
  return session !== null && owner.includes(`::${session[1]}:role/`) && owner.endsWith(`/${session[2]}`);
}

function standIn(named: EvidenceNamed): Incoming {
  return { ...standInOf(named), ...(named.code !== undefined && { code: named.code }) };
}

function standInOf({ layer, name, arn, why }: EvidenceNamed): Incoming {
  if (why !== undefined) return { policy: { name, text: unseenText(why, []) }, layer, named: true };
  if (layer === 'scp' && arn?.endsWith('/p-FullAWSAccess') === true)
    return { policy: FULL_ACCESS, layer, named: true };
  const command = arn === undefined ? undefined : readByArn(arn);
  return { policy: unseenPolicy(name, command === undefined ? [INLINE] : [command]), layer, named: true };
}

const INLINE = 'aws iam get-role-policy, get-user-policy or get-group-policy, with --policy-name';

function unseen(policies: Policies, request: Partial<Request>, evidence: Evidence): readonly Layer[] {
  return hiddenLayers(request, evidence).filter(
    (layer) => policies[layer] === undefined || policies[layer] === 'unknown',
  );
}

/** What a message tells of S3 Block Public Access, and what the commands of S3 print. */
function s3Facts({ blockSetting, s3 = {} }: Evidence, current: Scenario): Pick<Scenario, 's3'> {
  if (blockSetting === undefined && Object.keys(s3).length === 0) return {};
  const setting =
    blockSetting === undefined
      ? {}
      : blockSetting === 'BlockPublicAcls'
        ? { blockPublicAcls: true }
        : { blockPublicPolicy: true };
  const block = { ...current.s3?.blockPublicAccess, ...s3.blockPublicAccess, ...setting };
  return {
    s3: { ...current.s3, ...s3, ...(Object.keys(block).length > 0 && { blockPublicAccess: block }) },
  };
}

function factWords({ s3 = {}, organization }: Evidence): readonly string[] {
  const { objectOwnership, acl, blockPublicAccess } = s3;
  const on = Object.entries(blockPublicAccess ?? {}).filter(([, value]) => value);
  return [
    ...(objectOwnership === undefined ? [] : [`Object Ownership of the bucket is ${objectOwnership}.`]),
    ...(acl === undefined ? [] : [`The ACL has ${acl.length} ${acl.length === 1 ? 'grant' : 'grants'}.`]),
    ...(blockPublicAccess === undefined
      ? []
      : [
          on.length === 0
            ? 'Block Public Access is off.'
            : `Block Public Access is on: ${on.map(([name]) => name).join(', ')}.`,
        ]),
    ...(organization?.id === undefined ? [] : [`The organization is ${organization.id}.`]),
  ];
}

function understoodRequest({ request = {}, denial, layer }: Evidence): readonly string[] {
  const { principal, action, resource, context = {} } = request;
  const keys = Object.keys(context).length;
  return [
    ...(principal === undefined ? [] : [`The caller is \`${principal}\`.`]),
    ...(action === undefined ? [] : [`The action is \`${action}\`.`]),
    ...(resource === undefined ? [] : [`The resource is \`${resource}\`.`]),
    ...(keys === 0 ? [] : [`${keys} ${keys === 1 ? 'context key is' : 'context keys are'} known.`]),
    ...denialWords(denial, layer, action ?? ''),
  ];
}

function denialWords(
  denial: Evidence['denial'],
  layer: Evidence['layer'],
  action: string,
): readonly string[] {
  if (denial === undefined && layer === undefined) return [];
  const where =
    layer === undefined
      ? undefined
      : layer === 'trust'
        ? 'the role’s trust policy'
        : layerWithArticle(layer, { action });
  if (denial === undefined) return [`AWS says that ${where ?? ''} refused.`];
  if (where === undefined)
    return [denial === 'explicit' ? 'A Deny statement matched.' : 'No statement allowed it.'];
  return [denial === 'explicit' ? `A Deny matched in ${where}.` : `An Allow is missing in ${where}.`];
}
