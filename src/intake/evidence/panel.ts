/**
 * The panel that the AWS console shows and offers to copy: `User: …`, `Action: …`, `On resource(s): …`, `Context: …`,
 * one a line, sometimes with `Service: …` and the action without its prefix.
 */
import { readPrincipal, readResource } from './names';
import { readReason } from './reason';
import type { Denial } from './types';
import { defined } from './values';

const PANEL =
  /User: ?(\S{1,700}) (?:Service: ?([a-z][\w-]{0,62}) )?Action: ?(?:([a-z][\w-]{0,62}):)?([A-Za-z]\w{0,127}) On resource\(s\): ?(.{1,2200}?) Context: ?(.{1,300})/i;

/** The denial of a console panel in a text on one line. */
export function panelIn(line: string): Denial | undefined {
  const start = line.search(/On resource\(s\):/i);
  if (start === -1) return undefined;
  const panel = PANEL.exec(line.slice(Math.max(0, start - 1_200), start + 3_000));
  if (panel === null) return undefined;
  const [, user, service, prefix, action, resource, context] = panel as unknown as (string | undefined)[];
  const owner = prefix ?? service;
  const caller = readPrincipal(user ?? '');
  const target = readResource(` on resource: ${resource ?? ''}`);
  const { notes, ...reason } = readReason(reasonOf(context ?? ''));
  return {
    request: defined({
      principal: caller.principal,
      action: owner === undefined ? undefined : `${owner}:${action ?? ''}`,
      resource: target.resource,
    }),
    ...reason,
    notes: [...caller.notes, ...target.notes, ...notes],
  };
}

/** The panel's words in those of a message. */
function reasonOf(context: string): string {
  if (/^no /i.test(context)) return `because ${context}`;
  const denies = /^(an?|the) ([\w -]{3,60}?(?:policy|policies|boundary)) explicitly denies/i.exec(context);
  if (denies !== null) return `with an explicit deny in ${denies[1]!} ${denies[2]!}`;
  return context.replace(/^(?:with )?an? explicit deny|^explicit deny/i, 'with an explicit deny');
}
