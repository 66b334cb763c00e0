/** A decoded message as PowerShell lists an object: names, a colon, values. Only what stands at the top is printed. */
import type { JsonObject } from './values';

const LINE = /^(allowed|explicitDeny|context)[ \t]*:[ \t]*(.{1,2000})$/gm;

/** The decoded message of such a list, in the form that the JSON has; undefined where it is another text. */
export function decodedList(text: string): JsonObject | undefined {
  const lines = new Map([...text.slice(0, 20_000).matchAll(LINE)].map(([, name, value]) => [name!, value!]));
  const [allowed, explicit, context] = [
    lines.get('allowed'),
    lines.get('explicitDeny'),
    lines.get('context'),
  ];
  if (allowed === undefined || context === undefined || !/^(?:True|False)\s*$/i.test(allowed))
    return undefined;
  const member = (name: string): string | undefined =>
    new RegExp(`[{;] ?${name}=([^;}]{1,1500})[;}]`).exec(context)?.[1];
  return {
    allowed: /^true/i.test(allowed),
    explicitDeny: /^true/i.test(explicit ?? ''),
    context: { action: member('action'), resource: member('resource') },
  };
}
