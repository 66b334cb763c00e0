/**
 * What the rules of a request read of its resource: whose it is, and a few forms of IAM and KMS. Resources that agree
 * in all of it are decided by the same rules.
 */
import type { Organization } from '../../case/scenario';
import { classesOf } from '../automaton/joint';
import { COLON, literal, run } from '../automaton/tokens';
import type { Pattern } from '../automaton/tokens';
import { anyResource, twelveDigits } from '../domains';
import type { Formula } from '../formula';
import type { Space } from '../space';

export interface Facet {
  readonly formula: Formula;
}

export interface ResourceKind {
  /** One resource of the kind. */
  readonly example: string;
  /** For each facet, whether the kind has it. */
  readonly has: readonly boolean[];
}

export interface Facets {
  readonly list: readonly Facet[];
  readonly kinds: readonly ResourceKind[];
}

const part: Pattern = [run(COLON), ...literal(':')];

/** ARNs of an account, or of what stands in its place. */
const owned = (account: Pattern): Pattern => [
  ...literal('arn:'),
  ...part,
  ...part,
  ...part,
  ...account,
  ...literal(':'),
  run(),
];

/** ARNs of a service whose last part is of a form. */
const formed = (service: string, account: Pattern, front: string): Pattern => [
  ...literal('arn:'),
  ...part,
  ...literal(`${service}:`),
  ...part,
  ...account,
  ...literal(`:${front}`),
  run(),
];

const MOST_STATES = 20_000;

/** The facets that the rules can read for this caller and organization. */
export function facetsOf(
  space: Space,
  account: string | undefined,
  organization: Organization | undefined,
  partition: string,
): Facets {
  const management = organization?.managementAccount;
  const patterns: readonly (readonly [string, readonly Pattern[]])[] = [
    ['star', [literal('*')]],
    ['owned', [owned(twelveDigits)]],
    ...(account === undefined ? [] : [['own', [owned(literal(account))]] as const]),
    ...(management === undefined || management === ''
      ? []
      : [['management', [owned(literal(management))]] as const]),
    ['aws', [owned(literal('aws'))]],
    ['linked role', [formed('iam', [run(COLON)], 'role/aws-service-role/')]],
    ['federated', [formed('sts', [run(COLON)], 'federated-user/')]],
    ['alias', [formed('kms', [run(COLON)], 'alias/')]],
    ['aws alias', [formed('kms', [run(COLON)], 'alias/aws/')]],
    ['key', [formed('kms', [run(COLON)], 'key/')]],
  ];
  const added = patterns.map(([name, list]) => space.addResources(name, list));
  const { classes } = classesOf(
    added.map(({ language }) => language),
    anyResource([partition]),
    { cap: MOST_STATES },
  );
  return {
    list: added.map(({ formula }) => ({ formula })),
    kinds: classes.map(({ label, text }) => ({
      example: text,
      has: added.map((_, at) => label.includes(at)),
    })),
  };
}
