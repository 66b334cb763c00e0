/** Judges a case of `audit.json`: what differs from its expectation, in words; nothing where it holds. */
import { readReport } from '../../../src/intake/report/read';
import { readEvidence } from '../../../src/intake/evidence/read';
import { auditCredentials } from '../../../src/audit/credentials/audit';
import type { CredentialAudit } from '../../../src/audit/credentials/audit';
import { rotationOf } from '../../../src/audit/credentials/rotation';
import { configRules } from '../../../src/audit/config/rules';
import type { ConfigResult } from '../../../src/audit/config/rules';
import type { PolicyKind } from '../../../src/audit/config/policy-rules';
import { adminPaths } from '../../../src/audit/account/paths/search';
import { trustedFromOutside } from '../../../src/audit/account/outside';
import { unusedRoles } from '../../../src/audit/account/unused';
import { whoCan } from '../../../src/audit/account/who-can';
import type { Account } from '../../../src/intake/account/read';

interface Input {
  readonly text?: string;
  readonly now?: string;
  readonly unusedDays?: number;
  readonly maxKeyAgeDays?: number;
  readonly user?: string;
  readonly policy?: unknown;
  readonly policyKind?: PolicyKind;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly account?: object | readonly object[];
  readonly windowDays?: number;
}

type Rows = readonly Readonly<Record<string, unknown>>[];

export interface AuditCase {
  readonly name: string;
  readonly input: Input;
  readonly expect: Readonly<Record<string, unknown>>;
}

const PROSE = new Set(['name', 'source', 'comment', 'why', 'note', 'notes', 'example']);
const INPUT = new Set([
  'text',
  'now',
  'unusedDays',
  'maxKeyAgeDays',
  'user',
  'policy',
  'policyKind',
  'parameters',
  'account',
  'windowDays',
]);

/** Ages that no case gives a moment for count from here. */
const NOW = '2026-11-20T12:00:00Z';

export function judgeAudit(c: AuditCase): string[] {
  const { input, expect } = c;
  const strange = Object.keys(input).filter((field) => !INPUT.has(field) && !PROSE.has(field));
  const faults = strange.map((field) => `input ${field} is not known`);
  const seen = new Seen(input);
  for (const [field, wanted] of Object.entries(expect)) {
    if (PROSE.has(field)) continue;
    const judge = FIELDS[field];
    faults.push(...(judge === undefined ? [`${field} is not known`] : judge(seen, wanted, expect)));
  }
  return faults;
}

/** What the product says of an input, each worked out when it is asked for. */
class Seen {
  constructor(readonly input: Input) {}

  /** Where AWS's own time is in the report, all ages count from that, as on the page. */
  get now(): string {
    const report = this.input.text === undefined ? undefined : this.report;
    const told = report?.kind === 'credentialReport' ? report.generated : undefined;
    return told ?? this.input.now ?? NOW;
  }

  get report() {
    return readReport(this.input.text ?? '');
  }

  get audit(): CredentialAudit {
    const { text = '', unusedDays, maxKeyAgeDays } = this.input;
    return auditCredentials({
      report: text,
      now: this.now,
      ...(unusedDays !== undefined && { unusedDays }),
      ...(maxKeyAgeDays !== undefined && { maxKeyAgeDays }),
    });
  }

  get account(): Account {
    const { account } = this.input;
    const pages = Array.isArray(account)
      ? account.map((page) => JSON.stringify(page))
      : [JSON.stringify(account)];
    const report = readReport(pages);
    if (report.kind !== 'account') throw new Error(`the account is read as ${report.kind}`);
    return report.account;
  }

  get config(): ConfigResult {
    const { text, policy, policyKind = 'customer managed', account, parameters = {} } = this.input;
    const report = text === undefined ? undefined : this.report;
    return configRules({
      ...(report?.kind === 'credentialReport' && { report }),
      ...(account !== undefined && { account: this.account }),
      ...(policy !== undefined && { policy: { document: policy, kind: policyKind } }),
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [name, String(value)]),
      ),
      now: this.now,
    });
  }
}

type Judge = (seen: Seen, wanted: unknown, expect: Readonly<Record<string, unknown>>) => readonly string[];

const FIELDS: Readonly<Record<string, Judge>> = {
  kind: ({ report }, wanted) => same('kind', report.kind, wanted),
  findings: ({ audit }, wanted) => {
    if (audit.kind !== 'audited') return ['the report was not read'];
    const rows = wanted as readonly (readonly string[])[];
    const left = audit.findings.map(({ user, id, which }) => [user, id, which] as const);
    const missing = rows.filter((row) => {
      const at = left.findIndex((found) => row.every((value, index) => found[index] === value));
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    });
    return [
      ...missing.map((row) => `not found: ${row.join(' ')}`),
      ...left.map((row) => `found besides: ${row.join(' ')}`),
    ];
  },
  notApplicable: ({ audit }, wanted) =>
    sameSet('notApplicable', audit.kind === 'audited' ? audit.notApplicable : [], wanted),
  users: ({ report }, wanted) =>
    same('users', report.kind === 'credentialReport' ? report.users.length : undefined, wanted),
  root: ({ report }, wanted) =>
    same('root', report.kind === 'credentialReport' && report.root !== undefined, wanted),
  generated: ({ report }, wanted) =>
    same('generated', report.kind === 'credentialReport' ? report.generated : undefined, wanted),
  rotation: ({ report, input, now }, wanted) => {
    if (report.kind !== 'credentialReport') return ['the report was not read'];
    const rows = [...report.users, ...(report.root === undefined ? [] : [report.root])];
    const row = rows.find(({ user }) => user === input.user);
    if (row === undefined) return [`there is no user ${input.user}`];
    const rotation = rotationOf(row, { now, maxKeyAgeDays: input.maxKeyAgeDays ?? 90 });
    const { state, next } = wanted as { readonly state?: string; readonly next?: string | null };
    return [
      ...(state === undefined ? [] : same('rotation.state', rotation.state, state)),
      // A key that is alone has no older one: both placeholders name it.
      ...(next === undefined
        ? []
        : same('rotation.next', rotation.next, next?.replace(/ KEY_ID/, ' OLD_KEY_ID'))),
    ];
  },
  config: ({ config }, wanted) =>
    Object.entries(wanted as Record<string, string | Record<string, string>>).flatMap(([name, status]) => {
      const rule = config.rules.find((one) => one.rule === name.toLowerCase().replaceAll('_', '-'));
      // A rule that says nothing of something does not apply to it.
      if (rule === undefined && status !== 'NOT_APPLICABLE') return [`the rule ${name} says nothing`];
      if (typeof status === 'string') return same(name, rule?.status ?? 'NOT_APPLICABLE', status);
      return Object.entries(status).flatMap(([who, one]) =>
        same(`${name} of ${who}`, rule?.by?.[who] ?? 'NOT_APPLICABLE', one),
      );
    }),
  choices: ({ report }, wanted) => {
    if (report.kind !== 'simulation') return ['no simulator result'];
    const told = report.results.map(({ action, resource, decision, layer }) => ({
      action,
      resource,
      outcome: decision,
      ...(layer !== undefined && { layer }),
    }));
    return sameSet('choices', told, wanted);
  },
  used: ({ input }, wanted) => {
    const { request, layer, denial } = readEvidence(input.text ?? '');
    const told: Readonly<Record<string, unknown>> = { ...request, layer, denial };
    return Object.entries(wanted as Record<string, unknown>).flatMap(([name, value]) =>
      same(`used.${name}`, told[name], value),
    );
  },
  noTemplates: ({ report, input }, wanted) =>
    same(
      'noTemplates',
      !JSON.stringify([report, readEvidence(input.text ?? '').request]).includes('${'),
      wanted,
    ),
  whoCan: ({ account }, wanted) =>
    (wanted as Rows).flatMap((question) => {
      const { action, resource, allowed, notAllowed } = question as {
        readonly action: string;
        readonly resource: string;
        readonly allowed?: readonly string[];
        readonly notAllowed?: Readonly<Record<string, string>>;
      };
      const { rows } = whoCan(account, { action, resource });
      const can = rows.filter(({ outcome }) => outcome === 'allowed').map(({ principal }) => principal.arn);
      return [
        ...(allowed === undefined ? [] : sameSet(`allowed ${action}`, can, allowed)),
        ...Object.entries(notAllowed ?? {}).flatMap(([arn, layer]) => {
          const row = rows.find(({ principal }) => principal.arn === arn);
          if (row === undefined || row.outcome === 'allowed') return [`${arn} is allowed, or not there`];
          return same(`what stops ${arn}`, row.layer, layer);
        }),
      ];
    }),
  admins: ({ account }, wanted) =>
    sameSet(
      'admins',
      adminPaths(account).admins.map(({ arn }) => short(arn)),
      wanted,
    ),
  paths: ({ account }, wanted) => {
    const told = adminPaths(account).paths.flatMap(({ steps }) =>
      steps.map(({ from, path, to }) => ({ from: short(from.arn), path, to: short(to) })),
    );
    return (wanted as Rows)
      .filter((row) => !told.some((one) => alike(one, row)))
      .map((row) => `no path ${json(row)}`);
  },
  noPath: ({ account }, wanted) => {
    const { paths } = adminPaths(account);
    return (wanted as readonly string[])
      .filter((who) => paths.some(({ from }) => short(from.arn) === who))
      .map((who) => `${who} has a path`);
  },
  trustedByOutsiders: ({ account }, wanted) => {
    const told = trustedFromOutside(account).trusted.map(({ role, who, externalId, anySubject }) => ({
      role: role.name,
      who,
      externalId,
      anySubject,
    }));
    // A provider may be named by its ARN or by what stands after the kind in it.
    const rows = (wanted as Rows).map((row) => ({ ...row, ...whoLike(told, row) }));
    return sameRows('trustedByOutsiders', told, rows);
  },
  serviceLinked: ({ account }, wanted) =>
    sameSet(
      'serviceLinked',
      trustedFromOutside(account).serviceLinked.map(({ name }) => name),
      wanted,
    ),
  unusedRoles: ({ account, now, input }, wanted) => {
    const told = unusedRoles(account, {
      now,
      ...(input.windowDays !== undefined && { windowDays: input.windowDays }),
    }).map(({ role, lastUsed }) => ({ role: role.name, lastUsed }));
    return sameRows('unusedRoles', told, wanted as Rows);
  },
  /** Roles that the list which the case asks about must not hold. */
  notListed: ({ account, now, input }, wanted, expect) => {
    const listed = new Set([
      ...('trustedByOutsiders' in expect
        ? trustedFromOutside(account).trusted.map(({ role }) => role.name)
        : []),
      ...('unusedRoles' in expect
        ? unusedRoles(account, {
            now,
            ...(input.windowDays !== undefined && { windowDays: input.windowDays }),
          }).map(({ role }) => role.name)
        : []),
    ]);
    return (wanted as readonly string[])
      .filter((name) => listed.has(name))
      .map((name) => `${name} is listed`);
  },
};

function whoLike(
  told: readonly { readonly role: string; readonly who: string }[],
  { role, who }: Readonly<Record<string, unknown>>,
): { readonly who?: string } {
  const found = told.find(
    (one) => one.role === role && typeof who === 'string' && one.who.endsWith(`/${who}`),
  );
  return found === undefined ? {} : { who: found.who };
}

const json = (value: unknown): string => JSON.stringify(value);

/** The part of an ARN after its last colon. */
const short = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

function same(what: string, told: unknown, wanted: unknown): readonly string[] {
  return json(told ?? null) === json(wanted ?? null) ? [] : [`${what}: ${json(told)}, not ${json(wanted)}`];
}

function sameSet(what: string, told: readonly unknown[], wanted: unknown): readonly string[] {
  const sorted = (values: readonly unknown[]): string => json(values.map(json).sort());
  return same(what, sorted(told), sorted(wanted as readonly unknown[]));
}

const alike = (told: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(wanted).every(([name, value]) => json(told[name]) === json(value));

/** Every row wanted is told, on the members that it names, and no other row is. */
function sameRows(what: string, told: Rows, wanted: Rows): readonly string[] {
  return [
    ...wanted
      .filter((row) => !told.some((one) => alike(one, row)))
      .map((row) => `${what}: not told ${json(row)}`),
    ...told
      .filter((one) => !wanted.some((row) => alike(one, row)))
      .map((one) => `${what}: told besides ${json(one)}`),
  ];
}
