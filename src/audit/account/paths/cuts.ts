/** What to change so that ways are closed: each change with the ways that it closes, tried and not guessed. */
import { listPolicies } from '../../../case/scenario';
import type { Policy, Scenario } from '../../../case/scenario';
import { evaluate } from '../../../engine/evaluate';
import type { StatementRef } from '../../../engine/evaluation';
import { textAt } from '../../../intake/evidence/values';
import type { AccountPrincipal } from '../../../intake/account/read';
import type { Asker } from './ask';
import { cutCase } from './cut-case';
import { cutParts, type RolesByReach } from './cut-parts';
import { resourcesListedFor } from './grants';
import type { AdminPath, Cut, CutChange, CutPart, Station } from './types';

type CutAt = CutChange & { readonly holder: string; readonly station: Station };

function keyOf(cut: CutAt): string {
  if (cut.kind === 'scp') return `scp|${cut.action}|${cut.resource}`;
  const { holder, statement, part } = cut;
  return [holder, statement.layer, statement.policy, statement.statement, JSON.stringify(part)].join('|');
}

/** The cuts of all paths, those that close most first; of those that close as many, what takes least away. It pauses after every few requests. */
export function* cutsOf(
  asker: Asker,
  paths: readonly AdminPath[],
  admins: readonly AccountPrincipal[],
): Generator<void, readonly Cut[], void> {
  const roles = rolesByReach(asker, paths, admins);
  const tried = new Map<Station, readonly CutAt[]>();
  const found = new Map<string, { readonly cut: CutAt; readonly ways: number[] }>();
  for (const [way, { steps }] of paths.entries()) {
    const closing = new Map<string, CutAt>();
    for (const { stations, to } of steps)
      for (const station of stations) {
        let cuts = tried.get(station);
        if (cuts === undefined) {
          cuts = closersOf(asker, station, to, roles);
          tried.set(station, cuts);
          if (tried.size % 20 === 0) yield;
        }
        for (const cut of cuts) closing.set(keyOf(cut), cut);
      }
    for (const [key, cut] of closing) {
      const known = found.get(key);
      if (known === undefined) found.set(key, { cut, ways: [way] });
      else known.ways.push(way);
    }
  }
  return [...found.values()]
    .map(({ cut, ways }): Cut => ({ ...cut, ways, closes: ways.length }))
    .sort(
      (one, other) =>
        other.closes - one.closes || sizeOf(one) - sizeOf(other) || one.holder.localeCompare(other.holder),
    );
}

function rolesByReach(
  { account }: Asker,
  paths: readonly AdminPath[],
  admins: readonly AccountPrincipal[],
): RolesByReach {
  const reaching = new Set([...admins, ...paths.map(({ from }) => from)].map(({ arn }) => arn));
  const roles = account.principals.flatMap(({ kind, arn }) => (kind === 'role' ? [arn] : []));
  return {
    leading: roles.filter((arn) => reaching.has(arn)),
    others: roles.filter((arn) => !reaching.has(arn)),
  };
}

/** A narrower resource takes least, then the entries that go; a whole statement more than any; a Deny for everybody most. */
function sizeOf(cut: Cut): number {
  if (cut.kind === 'scp') return Number.MAX_SAFE_INTEGER;
  const { part } = cut;
  if (part === undefined) return Number.MAX_SAFE_INTEGER - 1;
  return part.kind === 'entries' ? part.values.length : 0;
}

/** The changes by which the request is allowed no more. */
function closersOf(asker: Asker, station: Station, to: string, roles: RolesByReach): readonly CutAt[] {
  const scenario = asker.scenarioOf(station);
  if (scenario === undefined) return [];
  const closes = (cut: CutChange): boolean => isClosed(cutCase(scenario, cut), station, to);
  const inPolicies = station.because.flatMap((statement) => {
    const cut = (part?: CutPart): CutChange => ({
      kind: 'statement',
      statement,
      ...(part !== undefined && { part }),
    });
    // Where all of it is not enough, a part is not either.
    if (!closes(cut())) return [];
    const holder = holderOf(asker, scenario, statement, station.principal, to);
    const parts = cutParts(scenario, statement, station.question, roles).map(cut).filter(closes);
    return [...parts, cut()].map((one): CutAt => ({ ...one, holder, station }));
  });
  return [...inPolicies, ...scpCuts(station, to).filter(closes)];
}

/** Is the request denied? A thing that is started can have any name, so for what is started every other resource that is still listed counts as well. */
function isClosed(scenario: Scenario, { principal, question }: Station, to: string): boolean {
  const isDenied = (resource: string): boolean => {
    const { decision } = evaluate({ ...scenario, request: { ...scenario.request, resource } });
    return decision !== 'Allowed' && decision !== 'Undetermined';
  };
  if (!isDenied(question.resource)) return false;
  const { identity } = scenario.policies;
  if (!principal.startsWith('arn:') || question.resource === to || !Array.isArray(identity)) return true;
  return resourcesListedFor(identity as readonly Policy[], question.action).every(isDenied);
}

/** A Deny in an SCP of the one action on the one thing that the step is about. */
function scpCuts(station: Station, to: string): readonly CutAt[] {
  const { action, resource } = station.question;
  // A service that takes a role is no principal of the account, so no SCP binds it.
  if (resource !== to || !station.principal.startsWith('arn:')) return [];
  return [{ kind: 'scp', action, resource, holder: station.principal.split(':')[4] ?? '', station }];
}

/** Whose policy it is: a trust policy is the role's; others are a managed policy's own, a group's, or the caller's. */
function holderOf(
  { account }: Asker,
  scenario: Scenario,
  { layer, policy }: StatementRef,
  principal: string,
  to: string,
): string {
  if (layer === 'resource') return to;
  const entry = listPolicies(scenario.policies).find(
    ({ address, policy: one }) => address.layer === layer && one.name === policy,
  );
  const id = principal.split(':')[4];
  // Where files of two accounts are mixed, a policy of the other has the same name.
  const own = (arn: string): boolean => arn.endsWith(`/${policy}`) && [id, 'aws'].includes(arn.split(':')[4]);
  const managed = [...account.managed.keys()].find(own);
  const group = entry?.policy.via?.replace(/^group\//, '');
  const of = group === undefined ? undefined : textAt(account.groups.of(group, principal), 'Arn');
  return managed ?? of ?? principal;
}
