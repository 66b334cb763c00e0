/** JSON as HCL. HCL native syntax specification, "Templates"; Terraform, "jsonencode" and "Strings and Templates". */
import { expressionAt } from '../../intake/code/hcl/body';

/** The names whose `${name}` in a text is a reference, not a variable of IAM. */
export type References = ReadonlySet<string>;

/** How a text writes IAM's own `${aws:username}`: `$${…}` anywhere, `&{…}` in `aws_iam_policy_document`. */
export type Variables = '$$' | '&';

/** Any JSON as an expression; inner lines are indented from `depth` on. */
export function hclValue(json: unknown, references: References, depth: number): string {
  const inner = '  '.repeat(depth + 1);
  const outer = '  '.repeat(depth);
  if (typeof json === 'string') return hclText(json, references);
  if (Array.isArray(json)) {
    const list = json as readonly unknown[];
    return list.length === 0
      ? '[]'
      : `[\n${list.map((item) => `${inner}${hclValue(item, references, depth + 1)}`).join(',\n')}\n${outer}]`;
  }
  if (typeof json !== 'object' || json === null) return String(json);
  const members = Object.entries(json).map(([name, item]) => {
    const plain = /^[A-Za-z_][\w-]*$/.test(name) ? name : keyText(name, references);
    return `${inner}${plain} = ${hclValue(item, references, depth + 1)}`;
  });
  return members.length === 0 ? '{}' : `{\n${members.join('\n')}\n${outer}}`;
}

/** A text: the reference itself where it is nothing else, else a template around its references. */
export function hclText(content: string, references: References, variables: Variables = '$$'): string {
  const only = /^\$\{([^{}]+)\}$/.exec(content)?.[1];
  if (only !== undefined && references.has(only)) return referenceText(only);
  return quoted(content, references, variables);
}

/** As a key of an object a reference alone would be a name, so it stands in quotation marks. */
function keyText(content: string, references: References): string {
  return quoted(content, references, '$$');
}

/** `${` and `%{` begin templates; doubled they stand for themselves. */
function quoted(content: string, references: References, variables: Variables): string {
  const parts = content.split(/(\$\{[^{}]+\})/);
  const written = parts.map((part) => {
    const name = /^\$\{([^{}]+)\}$/.exec(part)?.[1];
    if (name !== undefined && references.has(name)) return `\${${referenceText(name)}}`;
    const escaped = JSON.stringify(part).slice(1, -1).replaceAll('%{', '%%{');
    return variables === '&' ? escaped.replaceAll('${', '&{') : escaped.replaceAll('${', '$${');
  });
  return `"${written.join('')}"`;
}

/** A reference of another language, as `AWS::AccountId`, becomes a variable to be declared. */
function referenceText(name: string): string {
  return isExpression(name) ? name : `var.${label(name)}`;
}

function isExpression(name: string): boolean {
  try {
    return expressionAt(name, 0).end === name.length && /[.(]/.test(name);
  } catch {
    return false;
  }
}

/** A name as Terraform's labels are written. */
export function label(name: string): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '_');
  return /^[a-z_]/.test(words) ? words : `policy_${words}`;
}
