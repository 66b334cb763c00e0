/** CloudTrail events: one, a log file's `Records`, the output of `lookup-events`, an EventBridge envelope. */
import { authorizationIdIn } from '../authorization/message';
import { clean, oneLine } from './clean';
import { encodedIn } from './encoded';
import { needsOfCall } from './event-actions';
import { callerOf } from './event-caller';
import { contextOf } from './event-context';
import { resourceOf } from './event-resource';
import { sentencesIn } from './sentence';
import type { EvidenceChoice } from './choices';
import type { Evidence } from './types';
import type { JsonObject } from './values';
import { at, defined, isObject, textAt } from './values';

export function isEvent(object: JsonObject): boolean {
  return (
    textAt(object, 'eventSource') !== undefined &&
    textAt(object, 'eventName') !== undefined &&
    (at(object, 'userIdentity') !== undefined ||
      at(object, 'eventVersion') !== undefined ||
      // Cut down by hand: the error message is the event's own.
      textAt(object, 'errorMessage') !== undefined)
  );
}

/** Of CloudTrail Insights, what it is; undefined where an event of a call, or another text, is there to be read. */
export function insightWords(objects: readonly JsonObject[]): string | undefined {
  const insight = objects.find((object) => isObject(at(object, 'insightDetails')));
  if (insight === undefined || objects.some(isEvent)) return undefined;
  const call = textAt(insight, 'insightDetails', 'eventName') ?? 'a call';
  return `This is an event of CloudTrail Insights: it counts how often ${call} was called or failed, and tells of no single request. Look the events of the calls up with \`aws cloudtrail lookup-events\`, and paste one.`;
}

const DENIED = /AccessDenied|Unauthorized|AuthorizationError|NotAuthorized|Forbidden/i;

function isDenied(event: JsonObject): boolean {
  return DENIED.test(textAt(event, 'errorCode') ?? '');
}

/** The evidence of the first denied event, or of the first. */
export function readEvents(objects: readonly JsonObject[]): Evidence | undefined {
  const events = objects.filter(isEvent);
  const event = events.find(isDenied) ?? events[0];
  if (event === undefined) return undefined;
  const evidence = readEvent(event);
  if (events.length === 1) return evidence;
  const which = isDenied(event) ? 'a denied' : 'the first';
  return {
    ...evidence,
    notes: [`${events.length} events are in the paste; ${which} one is used.`, ...evidence.notes],
  };
}

/** Every event, in the order of the text. */
export function eventChoices(objects: readonly JsonObject[]): readonly EvidenceChoice[] {
  return objects.filter(isEvent).map((event) =>
    defined({
      time: textAt(event, 'eventTime'),
      principal: callerOf(event, messageOf(event)?.request?.principal).principal,
      action: messageOf(event)?.request?.action ?? calledAction(event, []) ?? textAt(event, 'eventName'),
      outcome: textAt(event, 'errorCode') ?? 'no error',
      denied: isDenied(event),
      read: () => readEvent(event),
    }),
  );
}

function readEvent(event: JsonObject): Evidence {
  const notes: string[] = [];
  const message = messageOf(event);
  const caller = callerOf(event, message?.request?.principal);
  if (caller.note !== undefined) notes.push(caller.note);
  const action = message?.request?.action ?? calledAction(event, notes);
  const context = contextOf(event, notes);
  const resource =
    message?.request?.resource === undefined
      ? resourceOf(event, action)
      : { resource: message.request.resource };
  return defined({
    kind: 'cloudTrail' as const,
    request: defined({
      principal: caller.principal,
      role: caller.role,
      user: caller.user,
      action,
      ...resource,
      context,
    }),
    layer: isEndpointDenial(event) ? ('endpoint' as const) : message?.layer,
    denial: message?.denial,
    policyArn: message?.policyArn,
    blockSetting: message?.blockSetting,
    encoded: message?.encoded,
    authorizationId: message?.authorizationId,
    notes: [...notes, ...outcomeNotes(event, message)],
  });
}

type Message = Omit<Evidence, 'kind'>;

/** What the error message says, when it is a denial. */
function messageOf(event: JsonObject): Message | undefined {
  const text = textAt(event, 'errorMessage');
  if (text === undefined || !isDenied(event)) return undefined;
  const line = oneLine(clean(text));
  const sentence = sentencesIn(line)[0];
  const encoded = encodedIn(line);
  const id = authorizationIdIn(line);
  if (sentence === undefined && encoded === undefined && id === undefined) return undefined;
  return defined({
    ...sentence,
    encoded: encoded?.encoded,
    authorizationId: id?.authorizationId,
    notes: [...(sentence?.notes ?? []), ...(encoded?.notes ?? []), ...(id?.notes ?? [])],
  });
}

function calledAction(event: JsonObject, notes: string[]): string | undefined {
  const type = textAt(event, 'eventType');
  if (type === 'AwsConsoleSignIn' || textAt(event, 'eventSource') === 'signin.amazonaws.com') {
    notes.push('Signing in is not decided by an IAM action, so there is nothing to evaluate.');
    return undefined;
  }
  if (type === 'AwsServiceEvent') {
    notes.push('The service made this event itself; no request was authorized.');
    return undefined;
  }
  const name = textAt(event, 'eventName') ?? '';
  const needs = needsOfCall(event);
  // What the call is named for takes all of its parameters.
  const action = (needs.find(({ parameters }) => parameters === undefined) ?? needs[0])?.action;
  if (action !== undefined && !action.endsWith(`:${name}`))
    notes.push(`The call ${name} is authorized as ${action}.`);
  const others = [...new Set(needs.map((need) => need.action))].filter((other) => other !== action);
  if (others.length > 0) notes.push(`The call also needs ${others.join(', ')}.`);
  return action;
}

function isEndpointDenial(event: JsonObject): boolean {
  return textAt(event, 'errorCode') === 'VpceAccessDenied';
}

function outcomeNotes(event: JsonObject, message: Message | undefined): readonly string[] {
  const code = textAt(event, 'errorCode');
  if (code === undefined) return ['The event has no error: the request was allowed.'];
  if (isEndpointDenial(event))
    return ['The VPC endpoint policy refused; whether by a Deny or for want of an Allow is not told.'];
  if (!isDenied(event)) return [`The error ${code} is not a denial: the request was authorized.`];
  return message?.notes ?? ['The request was denied; the event gives no reason.'];
}
