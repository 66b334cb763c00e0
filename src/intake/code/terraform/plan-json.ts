/**
 * What `terraform show -json` prints of a state or a plan: values as they are in AWS, policies as texts of JSON.
 * Terraform Documentation, "JSON Output Format".
 */
import { guessLayer } from '../../guess-layer';
import { isPolicyDocument } from '../../evidence/policies';
import { at, isObject, listAt, textAt, type JsonObject } from '../../evidence/values';
import type { CodePolicy, CodeRead, CodeReader, Holder } from '../types';
import { lambdaPolicyOf } from '../lambda-permission';
import { arnByName, functionPolicies, LAMBDA_PERMISSION } from './lambda-permissions';
import { Members } from '../members';
import { MEMBERSHIPS } from './memberships';
import { ATTACHMENTS, NO_IAM_POLICIES, ORGANIZATION_TYPES, POLICY_ARGUMENTS } from './resource-types';
import { entryOf } from '../../../language/entry';

const MAX_DEPTH = 30;

export const terraformPlan: CodeReader = {
  mayRead: (text) =>
    /^\s*\{/.test(text) && text.includes('"format_version"') && text.includes('"root_module"'),
  read: (text) => {
    const root = parsed(text);
    if (root === undefined) return undefined;
    const resources = ['values', 'planned_values'].flatMap((part) =>
      resourcesIn(at(root, part, 'root_module'), 0),
    );
    const policies = policiesOf(resources);
    if (policies.length === 0) return undefined;
    const read: CodeRead = {
      language: 'terraformPlan',
      policies,
      known: {},
      notes: notYetKnown(root),
      parts: [{ start: 0, end: text.length }],
    };
    return read;
  },
};

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

interface Resource {
  readonly address: string;
  readonly type: string;
  readonly values: JsonObject;
}

function resourcesIn(module: unknown, depth: number): readonly Resource[] {
  if (!isObject(module) || depth > MAX_DEPTH) return [];
  const own = listAt(module, 'resources').flatMap((entry) => {
    const [type, address, values] = [textAt(entry, 'type'), textAt(entry, 'address'), at(entry, 'values')];
    const managed = (textAt(entry, 'mode') ?? 'managed') === 'managed';
    return type !== undefined && isObject(values) && managed
      ? [{ type, address: address ?? type, values }]
      : [];
  });
  return [...own, ...listAt(module, 'child_modules').flatMap((child) => resourcesIn(child, depth + 1))];
}

function policiesOf(resources: readonly Resource[]): readonly CodePolicy[] {
  const own = resources.flatMap((resource): readonly CodePolicy[] => {
    const { type, values } = resource;
    if (NO_IAM_POLICIES.has(type) || type === LAMBDA_PERMISSION) return [];
    if (type === 'aws_iam_policy') return managed(resource, 'policy', 'identity', resources);
    if (type === 'aws_organizations_policy') {
      const kind = textAt(values, 'type') ?? 'SERVICE_CONTROL_POLICY';
      return Object.hasOwn(ORGANIZATION_TYPES, kind)
        ? managed(resource, 'content', ORGANIZATION_TYPES[kind]!, resources)
        : [];
    }
    const argument = Object.hasOwn(POLICY_ARGUMENTS, type) ? POLICY_ARGUMENTS[type] : undefined;
    if (argument === undefined) return anywhere(resource);
    const { attribute, policyKind, holder } = argument;
    const name = textAt(values, holder.argument ?? 'name') ?? textAt(values, 'bucket') ?? resource.address;
    const attachedTo = [{ kind: holder.kind, name: shortName(name) }];
    const inline = listAt(values, 'inline_policy').flatMap((each) =>
      one(resource, at(each, 'policy'), 'identity', attachedTo, textAt(each, 'name')),
    );
    return [...one(resource, values[attribute], policyKind, attachedTo), ...inline];
  });
  return membersIn(resources).withMembers([...own, ...permissionsOf(resources)]);
}

function membersIn(resources: readonly Resource[]): Members {
  const members = new Members();
  for (const { type, values } of resources) {
    if (!Object.hasOwn(MEMBERSHIPS, type)) continue;
    const { groups, users } = MEMBERSHIPS[type]!;
    const texts = (name: string): readonly string[] =>
      [values[name]].flat().filter((each): each is string => typeof each === 'string');
    for (const group of texts(groups)) for (const user of texts(users)) members.add(group, user);
  }
  return members;
}

/** The policies of functions, which permissions of their own put together. */
function permissionsOf(resources: readonly Resource[]): readonly CodePolicy[] {
  const used = new Set<string>();
  const open = (reference: string): string => {
    used.add(reference);
    return `\${${reference}}`;
  };
  const arnOf = (name: string): string => {
    const made = resources.find(
      ({ type, values }) => type === 'aws_lambda_function' && textAt(values, 'function_name') === name,
    );
    return textAt(made?.values, 'arn') ?? arnByName(name, open);
  };
  const written = resources
    .filter(({ type }) => type === LAMBDA_PERMISSION)
    .map(({ address, values }) => ({ address, arnOf, argument: (name: string) => wordAt(values, name) }));
  return functionPolicies(written).map(({ document, first }): CodePolicy => {
    const names = [...used].filter((name) => JSON.stringify(document).includes(`\${${name}}`));
    return {
      ...lambdaPolicyOf(first.argument('function_name') ?? first.address, LAMBDA_PERMISSION),
      ...(document !== undefined && { document }),
      placeholders: document === undefined ? [] : names,
      notRead: document === undefined ? [{ what: first.address, line: 1, column: 1 }] : [],
      line: 1,
    };
  });
}

/** A value as a text; an argument that is not given is empty or null. */
function wordAt(values: JsonObject, name: string): string | undefined {
  const value = values[name];
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A managed policy, with all that its ARN or id is attached to. */
function managed(
  resource: Resource,
  attribute: string,
  kind: CodePolicy['policyKind'],
  resources: readonly Resource[],
): readonly CodePolicy[] {
  const ids = ['arn', 'id'].flatMap((name) => textAt(resource.values, name) ?? []);
  const attached = resources.flatMap(({ type, values }) => {
    const table = Object.hasOwn(ATTACHMENTS, type) ? ATTACHMENTS[type] : undefined;
    if (table === undefined || !ids.includes(textAt(values, table.policy) ?? '')) return [];
    return table.holders.flatMap(({ kind: who, argument }) =>
      [values[argument]]
        .flat()
        .flatMap((name) => (typeof name === 'string' ? [{ kind: who, name: shortName(name) }] : [])),
    );
  });
  const bounded = resources.flatMap(({ type, values }): readonly Holder[] => {
    const who = { aws_iam_role: 'role', aws_iam_user: 'user' }[type];
    const name = textAt(values, 'name');
    const isIt = ids.includes(textAt(values, 'permissions_boundary') ?? '');
    return who !== undefined && name !== undefined && isIt ? [{ kind: who, name }] : [];
  });
  const document = resource.values[attribute];
  return [
    ...(attached.length > 0 || bounded.length === 0 ? one(resource, document, kind, attached) : []),
    ...(bounded.length > 0 ? one(resource, document, 'boundary', bounded) : []),
  ];
}

/** Resources that are not listed: whatever holds a policy. */
function anywhere(resource: Resource): readonly CodePolicy[] {
  return Object.values(resource.values).flatMap((value) => one(resource, value, undefined, []));
}

function one(
  { type, values, address }: Resource,
  json: unknown,
  policyKind: CodePolicy['policyKind'] | undefined,
  attachedTo: readonly Holder[],
  named?: string,
): readonly CodePolicy[] {
  const document = typeof json === 'string' && json.includes('"Statement"') ? parsed(json) : undefined;
  if (document === undefined || !isPolicyDocument(document)) return [];
  const guess = guessLayer(document);
  const policy: CodePolicy = {
    name: named ?? textAt(values, 'name') ?? address,
    kind: type,
    policyKind: policyKind ?? (guess.trust ? 'trust' : guess.layer),
    document,
    attachedTo,
    placeholders: [],
    notRead: [],
    line: 1,
  };
  return [policy];
}

/** Of a plan: policies that are known only once it is applied. */
function notYetKnown(root: JsonObject): readonly string[] {
  return listAt(root, 'resource_changes').flatMap((change) => {
    const attribute = entryOf(POLICY_ARGUMENTS, textAt(change, 'type') ?? '')?.attribute ?? 'policy';
    const unknown = at(change, 'change', 'after_unknown', attribute) === true;
    return unknown
      ? [
          `The policy of \`${textAt(change, 'address') ?? '?'}\` is known only after the plan is applied, so it is left out.`,
        ]
      : [];
  });
}

function shortName(name: string): string {
  return /^arn:[^:]*:iam:/.test(name) ? name.slice(name.lastIndexOf('/') + 1) : name;
}
