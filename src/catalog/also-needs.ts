/** Actions for which AWS documents further authorizations, in small letters; `scenario/call/templates` tells which. */
const ACTIONS: ReadonlySet<string> = new Set([
  's3:getobject',
  's3:getobjectversion',
  's3:putobject',
  'ec2:runinstances',
  'lambda:createfunction',
  'lambda:updatefunctionconfiguration',
  'ecs:registertaskdefinition',
  'ecs:runtask',
  'ecs:starttask',
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
]);

/** Small enough to be there from the start, where the templates themselves are fetched. */
export function mayNeedMore(action: string): boolean {
  return ACTIONS.has(action.toLowerCase());
}
