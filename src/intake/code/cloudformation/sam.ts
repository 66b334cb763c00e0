/** AWS SAM: functions and state machines with policies of their own. SAM Developer Guide, "AWS::Serverless::Function". */
import type { Holder } from '../types';
import type { Collector } from './collect';
import { addManaged } from './managed';
import type { Resource } from './resource';
import { isSamTemplate, samDocument } from './sam-templates';
import { entriesOf, itemsOf, member, type Tree } from './tree';
import { resolve } from './resolve';
import { Unread, plainText } from './values';

export const SERVERLESS: ReadonlySet<string> = new Set([
  'AWS::Serverless::Function',
  'AWS::Serverless::StateMachine',
]);

/** The role that SAM makes for it: inline policies, managed ones by name, and policy templates. */
export function readServerless({ id, type, properties }: Resource, collector: Collector): void {
  const attachedTo: readonly Holder[] = [{ kind: 'function', name: id }];
  const base = { kind: type, attachedTo };
  const trust = member(properties, 'AssumeRolePolicyDocument');
  if (trust !== undefined) collector.add({ ...base, name: `${id} trust`, policyKind: 'trust', tree: trust });
  for (const boundary of collector.texts(member(properties, 'PermissionsBoundary')))
    addManaged(
      boundary,
      { ...base, policyKind: 'boundary' },
      member(properties, 'PermissionsBoundary')!.at,
      collector,
    );
  itemsOf(member(properties, 'Policies')).forEach((item, index) => {
    readPolicy(item, `${id}Policy${index}`, base, collector);
  });
}

function readPolicy(
  item: Tree,
  name: string,
  base: { readonly kind: string; readonly attachedTo: readonly Holder[] },
  collector: Collector,
): void {
  if (item.kind === 'map' && item.entries.has('Statement')) {
    collector.add({ ...base, name, policyKind: 'identity', tree: item });
    return;
  }
  const [[template, parameters] = []] = entriesOf(item);
  if (template !== undefined && parameters !== undefined) {
    const found = { ...base, name: template, policyKind: 'identity' as const };
    collector.addMade(found, item.at, () => {
      if (!isSamTemplate(template)) throw new Unread(template, item.at);
      return samDocument(
        template,
        (parameter) => {
          const tree = member(parameters, parameter);
          const value = tree === undefined ? undefined : resolve(tree, collector.scope);
          if (typeof value !== 'string') throw new Unread(`${template} ${parameter}`, item.at);
          return value;
        },
        (pseudo) => plainText(collector.scope.reference(pseudo, item.at)) ?? '',
      );
    });
    return;
  }
  for (const text of collector.texts(item))
    addManaged(text, { ...base, policyKind: 'identity' }, item.at, collector);
}
