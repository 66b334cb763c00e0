/**
 * The panel that the AWS console shows and offers to copy: `User: …`, `Action: …`, `On resource(s): …`, `Context: …`,
 * one a line, sometimes with `Service: …` and the action without its prefix, or without a resource.
 */
import { readPrincipal, readResource } from './names';
import { readReason } from './reason';
import type { Denial } from './types';
import { defined } from './values';

const PANEL =
  /User: ?([^]{1,700}?)[ \n](?:Service: ?([a-z][\w-]{0,62})[ \n])?Action: ?(?:([a-z][\w-]{0,62}):)?([A-Za-z][\w\n]{0,127}?)[ \n](?:On resource\(s\): ?([^]{1,2200}?)[ \n])?Context: ?([^]{1,300})/i;

/** The denial of a console panel in a text on one line. Between its labels a value without spaces is one. */
export function panelIn(broken: string): Denial | undefined {
  const line = broken.replace(/((?:User|Action|Service|On resource\(s\)|Context):)\n/g, '$1 ');
  const start = line.search(/(?:On resource\(s\)|Context):/i);
  if (start === -1) return undefined;
  const panel = PANEL.exec(line.slice(Math.max(0, start - 1_200), start + 3_000));
  if (panel === null) return undefined;
  const [, user, service, prefix, action, resource, context] = panel as unknown as (string | undefined)[];
  const owner = prefix ?? service;
  const caller = readPrincipal(oneValue(user));
  const target = readResource(resource === undefined ? '' : ` on resource: ${oneValue(resource)}`);
  const { notes, ...reason } = readReason(reasonOf((context ?? '').replace(/\n/g, ' ')), `${owner ?? ''}:`);
  return {
    request: defined({
      principal: caller.principal,
      action: owner === undefined ? undefined : `${owner}:${oneValue(action)}`,
      resource: target.resource,
    }),
    ...reason,
    notes: [...caller.notes, ...target.notes, ...notes],
  };
}

/** A value that was cut by the end of a line; where it has spaces of its own, nothing tells whether a break is one. */
function oneValue(value = ''): string {
  return value.includes(' ') ? value : value.replace(/\n/g, '');
}

/** The panel's words in those of a message. */
function reasonOf(context: string): string {
  if (/^no /i.test(context)) return `because ${context}`;
  const denies = /^(an?|the) ([\w -]{3,60}?(?:policy|policies|boundary)) explicitly denies/i.exec(context);
  if (denies !== null) return `with an explicit deny in ${denies[1]!} ${denies[2]!}`;
  return context.replace(/^(?:with )?an? explicit deny|^explicit deny/i, 'with an explicit deny');
}
