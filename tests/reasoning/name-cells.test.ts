/** Groups of names put together of cells are those that the reference gives when it is read for the very lists. */
import { describe, expect, it } from 'vitest';
import type { ActionAtom } from '../../src/reasoning/atoms';
import { NameCells } from '../../src/reasoning/name-cells';
import { namesOf } from '../../src/reasoning/names';
import { Space } from '../../src/reasoning/space';
import { catalogNow } from '../support/catalog';

const catalog = catalogNow();
const names = namesOf(catalog);
const LISTS: readonly (readonly string[])[] = [
  ['s3:Get*'],
  ['s3:*', 'sqs:SendMessage'],
  ['*'],
  ['s3:GetObject', 's3:PutObject'],
  ['*:Get*'],
  ['s?s:*'],
  ['nothing:Here'],
];

function listed(...lists: readonly (readonly string[])[]) {
  const space = new Space(catalog);
  const atoms = lists.map((list) => space.actionAtom(list));
  return { space, atoms };
}

const told = (groups: readonly { yes: ReadonlySet<number>; names: readonly string[] }[]) =>
  groups.map((group) => [[...group.yes].sort(), group.names]);
const named = (groups: ReturnType<NameCells['groups']>) =>
  groups.map(({ yes, names: all }) => ({ yes, names: all() }));

describe('groups of names', () => {
  const { space, atoms } = listed(...LISTS);

  it.each<[string, readonly number[]]>([
    ['no list', []],
    ['one', [0]],
    ['two that overlap', [0, 3]],
    ['one of everything among others', [1, 2, 5]],
    ['all', [0, 1, 2, 3, 4, 5, 6]],
  ])('are those of %s', (_name, chosen) => {
    const some: readonly ActionAtom[] = chosen.map((at) => atoms[at]!);
    const cells = new NameCells(space, names, undefined);
    expect(told(named(cells.groups(some)))).toEqual(told(names.groups(some)));
  });

  it('leave names out, and take lists in that came later', () => {
    const keeps = (lower: string): boolean => lower.startsWith('s3:');
    const own = listed(['s3:Get*']);
    const cells = new NameCells(own.space, names, keeps);
    const before = cells.groups(own.atoms).map(({ names: all }) => all().length);
    expect(before).toHaveLength(2);
    const later = own.space.actionAtom(['s3:GetObject']);
    const [held] = cells.groups([later]).filter(({ yes }) => yes.size > 0);
    expect(held!.names()).toEqual(['s3:GetObject']);
    expect(cells.groups([]).flatMap(({ names: all }) => all())).toHaveLength(before[0]! + before[1]!);
  });

  it('read a wildcard in the place of the service, and the name behind it', () => {
    const own = listed(['*:GetObject']);
    const [held] = names.groups(own.atoms).filter(({ yes }) => yes.size > 0);
    expect(held!.names).toContain('s3:GetObject');
    expect(held!.names.every((name) => name.endsWith(':GetObject'))).toBe(true);
  });
});
