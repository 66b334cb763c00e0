/** Actions for which AWS documents further authorizations, in small letters; `scenario/call/templates` tells which. */
import { entryOf } from '../language/entry';
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
  'lambda:invokefunctionurl',
  'codeartifact:getauthorizationtoken',
  'ecr-public:getauthorizationtoken',
  'ses:sendemail',
  'ses:sendrawemail',
  'ses:sendbulkemail',
  'ec2:createvolume',
]);

/** Of these every call has a second authorization: which it is, with back-ticks round policy text. */
const ALWAYS: Readonly<Record<string, string>> = {
  'lambda:invokefunctionurl':
    'Function URLs made since October 2025 need `lambda:InvokeFunction` too. This verdict is for `lambda:InvokeFunctionUrl` alone.',
  'codeartifact:getauthorizationtoken':
    'CodeArtifact gets the token from STS, so `sts:GetServiceBearerToken` is needed too. This verdict is without it.',
  'ecr-public:getauthorizationtoken':
    'The public registry gets the token from STS, so `sts:GetServiceBearerToken` is needed too. This verdict is without it.',
};

/** What every call of the action needs besides, in a sentence; undefined where it depends on the call. */
export function alwaysNeeds(action: string): string | undefined {
  return entryOf(ALWAYS, action.toLowerCase());
}

/** Small enough to be there from the start, where the templates themselves are fetched. */
export function mayNeedMore(action: string): boolean {
  return ACTIONS.has(action.toLowerCase());
}
