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
      'An encoded message is included. Only AWS can decode it, with `aws sts decode-authorization-message`; paste the answer here.',
      'The action that was refused can be another than the call, such as iam:PassRole. If decoding fails, the message was cut off on its way.',
    ],
  };
}

/** Nothing but the message itself: long, base64url, of mixed letters. */
function bareBlob(text: string): Encoded | undefined {
  const isBlob =
    text.length >= 200 &&
    text.length <= MAX_MESSAGE &&
    /^[\w-]+$/.test(text) &&
    /[a-z]/.test(text) &&
    /[A-Z]/.test(text) &&
    /\d/.test(text);
  return isBlob ? { encoded: text, notes: ['This looks like an encoded authorization message.'] } : undefined;
}
