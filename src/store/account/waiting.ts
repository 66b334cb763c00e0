/** A report came before the account itself: it was read, and is no error. */
export const DETAILS_MISSING =
  'what was given so far is read and waits for the authorization details of the account, without which nobody’s permissions are known: add them';
