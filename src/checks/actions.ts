/** Do the actions exist? Service Authorization Reference: "Actions, resources, and condition keys". */
import { splitAction } from '../catalog/service-lookup';
import type { Catalog } from '../catalog/service-reference';
import { globMatches, globOf } from '../language/glob';
import { error, suggestion } from './check';
import type { Problem } from './check';
import type { CheckedPolicy } from './document';
import type { TextEntry } from '../language/document-nodes';
import { replaceValue } from '../language/edits';
import { proposal } from './finding';
import type { Fix } from './finding';
import { nearest } from './near-names';
import { isRetired } from './retired-services';
import { code, didYouMean } from './words';

const isWild = (text: string): boolean => /[*?]/.test(text);

/** The entries of Action and NotAction. */
function actionEntries(policy: CheckedPolicy): readonly TextEntry[] {
  return policy.statements.flatMap(({ action, notAction }) => [
    ...(action?.entries ?? []),
    ...(notAction?.entries ?? []),
  ]);
}

function renameTo(entry: TextEntry, meant: string | undefined): readonly Fix[] {
  return meant === undefined ? [] : [proposal(`Write ${meant}`, replaceValue(entry.node, meant))];
}

function* unknownService(catalog: Catalog, entry: TextEntry): Iterable<Problem> {
  const { text } = entry;
  if (text === '*' || text.includes('${')) return;
  const parts = splitAction(text);
  if (!parts) {
    yield {
      at: entry,
      message: `${code(text)} is no action: it must be \`service:Action\`, such as \`s3:GetObject\`, or \`*\`.`,
    };
    return;
  }
  const { prefix, name } = parts;
  if (isWild(prefix) || catalog.hasService(prefix)) return;
  if (isRetired(prefix)) {
    yield {
      at: entry,
      severity: 'warning',
      message: `AWS has retired the service of ${code(prefix)}, so ${code(text)} has no effect any more. Remove it.`,
    };
    return;
  }
  const meant = nearest(
    prefix,
    catalog.services().map((service) => service.prefix),
  );
  yield {
    at: entry,
    message: `No service in AWS’s service reference of ${catalog.date} has the action prefix ${code(prefix)}, so ${code(text)} matched nothing then.${didYouMean(meant)}`,
    fixes: renameTo(entry, meant === undefined ? undefined : `${meant}:${name}`),
  };
}

function* unknownAction(catalog: Catalog, entry: TextEntry): Iterable<Problem> {
  if (entry.text.includes('${')) return;
  const parts = splitAction(entry.text);
  const actions = parts && catalog.actions(parts.prefix);
  if (!actions) return;
  const lower = parts.name.toLowerCase();
  const service = catalog.serviceName(parts.prefix) ?? parts.prefix;
  if (!isWild(lower)) {
    if (actions.has(lower)) return;
    const names = [...actions.values()].map((action) => action.name);
    const meant = ALIASES[`${parts.prefix.toLowerCase()}:${lower}`] ?? nearest(parts.name, names);
    yield {
      at: entry,
      message: `${code(entry.text)} is not in AWS’s service reference of ${catalog.date}: ${service} had no action ${code(parts.name)} then. A newer one may exist.${didYouMean(meant)}`,
      fixes: renameTo(entry, meant === undefined ? undefined : `${parts.prefix}:${meant}`),
    };
    return;
  }
  const glob = globOf(lower);
  for (const name of actions.keys()) if (globMatches(glob, name)) return;
  yield {
    at: entry,
    message: `No action of ${service} in AWS’s service reference of ${catalog.date} matches ${code(entry.text)}. Check the spelling before the wildcard.`,
  };
}

/** Names of API operations that have another action. S3 User Guide: "Required permissions for Amazon S3 API operations". */
const ALIASES: Readonly<Record<string, string>> = {
  's3:listobjects': 'ListBucket',
  's3:listobjectsv2': 'ListBucket',
  's3:headobject': 'GetObject',
  's3:headbucket': 'ListBucket',
  's3:copyobject': 'PutObject',
  's3:deleteobjects': 'DeleteObject',
  's3:listbuckets': 'ListAllMyBuckets',
  's3:uploadpart': 'PutObject',
  's3:createmultipartupload': 'PutObject',
  's3:completemultipartupload': 'PutObject',
  'lambda:invoke': 'InvokeFunction',
};

export const actionChecks = [
  error('invalid-service-in-action', function* (policy) {
    if (!policy.catalog) return;
    for (const entry of actionEntries(policy)) yield* unknownService(policy.catalog, entry);
  }),

  error('invalid-action', function* (policy) {
    if (!policy.catalog) return;
    for (const entry of actionEntries(policy)) yield* unknownAction(policy.catalog, entry);
  }),

  suggestion('wildcard-in-service-name', function* (policy) {
    for (const entry of actionEntries(policy)) {
      const prefix = splitAction(entry.text)?.prefix ?? '';
      if (!isWild(prefix) || entry.text === '*:*') continue;
      yield {
        at: entry,
        message: `The service part of ${code(entry.text)} holds a wildcard, which the language does not provide for. Name each service by itself.`,
      };
    }
    for (const { resource, notResource } of policy.statements) {
      for (const entry of [...(resource?.entries ?? []), ...(notResource?.entries ?? [])]) {
        const [start, , service] = entry.text.split(':', 3);
        if (start !== 'arn' || service === undefined || !isWild(service)) continue;
        // A wildcard that swallows the rest of the ARN is a matter of its own.
        if (entry.text.split(':').length < 4) continue;
        yield {
          at: entry,
          message: `The service part of ${code(entry.text)} holds a wildcard. It may match resources of services that did not exist when this was written: name the service.`,
        };
      }
    }
  }),
];
