/**
 * The authorization ID behind a denial message: IAM User Guide, "Troubleshoot access denied errors with an authorization
 * ID" (preview of November 2026).
 */

export interface AuthorizationId {
  readonly authorizationId?: string;
  readonly notes: readonly string[];
}

/** Behind the words of the message, as a member of an answer, as an option of the command. */
const BEHIND_WORDS = /(?:authorization[ -]?id["'`]?:[ \n]?|--authorization-id[ =])["'`]?([0-9a-z]{1,256})/i;
const IN_LINK = /#\/authorization-details\/([0-9a-z]{1,256})/i;
/** What ends with a line may go on in the next one, where that begins like an ID. */
const GOES_ON = /^\n[0-9a-z]/;
const REGION = /https:\/\/([a-z0-9-]{5,30})\.console\.aws/;

/** The ID in a text on one line, from the words or from the link; undefined where there is none. */
export function authorizationIdIn(line: string): AuthorizationId | undefined {
  const [words, link] = [BEHIND_WORDS.exec(line), IN_LINK.exec(line)];
  const all = [words, link].filter((found) => found !== null);
  if (all.length === 0) return undefined;
  const whole = all
    .filter((found) => !GOES_ON.test(line.slice(found.index + found[0].length)))
    .map((found) => found[1]!);
  const [first, second] = whole;
  if (first === undefined || (second !== undefined && second !== first))
    return { notes: ['The authorization ID was broken over lines, so it is not used. Copy it whole.'] };
  const region = REGION.exec(line)?.[1];
  return {
    authorizationId: first,
    notes: [
      `AWS keeps its own evaluation of this request for at least 24 hours: the first command below prints it.${region === undefined ? '' : ` The link is for the Region \`${region}\`, most likely that of the request.`}`,
    ],
  };
}
