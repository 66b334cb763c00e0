/** Policies as Terraform: with `jsonencode`, which keeps every letter, or as the data source `aws_iam_policy_document`. */
import { lastSegment, parseArn } from '../../language/arn';
import { hclText, hclValue, label, type References } from './hcl';
import { codePolicies } from './policies';
import type { Scenario } from '../../case/scenario';

const NONE: References = new Set();

/** All policies of a case, one block for each; undefined where there is none to write. What is left out is said in a comment. */
export function toTerraform(scenario: Scenario): string | undefined {
  const { policies, left } = codePolicies(scenario);
  if (policies.length === 0) return undefined;
  const references = new Set(Object.keys(scenario.placeholders ?? {}));
  const blocks = policies.map(
    ({ name, document }) =>
      terraformDocument(name, document, references) ?? terraformLocal(name, document, references),
  );
  return [...left.map((words) => `# ${words.replace(/\s+/g, ' ')}\n`), ...blocks].join('\n');
}

/** An identity-based policy of a user or role, ready for a configuration. */
export function terraformOf(
  name: string,
  document: unknown,
  principal: string | null,
  references: References = NONE,
): string {
  const user = parseArn(principal ?? '')?.resource.startsWith('user/') === true;
  const kind = user ? 'user' : 'role';
  const holder = principal === null ? `${kind.toUpperCase()}_NAME` : lastSegment(principal);
  return [
    `resource "aws_iam_${kind}_policy" "${label(name)}" {`,
    `  name = ${hclText(name, NONE)}`,
    `  ${kind} = ${hclText(holder, NONE)}`,
    '',
    `  policy = jsonencode(${hclValue(document, references, 1)})`,
    '}',
    '',
  ].join('\n');
}

/** A policy of any kind, to be used as `local.name`. */
function terraformLocal(name: string, document: unknown, references: References = NONE): string {
  return `locals {\n  ${label(name)} = jsonencode(${hclValue(document, references, 1)})\n}\n`;
}

/**
 * A policy as `aws_iam_policy_document`, to be used as `data.aws_iam_policy_document.name.json`. Undefined where the
 * document holds what the data source cannot say.
 */
function terraformDocument(
  name: string,
  document: unknown,
  references: References = NONE,
): string | undefined {
  const { Version, Id, Statement, ...others } = objectOf(document);
  const statements = (Array.isArray(Statement) ? (Statement as unknown[]) : [Statement]).map((statement) =>
    statementBlock(objectOf(statement), references),
  );
  if (Object.keys(others).length > 0 || statements.includes(undefined)) return undefined;
  // Without a version IAM takes the older language, the data source the newer.
  const version = typeof Version === 'string' ? Version : '2008-10-17';
  return [
    `data "aws_iam_policy_document" "${label(name)}" {`,
    ...(version === '2012-10-17' ? [] : [`  version = ${hclText(version, NONE)}`]),
    ...(typeof Id === 'string' ? [`  policy_id = ${hclText(Id, references)}`] : []),
    statements.join('\n\n'),
    '}',
    '',
  ].join('\n');
}

const LISTS: Readonly<Record<string, string>> = {
  Action: 'actions',
  NotAction: 'not_actions',
  Resource: 'resources',
  NotResource: 'not_resources',
};

const PRINCIPALS: Readonly<Record<string, string>> = {
  Principal: 'principals',
  NotPrincipal: 'not_principals',
};

function statementBlock(
  statement: Readonly<Record<string, unknown>>,
  references: References,
): string | undefined {
  const lines = Object.entries(statement).map(([element, value]) => {
    if (element === 'Sid' && typeof value === 'string') return `    sid = ${hclText(value, references)}`;
    if (element === 'Effect' && typeof value === 'string')
      return `    effect = ${hclText(value, references)}`;
    if (Object.hasOwn(LISTS, element)) return listLine(LISTS[element]!, value, references, 2);
    if (Object.hasOwn(PRINCIPALS, element)) return principalBlocks(PRINCIPALS[element]!, value, references);
    return element === 'Condition' ? conditionBlocks(value, references) : undefined;
  });
  return lines.includes(undefined) ? undefined : `  statement {\n${lines.join('\n')}\n  }`;
}

function listLine(name: string, value: unknown, references: References, depth: number): string | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.map((item) =>
    /^(?:string|number|boolean)$/.test(typeof item)
      ? hclText(`${item as string | number | boolean}`, references, '&')
      : undefined,
  );
  if (texts.includes(undefined)) return undefined;
  const indent = '  '.repeat(depth);
  const shown =
    texts.length === 1
      ? `[${texts[0]!}]`
      : `[\n${texts.map((text) => `${indent}  ${text!},`).join('\n')}\n${indent}]`;
  return `${indent}${name} = ${shown}`;
}

function principalBlocks(name: string, value: unknown, references: References): string | undefined {
  const groups = value === '*' ? { '*': '*' } : objectOf(value);
  const blocks = Object.entries(groups).map(([type, identifiers]) => {
    const list = listLine('identifiers', identifiers, references, 3);
    return list === undefined
      ? undefined
      : `    ${name} {\n      type = ${hclText(type, references)}\n${list}\n    }`;
  });
  return blocks.length === 0 || blocks.includes(undefined) ? undefined : blocks.join('\n');
}

function conditionBlocks(value: unknown, references: References): string | undefined {
  const blocks = Object.entries(objectOf(value)).flatMap(([test, keys]) =>
    Object.entries(objectOf(keys)).map(([key, values]) => {
      const list = listLine('values', values, references, 3);
      if (list === undefined) return undefined;
      return `    condition {\n      test = ${hclText(test, references)}\n      variable = ${hclText(key, references)}\n${list}\n    }`;
    }),
  );
  return blocks.includes(undefined) ? undefined : blocks.join('\n');
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
