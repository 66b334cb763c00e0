/**
 * The Serverless Framework: statements of the role that it makes, and the CloudFormation under `resources`. Serverless
 * Framework documentation, "IAM permissions for functions" and "Variables".
 */
import type { CodeRead, CodeReader } from '../types';
import { Collector } from './collect';
import { callFunction } from './functions';
import { addManaged } from './managed';
import { placesIn } from './places';
import { regionOf } from './region';
import { readResources } from './resources';
import { scopeOf, variableMark } from './scope';
import { entriesOf, itemsOf, member, type Tree } from './tree';

const FIRST =
  /^(?:service|org|app|frameworkVersion|useDotenv|plugins|custom|package|provider|functions|resources|configValidationMode|params|stages)\s*:/m;

export const serverlessReader: CodeReader = {
  mayRead: (text) =>
    /\biamRoleStatements[ \t]{0,100}:/.test(text) ||
    (/^provider[ \t]{0,100}:/m.test(text) && /^[ \t]{1,100}iam[ \t]{0,100}:/m.test(text)),
  read: (text) => {
    const region = regionOf(text, FIRST);
    if (region === undefined) return undefined;
    const place = placesIn(text, region.start);
    const parts = [{ start: region.start, end: region.end }];
    if (region.parsed.kind === 'fault') {
      const { line, column } = place(region.parsed.at);
      const note = `The file could not be read: in line ${line}, column ${column}, ${region.parsed.problem}.`;
      return { language: 'serverless', policies: [], known: {}, notes: [note], parts };
    }
    const tree = withMarks(region.parsed.tree);
    const own = member(tree, 'resources') ?? tree;
    const { scope, notes } = scopeOf(own, (at) => place(at).line, callFunction);
    const collector = new Collector(scope, place);
    readRoles(tree, collector);
    for (const part of itemsOf(own)) {
      const resources = member(part, 'Resources');
      if (resources !== undefined) readResources(resources, collector);
    }
    if (collector.policies.length === 0) return undefined;
    return {
      language: 'serverless',
      policies: collector.policies,
      known: {},
      notes: [...notes],
      parts,
    } satisfies CodeRead;
  },
};

/** The role of all functions, and with a plugin one for each. */
function readRoles(tree: Tree, collector: Collector): void {
  const provider = member(tree, 'provider');
  const shared = member(provider, 'iam', 'role', 'statements') ?? member(provider, 'iamRoleStatements');
  if (shared !== undefined) add(shared, 'provider', 'all functions', collector);
  const role = member(provider, 'iam', 'role');
  addNamed(member(role, 'managedPolicies') ?? member(provider, 'iamManagedPolicies'), 'identity', collector);
  addNamed(
    member(role, 'permissionsBoundary') ?? member(provider, 'rolePermissionsBoundary'),
    'boundary',
    collector,
  );
  for (const [name, one] of entriesOf(member(tree, 'functions'))) {
    const statements = member(one, 'iamRoleStatements');
    if (statements !== undefined) add(statements, name, name, collector);
  }
}

/** Serverless Framework, "IAM permissions for functions": `managedPolicies`, `permissionsBoundary`. */
function addNamed(tree: Tree | undefined, policyKind: 'identity' | 'boundary', collector: Collector): void {
  const attachedTo = [{ kind: 'function', name: 'all functions' }];
  for (const text of collector.texts(tree))
    addManaged(text, { kind: 'serverless', policyKind, attachedTo }, tree!.at, collector);
}

function add(statements: Tree, name: string, holder: string, collector: Collector): void {
  collector.add({
    name,
    kind: 'serverless',
    policyKind: 'identity',
    attachedTo: [{ kind: 'function', name: holder }],
    tree: {
      kind: 'map',
      entries: new Map<string, Tree>([
        ['Version', { kind: 'scalar', value: '2012-10-17', at: statements.at }],
        ['Statement', statements],
      ]),
      at: statements.at,
    },
  });
}

/** `${self:custom.table}` and its like: filled in before CloudFormation sees the text, so set apart from its references. */
const VARIABLE =
  /\$\{((?:self|opt|env|sls|cf|ssm|s3|file|param|git|aws|terraform|vault|strToBool)(?:\([^)]*\))?:(?:[^{}]|\$\{[^{}]*\})*)\}/g;

function withMarks(tree: Tree): Tree {
  switch (tree.kind) {
    case 'scalar':
      // `${aws:username}` is IAM's; of the framework's own only these two are called so.
      return typeof tree.value !== 'string'
        ? tree
        : {
            ...tree,
            value: tree.value.replace(VARIABLE, (whole, name: string) =>
              name.startsWith('aws:') && !/^aws:(?:accountId|region)$/.test(name)
                ? whole
                : variableMark(name),
            ),
          };
    case 'list':
      return { ...tree, items: tree.items.map(withMarks) };
    case 'map':
      return { ...tree, entries: new Map([...tree.entries].map(([name, item]) => [name, withMarks(item)])) };
    case 'call':
      return { ...tree, arg: withMarks(tree.arg) };
  }
}
