/** Statements of one policy that change nothing whatever names AWS adds and whatever other policies say. */
import { ReadPolicy, allowedBy } from '../policy';
import type { AskedType, PolicyInput } from '../policy';
import { Space } from '../space';
import type { Formula } from '../formula';
import type { ReasoningOptions } from './compare';
import { Question, whyDead } from './dead';
import type { DeadIn } from './dead';

export type LastingDead = Pick<DeadIn, 'statement' | 'why' | 'by'>;

const always = (): boolean => true;

/**
 * The statements that may go together: each is dead once those told after it are gone, so of two that stand for each
 * other only the later is told. A Deny that meets no Allow is not told: another policy may hold the Allow. What could
 * not be decided within the options is not told either.
 */
export function lastingDead(
  policy: PolicyInput,
  type: AskedType,
  options: ReasoningOptions = {},
): readonly LastingDead[] {
  const read = new ReadPolicy('Policy', policy, type);
  if (read.problem !== undefined) return [];
  const space = new Space(options.catalog, { apart: true });
  const statements = read.addTo(space);
  const question = new Question(read, space, statements, options);
  const gone = new Set<number>();
  const found: LastingDead[] = [];
  for (let at = read.nodes.length - 1; at >= 0; at -= 1) {
    if (!question.isNever(withoutIt(question, at, gone), always)) continue;
    const { why, by } = whyDead(question, at, gone);
    gone.add(at);
    found.push({ statement: at, why, by });
  }
  return found.reverse();
}

/** Requests that are answered otherwise without the statement; of a Deny, those that no other Deny stops. */
function withoutIt({ space, policy, statements }: Question, at: number, gone: ReadonlySet<number>): Formula {
  const { formulas } = space;
  if (policy.nodes[at]!.effect === 'Allow') {
    const rest = new Set([...gone, at]);
    const [all, less] = [gone, rest].map((left) => allowedBy(space, policy.nodes, statements, left));
    return formulas.and([all!, formulas.not(less!)]);
  }
  const others = statements.filter(
    (_, each) => each !== at && !gone.has(each) && policy.nodes[each]!.effect === 'Deny',
  );
  return formulas.and([statements[at]!, ...others.map((other) => formulas.not(other))]);
}
