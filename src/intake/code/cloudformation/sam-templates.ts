/** A policy template of AWS SAM, written out as the policy that it stands for. */
import { SAM_DATA } from './sam-templates-data';
import { entryOf } from '../../../language/entry';

export function isSamTemplate(name: string): boolean {
  return Object.hasOwn(SAM_DATA, name);
}

/**
 * The document of a template that there is. `parameter` gives the value of a parameter by its name, `pseudo` that of a
 * pseudo parameter such as `AWS::Region`.
 */
export function samDocument(
  name: string,
  parameter: (name: string) => string,
  pseudo: (name: string) => string,
): unknown {
  const filled = (pattern: string): string =>
    pattern
      .replace('~', () => pseudo('AWS::Partition'))
      .replace('@', () => `${pseudo('AWS::Region')}:${pseudo('AWS::AccountId')}`)
      .replace(/\{(\w+)\}/g, (_, each: string) => parameter(each));
  return {
    Statement: (entryOf(SAM_DATA, name) ?? []).map(([actions, resources, condition]) => ({
      Effect: 'Allow',
      Action: actionsOf(actions),
      Resource: single(resources.split(' ').map(filled)),
      ...(condition !== undefined && {
        Condition: { [condition[0]]: { [condition[1]]: filled(condition[2]) } },
      }),
    })),
  };
}

function actionsOf(actions: string): readonly string[] {
  const [service, names] = [actions.slice(0, actions.indexOf(':')), actions.slice(actions.indexOf(':') + 1)];
  return names.split(' ').map((name) => `${service}:${name}`);
}

function single(list: readonly string[]): string | readonly string[] {
  return list.length === 1 ? list[0]! : list;
}
