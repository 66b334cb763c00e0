/** The encoded authorization message of Amazon EC2 and others: AWS STS API Reference, DecodeAuthorizationMessage. */

/** What DecodeAuthorizationMessage takes. */
const MAX_MESSAGE = 10_240;

export interface Encoded {
  /** Absent where what is there cannot be decoded. */
  readonly encoded?: string;
  readonly notes: readonly string[];
}

const LEAD =
  /Encoded authorization failure message: ?|decode-authorization-message .{0,40}--encoded-messag\w* ["']?/i;

/** The encoded message of a text on one line. */
export function encodedIn(line: string): Encoded | undefined {
  const lead = LEAD.exec(line);
  if (lead === null) return bareBlob(line.trim());
  const rest = line.slice(lead.index + lead[0].length);
  const blob = /^[\w-]{20,}(?: [\w-]{40,})*/.exec(rest)?.[0].replace(/ /g, '');
  const elided = /^[\w-]*(?:\.\.|…|<)/.test(rest);
  if (blob === undefined || elided)
    return { notes: ['The encoded message was shortened, so it cannot be decoded. Copy it whole.'] };
  if (blob.length > MAX_MESSAGE)
    return {
      notes: [
        `The encoded message is longer than the ${MAX_MESSAGE} characters that AWS decodes: more than the message was copied.`,
      ],
    };
  return {
    encoded: blob,
    notes: [
      `An encoded message is included. ${ONLY_AWS}`,
      'The action that was refused can be another than the call, such as iam:PassRole. If decoding fails, the message was cut off on its way.',
    ],
  };
}

const ONLY_AWS =
  'Only AWS can decode it, with `aws sts decode-authorization-message`; paste the answer here.';

/** Nothing but the message itself: long, base64url, of mixed letters. */
function bareBlob(text: string): Encoded | undefined {
  // A terminal or a mail may have cut it into lines.
  const blob = text.replace(/ (?=[\w-]{20,}(?: |$)|[\w-]+$)/g, '').replace(/^["']|["']$/g, '');
  const isBlob =
    blob.length >= 200 &&
    blob.length <= MAX_MESSAGE &&
    /^[\w-]+$/.test(blob) &&
    /[a-z]/.test(blob) &&
    /[A-Z]/.test(blob) &&
    /\d/.test(blob);
  return isBlob
    ? { encoded: blob, notes: [`This looks like an encoded authorization message. ${ONLY_AWS}`] }
    : undefined;
}
