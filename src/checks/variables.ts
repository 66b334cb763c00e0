/** Policy variables. IAM User Guide: "IAM policy elements: Variables and tags". */
import { resourcePartStart } from '../language/arn';
import { error } from './check';
import type { Problem } from './check';
import type { CheckedPolicy } from './document';
import { entriesOf, membersOf } from '../language/document-nodes';
import type { NodePlace } from '../language/document-nodes';
import { insertFirst, replaceValue } from '../language/edits';
import { fix, proposal } from './finding';
import type { Fix } from './finding';
import { code } from './words';

interface Text extends NodePlace {
  readonly text: string;
}

/** A `${` and what belongs to it. */
interface Variable {
  readonly start: number;
  /** Behind the closing brace; undefined when there is none. */
  readonly end: number | undefined;
  /** Between the braces. */
  readonly body: string;
}

const CHARACTERS = new Set(['*', '?', '$']);

function variablesOf(text: string): readonly Variable[] {
  const found: Variable[] = [];
  let start = text.indexOf('${');
  while (start !== -1) {
    const closing = text.indexOf('}', start);
    const next = text.indexOf('${', start + 2);
    const closed = closing !== -1 && (next === -1 || closing < next);
    const bodyEnd = closed ? closing : next === -1 ? text.length : next;
    found.push({
      start,
      end: closed ? closing + 1 : undefined,
      body: text.slice(start + 2, bodyEnd),
    });
    start = next;
  }
  return found;
}

/** Texts in which variables have a meaning: Resource, NotResource, and the values of conditions. */
function* placesForVariables(policy: CheckedPolicy): Iterable<Text> {
  for (const { resource, notResource, conditions } of policy.statements) {
    yield* resource?.entries ?? [];
    yield* notResource?.entries ?? [];
    for (const entry of conditions) {
      for (const value of entry.values) {
        if (value.node.type === 'string') yield { ...value, text: value.node.value as string };
      }
    }
  }
}

type Judge = (variable: Variable, text: Text) => { message: string; corrected?: string } | undefined;

const ofVariables = (judge: Judge) =>
  function* (policy: CheckedPolicy): Iterable<Problem> {
    for (const text of placesForVariables(policy)) {
      if (!text.text.includes('${')) continue;
      for (const variable of variablesOf(text.text)) {
        const judged = judge(variable, text);
        if (!judged) continue;
        const fixes: Fix[] = [];
        if (judged.corrected !== undefined) {
          const end = variable.end ?? variable.start + 2 + variable.body.length;
          const changed = text.text.slice(0, variable.start) + judged.corrected + text.text.slice(end);
          fixes.push(fix('Correct the variable', replaceValue(text.node, changed)));
        }
        yield { at: text, message: judged.message, fixes };
        break;
      }
    }
  };

const SPACE_AROUND = /^\s|\s$/;

function nameAndDefault(body: string): { name: string; fallback: string | undefined } {
  const comma = body.indexOf(',');
  if (comma === -1) return { name: body, fallback: undefined };
  return { name: body.slice(0, comma), fallback: body.slice(comma + 1).trim() };
}

export const variableChecks = [
  error(
    'missing-brace-in-variable',
    ofVariables(({ end, body }) => {
      if (end !== undefined) return undefined;
      const name = /^[A-Za-z0-9:_-]+(?:\/[A-Za-z0-9_-]+)?/.exec(body)?.[0] ?? '';
      // `aws:username/…` is a name and text behind it, `aws:PrincipalTag/team` is a name.
      const whole = /(tag|context)\//i.test(name) ? name : (name.split('/')[0] ?? '');
      const message = `The variable \`\${${body}\` has no closing brace, so AWS refuses the policy. Close it with \`}\` behind its name.`;
      return whole === '' ? { message } : { message, corrected: `\${${whole}}${body.slice(whole.length)}` };
    }),
  ),

  error(
    'empty-variable',
    ofVariables(({ end, body }) =>
      end !== undefined && body.trim() === ''
        ? {
            message:
              '`${}` names no key. Write a condition key between the braces, such as `${aws:username}`.',
          }
        : undefined,
    ),
  ),

  error(
    'unsupported-space-in-variable',
    ofVariables(({ end, body }) => {
      if (end === undefined || body.trim() === '') return undefined;
      const { name } = nameAndDefault(body);
      if (!/\s/.test(name)) return undefined;
      const clean = name.replaceAll(/\s/g, '');
      return {
        message: `The variable ${code(`\${${body}}`)} holds a space in its name, which AWS does not take. Spaces belong only in front of a default value.`,
        corrected: `\${${clean}${body.slice(name.length)}}`,
      };
    }),
  ),

  error(
    'missing-quote-in-variable',
    ofVariables(({ end, body }) => {
      const { name, fallback } = nameAndDefault(body);
      if (end === undefined || fallback === undefined || SPACE_AROUND.test(name)) return undefined;
      if (/^'[^']*'$/.test(fallback)) return undefined;
      const bare = fallback.replaceAll("'", '');
      return {
        message: `The default value of ${code(`\${${body}}`)} must stand between single quotation marks.`,
        corrected: `\${${name}, '${bare}'}`,
      };
    }),
  ),

  error('variable-unsupported-in-element', function* (policy) {
    const places: Text[] = [];
    for (const {
      sid,
      action,
      notAction,
      principal,
      notPrincipal,
      resource,
      notResource,
    } of policy.statements) {
      const texts = [sid, principal, notPrincipal].flatMap((member) =>
        member === undefined
          ? []
          : member.node.type === 'object'
            ? membersOf(member.node, member.path).flatMap((kind) => entriesOf(kind.node, kind.path))
            : entriesOf(member.node, member.path),
      );
      for (const place of texts) {
        if (place.node.type === 'string') places.push({ ...place, text: place.node.value as string });
      }
      places.push(...(action?.entries ?? []), ...(notAction?.entries ?? []));
      for (const entry of [...(resource?.entries ?? []), ...(notResource?.entries ?? [])]) {
        const end = resourcePartStart(
          entry.text.replaceAll(/\$\{[^}]*\}/g, (found) => found.replaceAll(':', '.')),
        );
        const front = entry.text.slice(0, end ?? entry.text.length);
        if (entry.text.startsWith('arn:') && front.includes('${')) places.push(entry);
      }
    }
    for (const place of places) {
      if (!place.text.includes('${')) continue;
      yield {
        at: place,
        message: `AWS replaces no variable here, so ${code(place.text)} is compared as plain text. Variables work in the last part of a resource's ARN and in the values of conditions.`,
      };
    }
  }),

  error('variable-unsupported-in-version', function* (policy) {
    const version: unknown = policy.version?.node.value;
    if ((policy.version && version !== '2008-10-17') || policy.node.type !== 'object') return;
    const fixes: readonly Fix[] =
      policy.version === undefined
        ? [
            proposal(
              'Add the current version',
              insertFirst(policy.text, policy.node, 'Version', '2012-10-17'),
            ),
          ]
        : [proposal('Write 2012-10-17', replaceValue(policy.version.node, '2012-10-17'))];
    for (const text of placesForVariables(policy)) {
      if (
        !variablesOf(text.text).some(
          ({ end, body }) => end !== undefined && (body.includes(':') || CHARACTERS.has(body)),
        )
      )
        continue;
      yield {
        at: text,
        message: `Policy variables need \`"Version": "2012-10-17"\`. Without it ${code(text.text)} is plain text, and matches only that text.`,
        fixes,
      };
    }
  }),

  error('invalid-variable-for-operator', function* (policy) {
    for (const { conditions } of policy.statements) {
      for (const { operator, values } of conditions) {
        if (!operator || operator.family === 'string' || operator.family === 'arn') continue;
        for (const value of values) {
          const variables = variablesOf(value.text ?? '').filter(({ body }) => !CHARACTERS.has(body));
          if (variables.length === 0) continue;
          yield {
            at: value,
            message: `${code(operator.name)} compares with fixed values: the variable in ${code(value.text ?? '')} is not replaced. Variables work with the String and Arn operators.`,
          };
        }
      }
    }
  }),
];
