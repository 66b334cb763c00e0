/** What the credential report's findings and the steps of a rotation say, in words. */
import type { CredentialFinding, CredentialFindingId, Rotation, RotationState } from './types';

interface FindingWords {
  readonly severity: 'error' | 'warning' | 'info';
  readonly say: (finding: CredentialFinding) => string;
}

const first = (which = ''): string => which.split(', never')[0]!;
const days = ({ days: count }: CredentialFinding): string => `${count ?? 0} days`;

export const FINDING_WORDS: Readonly<Record<CredentialFindingId, FindingWords>> = {
  'root-access-key': {
    severity: 'error',
    say: ({ which }) => `The root user has access ${first(which)}: delete it`,
  },
  'root-mfa': {
    severity: 'error',
    say: () => 'The root user signs in without MFA',
  },
  'root-used': {
    severity: 'warning',
    say: (finding) => `The root user was used ${days(finding)} ago, on ${(finding.at ?? '').slice(0, 10)}`,
  },
  'user-console-mfa': {
    severity: 'error',
    say: () => 'Signs in to the console without MFA',
  },
  'password-unused': {
    severity: 'warning',
    say: (finding) =>
      finding.which === 'never used'
        ? `The password was never used, and is ${days(finding)} old`
        : `The password was last used ${days(finding)} ago`,
  },
  'key-unused': {
    severity: 'warning',
    say: (finding) =>
      finding.which?.endsWith('never used') === true
        ? `Access ${first(finding.which)} was never used, and is ${days(finding)} old`
        : `Access ${first(finding.which)} was last used ${days(finding)} ago`,
  },
  'key-old': {
    severity: 'warning',
    say: (finding) => `Access ${first(finding.which)} is ${days(finding)} old`,
  },
  'two-active-keys': { severity: 'warning', say: () => 'Two access keys are active' },
  'key-at-setup': {
    severity: 'info',
    say: ({ which }) => `Has a password and access ${first(which)} that was never used`,
  },
  'key-inactive': {
    severity: 'info',
    say: ({ which }) => `Access ${first(which)} is inactive and still there`,
  },
  'signing-certificate': {
    severity: 'info',
    say: ({ which }) => `Signing ${first(which)} is active`,
  },
  'no-credentials': { severity: 'info', say: () => 'Has no password, key or certificate' },
};

/** The steps of a rotation in order, and which of them a state stands at; undefined: at none. */
export const ROTATION_STEPS = ['create', 'deploy', 'wait', 'switch off', 'delete'] as const;

const STEP_OF: Partial<Record<RotationState, number>> = {
  create: 0,
  deploy: 1,
  wait: 2,
  deactivate: 3,
  delete: 4,
};

export function stepOf({ state }: Rotation): number | undefined {
  return STEP_OF[state];
}

const key = (slot: 1 | 2 | undefined): string => `key ${slot ?? ''}`.trim();

const ROTATION_WORDS: Readonly<Record<RotationState, (rotation: Rotation) => string>> = {
  none: () => 'No access key: there is nothing to rotate',
  fresh: ({ due }) =>
    `The key is young enough: nothing to do ${due === undefined ? 'yet' : `until ${due.slice(0, 10)}`}`,
  create: ({ older }) => `Access ${key(older)} is due: make the second one`,
  unused: ({ older }) => `Access ${key(older)} was never used: switch it off instead of rotating it`,
  deploy: ({ older, newer }) => `Access ${key(newer)} was never used: put it wherever ${key(older)} is`,
  wait: ({ older, by }) =>
    `Access ${key(older)} is still used${by === undefined ? '' : ` by ${by}`}: find out where`,
  deactivate: ({ older }) => `Access ${key(older)} is quiet: switch it off`,
  delete: ({ older }) =>
    `Access ${key(older)} is off: delete it once it has been off for a day, which the report does not tell`,
  'rolled-back': ({ newer }) =>
    `Access ${key(newer)}, the newer one, is off: somebody went back to the older. Mend what could not use it, or delete it and begin again`,
  'both-inactive': () => 'Both keys are off: delete what is not needed',
  'only-inactive': () => 'The only key is off: delete it if it is not needed',
  root: () => 'Keys of the root user are deleted, never rotated',
};

export function rotationWords(rotation: Rotation): string {
  return ROTATION_WORDS[rotation.state](rotation);
}

const NEXT_WORDS: Readonly<Record<RotationState, (rotation: Rotation) => string>> = {
  none: () => '',
  fresh: ({ due }) => (due === undefined ? '' : `Nothing until ${due.slice(0, 10)}`),
  create: () => 'Make the second key',
  unused: ({ older }) => `Switch ${key(older)} off`,
  deploy: ({ newer }) => `Put ${key(newer)} everywhere`,
  wait: ({ older }) => `Find what still uses ${key(older)}`,
  deactivate: ({ older }) => `Switch ${key(older)} off`,
  delete: ({ older }) => `Delete ${key(older)}`,
  'rolled-back': ({ newer }) => `Mend what needs ${key(newer)}`,
  'both-inactive': () => 'Delete the keys',
  'only-inactive': () => 'Delete the key',
  root: () => 'Delete the keys',
};

/** What is to be done next, in a few words; empty where nothing is. */
export function nextWords(rotation: Rotation): string {
  return NEXT_WORDS[rotation.state](rotation);
}
