/** Are the principals of a form that exists? IAM User Guide: "AWS JSON policy elements: Principal". */
import { PRINCIPAL_TYPES } from '../language/policy';
import { error, security, warning } from './check';
import type { CheckedPolicy, PrincipalEntry, Statement } from './document';
import { membersOf, nameOf } from '../language/document-nodes';
import { renameMember, replaceValue } from '../language/edits';
import { proposal, fix } from './finding';
import { isKey } from './key-facts';
import { nearest } from './near-names';
import { NAMING_PRINCIPALS, OF_RESOURCES } from './policy-type';
import { serviceNameFault } from './service-principals';
import { code, didYouMean } from './words';

/** IAM User Guide, "AWS JSON policy elements: Principal": groups cannot be principals. */
const GROUP = /^arn:[a-z-]+:iam::\d{12}:group\//;
const ACCOUNT = /^\d{12}$/;
const ARN = /^arn:[^:]+:(iam|sts):[^:]*:([^:]*):.+$/;
/** Any unique ID of IAM, a group's or a key's too: such a Principal is kept for what was deleted. */
const UNIQUE_ID = /^A[A-Z]{3}[A-Z0-9]{12,}$/;
const CANONICAL_ID = /^[0-9a-f]{64}$/i;

function* principalsOf(policy: CheckedPolicy): Iterable<PrincipalEntry & { readonly statement: Statement }> {
  for (const statement of policy.statements) {
    for (const entry of statement.principals) yield { ...entry, statement };
  }
}

const isWild = (text: string): boolean => /[*?]/.test(text);

/** Keys whose value is the name of a service. */
const SERVICE_KEYS = [
  'iam:PassedToService',
  'aws:PrincipalServiceName',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'kms:ViaService',
];

export const principalChecks = [
  error(
    'invalid-principal-format',
    function* (policy) {
      for (const { principal, notPrincipal } of policy.statements) {
        for (const element of [principal, notPrincipal]) {
          if (!element || element.node.type === 'object') continue;
          const text: unknown = element.node.value;
          if (text === '*' && element.node.type === 'string') continue;
          const wrap = typeof text === 'string' && (ACCOUNT.test(text) || ARN.test(text));
          const service = typeof text === 'string' && /\.amazonaws\.com(\.cn)?$/.test(text);
          const kind = service ? 'Service' : 'AWS';
          yield {
            at: element,
            message: `${code(element.name)} must be \`"*"\` or an object that says what kind of principal it is, such as \`{"AWS": "arn:aws:iam::111122223333:role/App"}\`.`,
            fixes:
              wrap || service
                ? [fix(`Write it as ${kind}`, replaceValue(element.node, { [kind]: text }))]
                : [],
          };
        }
      }
      for (const entry of principalsOf(policy)) {
        const { kind, text } = entry;
        if (text.includes('${') || (isWild(text) && text !== '*')) continue;
        if (kind === 'AWS' && GROUP.test(text)) {
          yield {
            at: entry,
            message: `${code(text)} is a group. A group is no principal, and AWS refuses to save the policy: name its users or a role.`,
          };
          continue;
        }
        const wrong =
          (kind === 'AWS' &&
            !(text === '*' || ACCOUNT.test(text) || ARN.test(text) || UNIQUE_ID.test(text))) ||
          (kind === 'CanonicalUser' && !CANONICAL_ID.test(text));
        if (!wrong) continue;
        yield {
          at: entry,
          message:
            kind === 'AWS'
              ? `${code(text)} names no AWS principal. It must be an account ID of twelve digits, the ARN of a user, role or session, or \`*\`.`
              : `${code(text)} is no canonical user ID of S3: it has 64 hexadecimal digits.`,
        };
      }
    },
    NAMING_PRINCIPALS,
  ),

  error(
    'invalid-principal-key',
    function* (policy) {
      for (const { principal, notPrincipal } of policy.statements) {
        for (const element of [principal, notPrincipal]) {
          for (const kind of element ? membersOf(element.node, element.path) : []) {
            if ((PRINCIPAL_TYPES as readonly string[]).includes(kind.name)) continue;
            const meant = nearest(kind.name, PRINCIPAL_TYPES);
            yield {
              at: { ...nameOf(kind), path: kind.path },
              message: `${code(kind.name)} is no kind of principal. The kinds are \`AWS\`, \`Service\`, \`Federated\` and \`CanonicalUser\`; users and roles belong under \`AWS\`.${didYouMean(meant)}`,
              fixes: meant === undefined ? [] : [proposal(`Write ${meant}`, renameMember(kind, meant))],
            };
          }
        }
      }
    },
    NAMING_PRINCIPALS,
  ),

  error(
    'unsupported-wildcard-in-principal',
    function* (policy) {
      for (const entry of principalsOf(policy)) {
        const { kind, text } = entry;
        if (kind === '*' || !isWild(text) || text.includes('${') || (kind === 'AWS' && text === '*'))
          continue;
        yield {
          at: entry,
          message: `A principal takes no pattern, so ${code(text)} names nobody and services refuse it. Write \`"Principal": "*"\` and narrow it with \`ArnLike\` on \`aws:PrincipalArn\`.`,
        };
      }
    },
    NAMING_PRINCIPALS,
  ),

  error('invalid-service-principal-format', function* (policy) {
    for (const entry of principalsOf(policy)) {
      if (entry.kind !== 'Service' || isWild(entry.text) || entry.text.includes('${')) continue;
      const fault = serviceNameFault(entry.text);
      if (!fault) continue;
      yield {
        at: entry,
        message: `${code(entry.text)} is not written as the name of a service: lower case, with its domain, such as \`lambda.amazonaws.com\`.${didYouMean(fault.meant)}`,
        fixes:
          fault.meant === undefined
            ? []
            : [proposal(`Write ${fault.meant}`, replaceValue(entry.node, fault.meant))],
      };
    }
    for (const { conditions } of policy.statements) {
      for (const entry of conditions) {
        const listed = isKey(entry.key, 'aws:CalledVia') || SERVICE_KEYS.some((key) => isKey(entry.key, key));
        if (!listed || entry.operator?.family !== 'string') continue;
        for (const value of entry.values) {
          if (value.text === undefined || isWild(value.text) || value.text.includes('${')) continue;
          const fault = serviceNameFault(value.text);
          if (!fault) continue;
          yield {
            at: value,
            message: `${code(entry.key)} holds the name of a service, and ${code(value.text)} is not written as one: lower case, with its domain, such as \`lambda.amazonaws.com\`.${didYouMean(fault.meant)}`,
            fixes:
              fault.meant === undefined
                ? []
                : [proposal(`Write ${fault.meant}`, replaceValue(value.node, fault.meant))],
          };
        }
      }
    }
  }),

  error(
    'federated-principal-not-supported',
    function* (policy) {
      for (const entry of principalsOf(policy)) {
        if (entry.kind !== 'Federated') continue;
        yield {
          at: entry,
          message: `Only role trust policies take federated principals. Name here the role that the users of ${code(entry.text)} assume.`,
        };
      }
    },
    OF_RESOURCES,
  ),

  warning(
    'invalid-role-reference',
    function* (policy) {
      for (const entry of principalsOf(policy)) {
        if (entry.kind !== 'AWS' || !entry.text.startsWith('AROA')) continue;
        yield {
          at: entry,
          message: `${code(entry.text)} is the unique ID of a role, which stays in a policy when the role is deleted. Name the role that is meant by its ARN.`,
        };
      }
    },
    NAMING_PRINCIPALS,
  ),

  warning(
    'invalid-user-reference',
    function* (policy) {
      for (const entry of principalsOf(policy)) {
        if (entry.kind !== 'AWS' || !entry.text.startsWith('AIDA')) continue;
        yield {
          at: entry,
          message: `${code(entry.text)} is the unique ID of a user, which stays in a policy when the user is deleted. Name the user that is meant by its ARN.`,
        };
      }
    },
    NAMING_PRINCIPALS,
  ),

  security(
    'allow-with-not-principal',
    function* (policy) {
      for (const { effect, notPrincipal } of policy.statements) {
        if (effect !== 'Allow' || !notPrincipal) continue;
        yield {
          at: notPrincipal,
          message:
            '`NotPrincipal` with `Allow` lets in everybody in the world except those it names, also anonymous callers. Name those who are to have access, in `Principal`.',
        };
      }
    },
    NAMING_PRINCIPALS,
  ),
];
