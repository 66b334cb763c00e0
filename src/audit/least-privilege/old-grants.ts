/** What the policies of before granted, asked so that nothing of the result goes beyond it. */
import { globMatches, globOf } from '../../language/glob';
import { globCovers } from '../../language/glob-relations';
import { treeOf } from './expand';

interface Grant {
  readonly actions: readonly string[];
  readonly not: boolean;
  readonly resources: readonly string[];
  readonly open: boolean;
  readonly condition: unknown;
}

export interface OldGrants {
  /** Did some Allow list the action? */
  lists(action: string): boolean;
  /** Did some Allow of the action have resources that hold all of these? */
  covers(action: string, resource: string): boolean;
  /** The Condition of the one Allow of the action; undefined where an Allow has none, or there are several. */
  condition(action: string): unknown;
}

export function oldGrants(documents: readonly unknown[]): OldGrants {
  const grants = documents.flatMap(grantsOf);
  const of = (action: string): readonly Grant[] => grants.filter((grant) => listsAction(grant, action));
  return {
    lists: (action) => of(action).length > 0,
    covers: (action, resource) =>
      of(action).some(
        ({ resources, open }) => open || resources.some((pattern) => globCovers(pattern, resource)),
      ),
    condition: (action) => {
      const list = of(action);
      return list.length === 1 ? list[0]!.condition : undefined;
    },
  };
}

function grantsOf(document: unknown): readonly Grant[] {
  const tree = treeOf(document);
  const raw: unknown = (document as { readonly Statement?: unknown } | null)?.Statement;
  const statements: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  return (tree?.statements ?? [])
    .filter(({ effect }) => effect === 'Allow')
    .map(({ action, resource, index }) => ({
      actions: action.values.map((value) => value.toLowerCase()),
      not: action.not,
      resources: resource?.values ?? ['*'],
      // NotResource leaves nearly all resources in: what it leaves out is asked by the proof, not here.
      open: resource?.not === true,
      condition: (statements[index] as { readonly Condition?: unknown } | undefined)?.Condition,
    }));
}

function listsAction({ actions, not }: Grant, action: string): boolean {
  const lower = action.toLowerCase();
  const listed = actions.some((pattern) => pattern === '*' || globMatches(globOf(pattern), lower));
  return listed !== not;
}
