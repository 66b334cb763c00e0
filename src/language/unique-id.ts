const UNIQUE_ID = /^A(IDA|ROA)[A-Z0-9]{8,}$/;

/**
 * The unique ID of a user (`AIDA…`) or role (`AROA…`), as a Principal element may name it. IAM's are 21 characters long;
 * shorter ones are read too, for people mask them.
 * IAM User Guide: "IAM identifiers", "Unique identifiers".
 */
export function isUniqueId(text: string): boolean {
  return text.startsWith('A') && UNIQUE_ID.test(text);
}
