/** A policy as Terraform's aws_iam_role_policy or aws_iam_user_policy. Terraform: "jsonencode", "Strings and templates". */
import { lastSegment, parseArn } from '../../language/arn';

/** An identity-based policy of a user or role, ready for a configuration. */
export function terraformOf(name: string, document: unknown, principal: string | null): string {
  const user = parseArn(principal ?? '')?.resource.startsWith('user/') === true;
  const kind = user ? 'user' : 'role';
  const holder = principal === null ? `${kind.toUpperCase()}_NAME` : lastSegment(principal);
  return [
    `resource "aws_iam_${kind}_policy" "${label(name)}" {`,
    `  name = ${text(name)}`,
    `  ${kind} = ${text(holder)}`,
    '',
    `  policy = jsonencode(${value(document, 1)})`,
    '}',
    '',
  ].join('\n');
}

function label(name: string): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '_');
  return /^[a-z_]/.test(words) ? words : `policy_${words}`;
}

/** `${` and `%{` begin templates in Terraform; doubled they stand for themselves. */
function text(content: string): string {
  return JSON.stringify(content).replaceAll(/[$%]\{/g, (start) => `${start[0]!}${start}`);
}

function value(json: unknown, depth: number): string {
  const inner = '  '.repeat(depth + 1);
  const outer = '  '.repeat(depth);
  if (typeof json === 'string') return text(json);
  if (Array.isArray(json)) {
    const list = json as readonly unknown[];
    return list.length === 0
      ? '[]'
      : `[\n${list.map((item) => `${inner}${value(item, depth + 1)}`).join(',\n')}\n${outer}]`;
  }
  if (typeof json !== 'object' || json === null) return String(json);
  const members = Object.entries(json).map(([name, item]) => {
    const plain = /^[A-Za-z_][\w-]*$/.test(name) ? name : text(name);
    return `${inner}${plain} = ${value(item, depth + 1)}`;
  });
  return members.length === 0 ? '{}' : `{\n${members.join('\n')}\n${outer}}`;
}
