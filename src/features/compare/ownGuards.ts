/** The guards of the case on the page: what may be chosen, and their only edit. */
import type { Guard } from '../../case/guard';
import type { Scenario } from '../../case/scenario';
import { namedIn } from '../../reasoning/questions/guard-principals';
import { READY_GUARDS, REFERENCE_POLICIES } from '../../reasoning/ready-guards';
import type { ReferenceFacts, ReferencePolicy } from '../../reasoning/ready-guards';
import { shortResource } from '../../explain/short-resource';
import { useVerdict } from '../../store/store';
import { guardWords } from './guardWords';

export const sameGuard = (one: Guard, other: Guard): boolean => JSON.stringify(one) === JSON.stringify(other);

export function setGuards(change: (guards: readonly Guard[]) => readonly Guard[]): void {
  const { history, replace } = useVerdict.getState();
  const guards = change(history.present.guards ?? []);
  const { guards: _before, ...rest } = history.present;
  replace(guards.length > 0 ? { ...rest, guards } : rest);
}

/** Adds those that are not there yet. */
export function addGuards(added: readonly Guard[]): void {
  setGuards((guards) => [
    ...guards,
    ...added.filter((guard) => !guards.some((one) => sameGuard(one, guard))),
  ]);
}

/** One choice of the list: a guard, or all that a reference policy of AWS comes to. */
export interface Choice {
  readonly name: string;
  readonly guards: readonly Guard[];
}

const EXAMPLE_ACCOUNT = '111122223333';

/** Is a reference policy of this kind about the resource of the case? */
function isAbout(of: ReferencePolicy['of'], resource: string): boolean {
  const isRole = /^arn:[a-z-]+:iam::\d{12}:role\//.test(resource);
  switch (of) {
    case 'any':
      return true;
    case 'resource':
      return resource.startsWith('arn:');
    case 'owner':
      return resource.startsWith('arn:') && !isRole;
    case 'role':
      return isRole;
  }
}

/** Those that this case suggests, the ready ones, and AWS's reference policies; without what is there already. */
export function choicesFor({
  organization,
  request,
  policies,
  guards: own = [],
}: Scenario): readonly Choice[] {
  const account = request.resourceAccount ?? /:(\d{12}):/.exec(request.principal)?.[1];
  const zone = organization?.id ?? account;
  const ready: readonly Guard[] = [
    ...(zone ? [{ kind: 'never', by: `outside:${zone}` } as const] : []),
    ...READY_GUARDS,
  ];
  const { resource } = request;
  const facts: ReferenceFacts = { resource, named: namedIn(policies), account: account ?? EXAMPLE_ACCOUNT };
  const references = REFERENCE_POLICIES.filter(({ of }) => isAbout(of, resource));
  return [
    ...ready.map((guard): Choice => ({ name: guardWords(guard), guards: [guard] })),
    ...references.map(({ name, guards, of }): Choice => ({
      name: `AWS’s reference: ${name}${of === 'resource' ? `, ${shortResource(resource)}` : ''}`,
      guards: guards(facts),
    })),
  ].filter(({ guards }) => !guards.every((guard) => own.some((one) => sameGuard(one, guard))));
}
