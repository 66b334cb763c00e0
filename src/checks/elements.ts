/** Which elements a policy and its statements have. IAM User Guide: "IAM JSON policy elements reference". */
import { POLICY_ELEMENTS, STATEMENT_ELEMENTS } from '../language/grammar';
import { error, suggestion, warning } from './check';
import type { CheckedPolicy } from './document';
import { nameOf } from '../language/document-nodes';
import type { Member } from '../language/document-nodes';
import { insertFirst, remove, renameMember, replaceValue } from '../language/edits';
import { fix, proposal } from './finding';
import { nearest } from './near-names';
import { NAMING_PRINCIPALS, OF_IDENTITIES, TYPE_NAMES } from './policy-type';
import { code, didYouMean, listed } from './words';

const CURRENT_VERSION = '2012-10-17';
const OLD_VERSION = '2008-10-17';

function* unknownMembers(members: readonly Member[], known: readonly string[], where: string) {
  for (const member of members) {
    if (known.includes(member.name)) continue;
    const free = known.filter((name) => !members.some((other) => other.name === name));
    const meant = nearest(member.name, free);
    yield {
      at: { ...nameOf(member), path: member.path },
      message: `${code(member.name)} is no element of ${where}. AWS refuses the policy. Known elements, in exactly these capitals: ${listed(known, 9)}.${didYouMean(meant)}`,
      fixes: meant === undefined ? [] : [proposal(`Rename to ${meant}`, renameMember(member, meant))],
    };
  }
}

function* unlessAny(policy: CheckedPolicy, names: readonly string[], message: string) {
  for (const statement of policy.statements) {
    if (statement.members.some((member) => names.includes(member.name))) continue;
    yield { at: statement, message };
  }
}

export const elementChecks = [
  error('invalid-policy-element', function* (policy) {
    yield* unknownMembers(policy.members, [...POLICY_ELEMENTS], 'a policy');
    for (const statement of policy.statements) {
      yield* unknownMembers(statement.members, [...STATEMENT_ELEMENTS], 'a statement');
    }
  }),

  error('missing-statement', function* (policy) {
    const { statement } = policy;
    const empty = statement?.node.type === 'array' && !statement.node.children?.length;
    if (statement && !empty) return;
    if (policy.node.type !== 'object') return;
    const at = statement ?? policy;
    yield {
      at: { path: '', span: at.span },
      message: 'The policy has no statement, so it says nothing. Add at least one statement to `Statement`.',
    };
  }),

  error('missing-effect', (policy) =>
    unlessAny(
      policy,
      ['Effect'],
      'The statement has no `Effect`. AWS assumes none: say whether it is to `Allow` or to `Deny`.',
    ),
  ),

  error('invalid-effect', function* (policy) {
    for (const { members } of policy.statements) {
      const effect = members.find((member) => member.name === 'Effect');
      if (effect?.node.type !== 'string') continue;
      const written = effect.node.value as string;
      if (written === 'Allow' || written === 'Deny') continue;
      const meant = ['Allow', 'Deny'].find((name) => name.toLowerCase() === written.trim().toLowerCase());
      yield {
        at: effect,
        message: `${code(written)} is no effect. It must be exactly \`Allow\` or \`Deny\`, with these capitals.`,
        fixes: meant === undefined ? [] : [fix(`Write ${meant}`, replaceValue(effect.node, meant))],
      };
    }
  }),

  error('missing-action', (policy) =>
    unlessAny(
      policy,
      ['Action', 'NotAction'],
      'The statement names no action. Add `Action` with what it is about, such as `s3:GetObject`.',
    ),
  ),

  error(
    'missing-resource',
    (policy) =>
      unlessAny(
        policy,
        ['Resource', 'NotResource'],
        'The statement names no resource. Add `Resource` with the ARNs it is about; `"*"` stands for every resource.',
      ),
    ['identity', 'boundary', 'session', 'resource', 'key', 'scp', 'rcp', 'endpoint'],
  ),

  error(
    'missing-principal',
    (policy) =>
      unlessAny(
        policy,
        ['Principal', 'NotPrincipal'],
        `The statement does not say whom it is about. ${TYPE_NAMES[policy.type].replace(/^a/, 'A')} needs a \`Principal\` in every statement.`,
      ),
    [...NAMING_PRINCIPALS, 'rcp'],
  ),

  error(
    'unsupported-principal',
    function* (policy) {
      for (const statement of policy.statements) {
        for (const element of [statement.principal, statement.notPrincipal]) {
          if (!element) continue;
          yield {
            at: element,
            message: `${code(element.name)} does not belong in ${TYPE_NAMES[policy.type]}: its principal is whoever the policy is attached to. Remove it, or attach the policy to a resource.`,
            fixes: [proposal(`Remove ${element.name}`, remove(element.property))],
          };
        }
      }
    },
    OF_IDENTITIES,
  ),

  error('unsupported-element-combination', function* (policy) {
    for (const statement of policy.statements) {
      for (const name of ['Action', 'Resource', 'Principal']) {
        const both = statement.members.filter(
          (member) => member.name === name || member.name === `Not${name}`,
        );
        if (new Set(both.map((member) => member.name)).size < 2) continue;
        yield {
          at: statement,
          message: `The statement has both \`${name}\` and \`Not${name}\`. Only one of the two may stand in a statement: split it in two, or remove one.`,
          related: both,
        };
      }
    }
  }),

  error('invalid-version', function* ({ version }) {
    if (version?.node.type !== 'string') return;
    const written = version.node.value as string;
    if (written === CURRENT_VERSION || written === OLD_VERSION) return;
    yield {
      at: version,
      message: `${code(written)} is no version of the policy language; it is not a date of your choice. Write \`${CURRENT_VERSION}\`, the current version.`,
      fixes: [fix(`Write ${CURRENT_VERSION}`, replaceValue(version.node, CURRENT_VERSION))],
    };
  }),

  warning('missing-version', function* (policy) {
    if (policy.version || policy.node.type !== 'object') return;
    yield {
      at: policy,
      message: `The policy has no \`Version\`, so AWS reads it by the rules of ${OLD_VERSION}: policy variables such as \`\${aws:username}\` are plain text. Add \`"Version": "${CURRENT_VERSION}"\`.`,
      fixes: [
        proposal(
          'Add the current version',
          insertFirst(policy.text, policy.node, 'Version', CURRENT_VERSION),
        ),
      ],
    };
  }),

  suggestion('old-version', function* ({ version }) {
    if (version?.node.value !== OLD_VERSION) return;
    yield {
      at: version,
      message: `\`${OLD_VERSION}\` is the old version of the policy language, without policy variables. Use \`${CURRENT_VERSION}\` unless the policy holds \`\${…}\` as plain text.`,
      fixes: [proposal(`Write ${CURRENT_VERSION}`, replaceValue(version.node, CURRENT_VERSION))],
    };
  }),
];
