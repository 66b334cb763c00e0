/** The language of policies for the editor: suggestions and explanations from the checks' knowledge. */
import type { Suggestion } from '../../../checks/assist/suggestion';
import type { CaseFacts } from '../../../checks/assist/describe/case-facts';
import type { PolicyType } from '../../../checks/policy-type';
import { actionsKnown } from '../../../store/catalog';
import { evaluationOf } from '../../../store/derive';
import { useVerdict } from '../../../store/store';
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

/** What the case on the page says about what stands in its policies. */
function caseFacts(type: PolicyType): CaseFacts {
  const scenario = useVerdict.getState().history.present;
  const { context, keysRead, principal, resourceAccount } = evaluationOf(scenario);
  const values = new Map(context.map(({ key, value }) => [key.toLowerCase(), value]));
  const absent = new Set(keysRead.map((key) => key.toLowerCase()));
  const organization = scenario.organization?.id;
  return {
    type,
    ...(principal.account !== undefined && { callerAccount: principal.account }),
    ...(resourceAccount !== undefined && { resourceAccount }),
    ...(organization !== undefined && { organization }),
    requestValue: (key) => values.get(key.toLowerCase()),
    lacks: (key) => absent.has(key.toLowerCase()),
  };
}

/**
 * The knowledge is fetched when it is first asked for. All of it waits for the names of actions: the editor asks once for
 * a word, and an answer without them would stay for the whole word.
 */
export function policyAssist(type: PolicyType): Assist {
  return {
    suggest: async (text, offset) => {
      const { suggest } = await import('../../../checks/assist/suggest');
      const { span, items } = suggest(text, offset, caseFacts(type), await actionsKnown());
      return { span, items: items.map(completionOf) };
    },
    describe: async (text, offset) => {
      const { describe } = await import('../../../checks/assist/describe');
      return describe(text, offset, caseFacts(type), await actionsKnown());
    },
    rewrites: async (text, offset) => {
      const { rewritesAt } = await import('../../../checks/assist/rewrites');
      return rewritesAt(text, offset, await actionsKnown()).map(({ title, edits }) =>
        quickFixOf(text, title, edits),
      );
    },
    nameAt: async (text, offset) => {
      const { sidAt } = await import('../../../checks/assist/rename');
      const found = sidAt(text, offset);
      return found && { span: found.span, name: found.sid };
    },
    rename: async (text, offset, name) => {
      const { renameSid } = await import('../../../checks/assist/rename');
      return renameSid(text, offset, name, type);
    },
  };
}
