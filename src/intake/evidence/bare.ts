/** Refusals that tell next to nothing, and refusals that only look like a policy decision. */
import type { Denial } from './types';

/** What AWS's error codes look like where tools print them. A log line that merely says `403` is not one. */
const CODES =
  /\((?:Client\.)?(?:AccessDenied(?:Exception)?|UnauthorizedOperation|AuthorizationError)\)|<Code>AccessDenied|(?:api error|Error Code:?|Code:|code:|"(?:Code|code|__type|errorCode|ErrorCode)"\s*:) ?['"]?(?:[\w.]+#)?(?:Client\.)?(?:AccessDenied|UnauthorizedOperation)|\bAccessDenied(?:Exception)?:|\bUnauthorizedOperation:|when calling the (?:GetObject|HeadObject|HeadBucket) operation: Forbidden/;

/** Amazon S3 User Guide, "Troubleshoot access denied (403 Forbidden) errors"; AWS KMS and Amazon Bedrock likewise. */
const KNOWN: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /ciphertext refers to a customer master key/i,
    [
      'AWS KMS does not tell a key that is missing from one that may not be used. Neither caller, action nor key is named; often `kms:Decrypt` is what is missing.',
    ],
  ],
  [
    /You don't have access to the model/i,
    ['No policy decided this: access to the model is not enabled for the account in Amazon Bedrock.'],
  ],
];

/** A call of S3 that reads an object. */
export const READS_OBJECT =
  /when calling the (?:Get|Head|Copy)Object\w* operation|operation error S3: (?:Get|Head|Copy)Object/;

/** Amazon S3 API Reference, GetObject and HeadObject: "Permissions". */
export const MISSING_OBJECT =
  'It can be that the object does not exist: without s3:ListBucket on the bucket, S3 answers 403 where it would answer 404. Check the key first.';

/** A refusal without the usual sentence, read from a text on one line; undefined where it is none of AWS's. */
export function bareDenial(line: string): Denial | undefined {
  const known = KNOWN.find(([words]) => words.test(line));
  if (known !== undefined) return { notes: known[1] };
  if (!CODES.test(line) && !/^\s*(?:error:? )?access ?denied[.!]?\s*$/i.test(line)) return undefined;
  const operation = /when calling the (\w{1,100}) operation|operation error [\w -]{1,60}: (\w{1,100}),/.exec(
    line,
  );
  const call = operation?.[1] ?? operation?.[2];
  return {
    notes: [
      'AWS says nothing but that access is denied: not who asked, for what, or which policy refused. Amazon S3 does so for anonymous callers and for callers of another organization.',
      ...(call === undefined
        ? []
        : [`The call was ${call}. Fill in the action that it needs, which can have another name.`]),
      ...(READS_OBJECT.test(line) ? [MISSING_OBJECT] : []),
    ],
  };
}
