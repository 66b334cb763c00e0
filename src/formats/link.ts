/** A whole scenario as the fragment of a URL: `2.<codec>.<base64url>`. No server ever sees a fragment. */
import { strToU8 } from 'fflate';
import type { Policy, Scenario } from '../case/scenario';
import { mapOwn } from '../call/map-own';
import { fromBase64Url, toBase64Url } from './base64';
import type { Codec } from './codec';
import { CODECS } from './codec';
import { ScenarioError } from '../case/issue';
import { LIMITS, beyondLimits } from '../case/limits';
import { readings } from './link-text';
import { mapPolicies } from '../case/map-policies';
import { parseScenario } from './schema';
import { SCENARIO_VERSION } from './upgrade';

export type LinkErrorKind = 'malformed' | 'tooLarge' | 'newerVersion';

/** Thrown for a link that cannot be opened, or made. The message says what is wrong and what to do. */
export class LinkError extends Error {
  override readonly name = 'LinkError';

  constructor(
    readonly kind: LinkErrorKind,
    message: string,
  ) {
    super(message);
  }
}

const MESSAGES = {
  empty: 'This link holds no case: the part after `#` is missing. Ask for the whole link.',
  foreign:
    'The part after `#` is not a case of Verdict. It should look like `2.d.` and a long run of letters.',
  damaged: 'This link is cut off or was changed on its way. Ask for it again, or for the case as a file.',
  tooLong: `This link is longer than ${LIMITS.linkCharacters} characters, so it was not opened. Ask for a file instead.`,
  tooLarge: 'This link unpacks to more than a case can be, so it was not opened.',
  cannotPack: 'This case is too large for a link. Save it as a file instead.',
} as const;

/**
 * The scenario as the part of a link after `#`. What is empty or at its default is left out.
 * @throws LinkError `tooLarge` (as a rejection) for a scenario that no link can hold.
 */
export function encodeLink(scenario: Scenario): Promise<string> {
  return new Promise((resolve) => {
    const bytes = strToU8(JSON.stringify(withoutDefaults(scenario)));
    if (bytes.length > LIMITS.unpackedBytes || beyondLimits(scenario) !== undefined) throw unpackable();
    const link = `${SCENARIO_VERSION}.d.${toBase64Url(CODECS.d.pack(bytes))}`;
    if (link.length > LIMITS.linkCharacters) throw unpackable();
    resolve(link);
  });
}

/**
 * The scenario of a link: the part after `#`, with or without it, or a whole address.
 * Forgives what mail and chat do to links: spaces, line ends, percent signs, a full stop at the end.
 * @throws LinkError (as a rejection) of kind `malformed`, `tooLarge` or `newerVersion`.
 */
export function decodeLink(fragment: string): Promise<Scenario> {
  return new Promise((resolve) => resolve(decode(fragment)));
}

function decode(fragment: string): Scenario {
  if (fragment.length > 2 * LIMITS.linkCharacters) throw new LinkError('tooLarge', MESSAGES.tooLong);
  let first: LinkError | undefined;
  for (const reading of readings(fragment)) {
    try {
      return open(reading);
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      first ??= error;
    }
  }
  throw first ?? new LinkError('malformed', MESSAGES.empty);
}

function open(link: string): Scenario {
  const parts = /^(\d{1,9})\.([a-z])\.([A-Za-z0-9_-]*)/.exec(link);
  if (parts === null) throw new LinkError('malformed', MESSAGES.foreign);
  const [, digits, codec, payload] = parts as unknown as [string, string, string, string];
  const version = Number(digits);
  if (version > SCENARIO_VERSION) throw newer(version);
  if (version < 1 || !isCodec(codec)) throw new LinkError('malformed', MESSAGES.foreign);
  if (payload.length > LIMITS.linkCharacters) throw new LinkError('tooLarge', MESSAGES.tooLong);
  const bytes = fromBase64Url(payload);
  if (bytes === undefined) throw new LinkError('malformed', MESSAGES.damaged);
  const unpacked = CODECS[codec].unpack(bytes);
  if (unpacked.kind === 'tooLarge') throw new LinkError('tooLarge', MESSAGES.tooLarge);
  if (unpacked.kind !== 'text') throw new LinkError('malformed', MESSAGES.damaged);
  return readScenario(unpacked.text, version);
}

function isCodec(letter: string): letter is Codec {
  return Object.hasOwn(CODECS, letter);
}

function unpackable(): LinkError {
  return new LinkError('tooLarge', MESSAGES.cannotPack);
}

function newer(version: number): LinkError {
  return new LinkError(
    'newerVersion',
    `This link was made by a newer Verdict (version ${version}; this one reads up to ${SCENARIO_VERSION}). Reload the page, or update your copy.`,
  );
}

function readScenario(text: string, version: number): Scenario {
  let packed: unknown;
  try {
    packed = JSON.parse(text);
  } catch {
    throw new LinkError('malformed', MESSAGES.damaged);
  }
  try {
    return parseScenario(withDefaults(packed, version));
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    if (error.kind === 'newerVersion') throw new LinkError('newerVersion', error.message);
    throw new LinkError('malformed', `This link opens, but what is in it is not a case. ${error.message}`);
  }
}

/** What an empty scenario has anyway, empty texts and `false` say the same as nothing. Policies are kept to the letter. */
function withoutDefaults({
  schema: _,
  title,
  notes,
  request,
  policies,
  tests,
  linked,
  ...rest
}: Scenario): object {
  const { principal, action, resource, ...others } = request;
  return {
    title: given(title),
    request: { principal: given(principal), action: given(action), resource: given(resource), ...others },
    policies: mapPolicies(policies, withoutOff),
    notes: given(notes),
    tests: tests?.length === 0 ? undefined : tests,
    linked: linked?.length === 0 ? undefined : linked?.map((one) => mapOwn(one, withoutOff)),
    ...rest,
  };
}

function withoutOff({ off, ...policy }: Policy): Policy {
  return off === true ? { ...policy, off } : policy;
}

function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** The reverse, for a link of any version: these fields are as old as scenarios. */
function withDefaults(packed: unknown, version: number): unknown {
  if (!isObject(packed)) return packed;
  const { request } = packed;
  return {
    schema: version,
    policies: {},
    ...packed,
    request:
      request === undefined || isObject(request)
        ? { principal: '', action: '', resource: '', ...request }
        : request,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
