/** What is not struck although a report shows no use of it. */
import { globMatches, globOf } from '../../language/glob';
import type { ServiceState } from './usage';

export type Protection =
  /** AWS never tracks it. */
  | 'never-tracked'
  /** Needed only when something goes wrong. */
  | 'emergency'
  /** Guards what was used. */
  | 'beside-a-used-one';

interface Rule {
  readonly actions: string;
  readonly why: Protection;
  /** Only where one of these services was used; its own where it says `own`. */
  readonly where?: readonly string[] | 'own';
  /** Only for policies and principals that speak of backups. */
  readonly ofBackups?: true;
}

const RULES: readonly Rule[] = [
  { actions: 'iam:passrole', why: 'never-tracked' },
  { actions: 'sts:decodeauthorizationmessage', why: 'emergency' },
  { actions: 'support:*', why: 'emergency' },
  { actions: 'cloudformation:*rollback*', why: 'emergency', where: 'own' },
  { actions: 's3:*version*', why: 'emergency', where: 'own' },
  { actions: 'kms:decrypt', why: 'emergency', ofBackups: true },
  { actions: 'kms:schedulekeydeletion', why: 'emergency', ofBackups: true },
  { actions: 'kms:*', why: 'beside-a-used-one', where: ['s3', 'ssm', 'secretsmanager'] },
  { actions: 'ec2:*networkinterface*', why: 'beside-a-used-one', where: ['lambda'] },
  { actions: 'logs:putlogevents', why: 'beside-a-used-one', where: ['lambda'] },
];

const GLOBS = RULES.map((rule) => ({ ...rule, glob: globOf(rule.actions) }));

/** Why an action stays; undefined where nothing speaks for it. `names`: of the principal and its policies. */
export function protectionOf(
  action: string,
  service: (prefix: string) => ServiceState,
  names: readonly string[],
): Protection | undefined {
  const lower = action.toLowerCase();
  const own = lower.slice(0, lower.indexOf(':'));
  return GLOBS.find(({ glob, where, ofBackups }) => {
    if (!globMatches(glob, lower)) return false;
    if (ofBackups === true && !names.some((name) => /backup|restore/i.test(name))) return false;
    if (where === undefined) return true;
    return where === 'own' ? service(own) === 'used' : where.some((prefix) => service(prefix) === 'used');
  })?.why;
}

/** Principals and policies for the day that hopefully never comes: no report shows what they are for. */
export function soundsLikeEmergency(names: readonly string[]): readonly string[] {
  return names.filter((name) => /break|emergency|(?:^|[-_/])dr-|backup|restore|year/i.test(name));
}
