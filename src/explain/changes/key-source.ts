/** Where a condition key gets its value, and so what can be done to give it another. */
import type { Evaluation } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { parseArn } from '../../language/arn';
import { serviceOf } from '../../case/layers';
import { code, rich } from '../rich';
import type { Rich } from '../types';
import type { ChangeKind } from './types';

interface Setting {
  /** `setKey`: whoever makes the request can see to it; `setTag`: something else has to change for it. */
  readonly kind: Extract<ChangeKind, 'setKey' | 'setTag'>;
  readonly title: Rich;
}

type Make = (key: string, value: string, scenario: Scenario, evaluation: Evaluation) => Setting | undefined;

const setKey = (title: Rich): Setting => ({ kind: 'setKey', title });
const setTag = (title: Rich): Setting => ({ kind: 'setTag', title });

/** The first that fits; keys that nobody can set for a request make nothing. */
const SOURCES: readonly (readonly [RegExp, Make])[] = [
  [
    /^aws:principaltag\//,
    (key, value) => setTag(rich`Tag the caller with ${code(tagOf(key))} = ${code(value)}`),
  ],
  [
    /^(aws:resourcetag|\w+:resourcetag|s3:existingobjecttag)\//,
    (key, value) => setTag(rich`Tag the resource with ${code(tagOf(key))} = ${code(value)}`),
  ],
  [/^aws:(sourceaccount|sourceorgid|sourcearn)$/, actsFor],
  // Sent by EC2 itself, where another call tags what it makes. EC2 User Guide, "Grant permission to tag on creation".
  [/^ec2:createaction$/, () => undefined],
  [/^aws:sourcevpce?$/, (_, value) => setKey(rich`Make the request through ${code(value)}`)],
  [/^aws:(sourceip|vpcsourceip)$/, address],
  [/^aws:requestedregion$/, region],
  // What AWS knows of the caller, the resource and the way of the call.
  [
    /^aws:(principal\w+|userid|username|resource\w+|calledvia\w*|viaawsservice|source\w+|tokenissuetime|currenttime|epochtime|ssminstancearn|ec2\w+|useragent|referer)$/,
    () => undefined,
  ],
  [
    /^(kms:(calleraccount|viaservice|keyorigin|keyspec|keyusage|resourcealiases|multiregion\w*))$/,
    () => undefined,
  ],
  // Claims of a token are its provider's to give.
  [
    /^([\w-]+\.[\w.-].*:|saml:)/,
    (key, value) => setTag(rich`Come with a token whose ${code(key)} is ${code(value)}`),
  ],
  [/./, (key, value) => setKey(rich`Send the request with ${code(key)} ${code(value)}`)],
];

/** How the request could be made to have the value; undefined for a key that no one can choose. */
export function settingOf(
  key: string,
  value: string,
  scenario: Scenario,
  evaluation: Evaluation,
): Setting | undefined {
  const folded = key.toLowerCase();
  return SOURCES.find(([pattern]) => pattern.test(folded))![1](key, value, scenario, evaluation);
}

function tagOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

/** Not every service tells for whom it acts; whether this one does is on its own page. */
function actsFor(
  key: string,
  value: string,
  _scenario: Scenario,
  { context, principal }: Evaluation,
): Setting {
  const isTold = context.some((entry) => entry.key.toLowerCase() === key.toLowerCase());
  return isTold
    ? setKey(rich`Have the service act for ${code(value)} (${code(key)})`)
    : setKey(rich`If ${code(principal.name)} sends ${code(key)}, tell it: ${code(value)}`);
}

/** A service that calls for someone calls from an address of its own. */
function address(
  _key: string,
  value: string,
  _scenario: Scenario,
  { context }: Evaluation,
): Setting | undefined {
  const byService = context.some((entry) => /^aws:viaawsservice$/i.test(entry.key) && entry.value === 'true');
  return byService ? undefined : setKey(rich`Make the request from ${code(value)}`);
}

/** Global services answer in one Region only, and an ARN that names a Region stays there. */
function region(_key: string, value: string, { request }: Scenario): Setting | undefined {
  const arn = parseArn(request.resource);
  const isGlobal = arn?.region === '' && serviceOf(request.action) !== 's3';
  const isThere = arn !== undefined && arn.region !== '' && !arn.resource.endsWith('*');
  return isGlobal || isThere ? undefined : setKey(rich`Make the request in ${code(value)}`);
}
