/** The language of policies for the editor: suggestions and explanations from the checks' knowledge. */
import type { Suggestion } from '../../../checks/assist/suggestion';
import type { PolicyType } from '../../../checks/policy-type';
import { actionsKnown, useReference } from '../../../store/catalog';
import { quickFixOf } from '../notices';
import type { Assist, Completion } from '../../../ui/editor/marks';

/** A suggestion as JSON in place of a whole string. Snippets escape their own text, so quotes are all they need. */
export function completionOf({
  label,
  detail,
  info,
  insert,
  snippet,
  raw,
  again,
  order,
}: Suggestion): Completion {
  const json = raw ? insert : snippet ? `"${insert}"` : JSON.stringify(insert);
  // A list that goes on leaves the caret inside the quotes.
  const open = again === true && !snippet;
  return {
    label,
    ...(detail !== undefined && { detail }),
    ...(info !== undefined && { info }),
    insert: open ? `${json.slice(0, -1)}$0"` : json,
    filter: JSON.stringify(raw || snippet ? label : insert),
    snippet: snippet === true || open,
    again: again === true,
    order: order ?? 0,
  };
}

/** The knowledge is fetched when it is first asked for. */
export function policyAssist(type: PolicyType): Assist {
  const catalog = () => useReference.getState().catalog;
  return {
    suggest: async (text, offset) => {
      const { suggest } = await import('../../../checks/assist/suggest');
      const { span, items } = suggest(text, offset, type, catalog());
      return { span, items: items.map(completionOf) };
    },
    describe: async (text, offset) => {
      const { describe } = await import('../../../checks/assist/describe');
      return describe(text, offset, catalog());
    },
    rewrites: async (text, offset) => {
      const { rewritesAt } = await import('../../../checks/assist/rewrites');
      return rewritesAt(text, offset, await actionsKnown()).map(({ title, edits }) =>
        quickFixOf(text, title, edits),
      );
    },
  };
}
