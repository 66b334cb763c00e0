/** Facts about AWS KMS. */

/**
 * Actions that are about no key, so that no key policy applies.
 * KMS Developer Guide: "AWS KMS permissions" (resource column without a KMS key).
 */
export const KMS_KEYLESS: ReadonlySet<string> = new Set([
  'kms:createkey',
  'kms:listkeys',
  'kms:listaliases',
  'kms:listretirablegrants',
  'kms:generaterandom',
  'kms:createcustomkeystore',
  'kms:connectcustomkeystore',
  'kms:disconnectcustomkeystore',
  'kms:deletecustomkeystore',
  'kms:describecustomkeystores',
  'kms:updatecustomkeystore',
]);

/** Actions that are about an alias and, in a second check, about its key: "Controlling access to aliases". */
export const KMS_ALIAS_ACTIONS: ReadonlySet<string> = new Set([
  'kms:createalias',
  'kms:updatealias',
  'kms:deletealias',
]);

/** Without `kms:CallerAccount`, by the column of condition keys on the same page. */
export const KMS_WITHOUT_CALLER_ACCOUNT: ReadonlySet<string> = new Set([
  'kms:generaterandom',
  'kms:listaliases',
  'kms:listkeys',
  'kms:listretirablegrants',
]);

/**
 * The grant says who may retire it; identity-based policies hand that on or take it away, and a key policy does
 * neither: "Retiring and revoking grants".
 */
export const KMS_RETIRE_GRANT = 'kms:retiregrant';

/** Changes to a key that only customer managed keys take: KMS Developer Guide, "Editing keys", "AWS managed keys". */
export const KMS_CHANGES_TO_KEYS: ReadonlySet<string> = new Set([
  'kms:cancelkeydeletion',
  'kms:createalias',
  'kms:deletealias',
  'kms:deleteimportedkeymaterial',
  'kms:disablekey',
  'kms:disablekeyrotation',
  'kms:enablekey',
  'kms:enablekeyrotation',
  'kms:importkeymaterial',
  'kms:putkeypolicy',
  'kms:replicatekey',
  'kms:rotatekeyondemand',
  'kms:schedulekeydeletion',
  'kms:tagresource',
  'kms:untagresource',
  'kms:updatealias',
  'kms:updatekeydescription',
  'kms:updateprimaryregion',
]);

/** KMS Developer Guide: "Allowing users in other accounts to use a KMS key". */
export const KMS_CROSS_ACCOUNT: ReadonlySet<string> = new Set([
  'kms:creategrant',
  'kms:decrypt',
  'kms:derivesharedsecret',
  'kms:describekey',
  'kms:encrypt',
  'kms:generatedatakey',
  'kms:generatedatakeypair',
  'kms:generatedatakeypairwithoutplaintext',
  'kms:generatedatakeywithoutplaintext',
  'kms:generatemac',
  'kms:getkeyrotationstatus',
  'kms:getpublickey',
  'kms:listgrants',
  'kms:reencryptfrom',
  'kms:reencryptto',
  'kms:retiregrant',
  'kms:revokegrant',
  'kms:sign',
  'kms:verify',
  'kms:verifymac',
]);
