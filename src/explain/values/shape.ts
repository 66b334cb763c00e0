/** What an element looks like value by value. */
import type { Scenario } from '../../case/scenario';
import type { ConditionReason, ElementTrace, Evaluation, StatementTrace } from '../../engine/evaluation';
import { parseArn } from '../../language/arn';
import { parseOperator } from '../../language/operators';
import type { Operator } from '../../language/operators';
import { elementWords } from '../elements';
import { nullHolds } from '../elements/condition';
import { operatorParts } from '../elements/operators';
import { textAt } from '../source';
import { addressShape } from './addresses';
import { attempt, closestFirst } from './attempts';
import type { Listed, Rule } from './attempts';
import { lineShape } from './edges';
import { fill, readsVariables } from './filled';
import { listedOf } from './listed';
import { actionParts, arnParts, claimParts } from './named';
import { setShape } from './sets';
import type { Stretch, ValueShape } from './types';

interface About {
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
  readonly statement: StatementTrace;
  readonly element: ElementTrace;
  readonly listed: readonly Listed[];
  readonly variables: boolean;
}

export function shapeOf(
  scenario: Scenario,
  evaluation: Evaluation,
  statement: StatementTrace,
  element: ElementTrace,
): ValueShape {
  const listed = listedOf(scenario, statement, element);
  const variables = readsVariables(textAt(scenario, statement.address) ?? '');
  const about = { scenario, evaluation, statement, element, listed, variables };
  if (element.reason.kind === 'placeholder') return nothing('not known', about, elementWords(element));
  switch (element.element) {
    case 'Action':
    case 'NotAction':
      return over(scenario.request.action, 'action', actionParts(scenario.request.action), about);
    case 'Resource':
    case 'NotResource':
      return resourceShape(about);
    case 'Principal':
    case 'NotPrincipal':
      return principalShape(about);
    case 'Condition':
      return element.reason.kind === 'condition'
        ? conditionShape(element.reason, about)
        : nothing('not known', about, '');
  }
}

function nothing(word: string, { listed }: Pick<About, 'listed'>, rule: string): ValueShape {
  return { kind: 'missing', word, policy: listed.map(({ written }) => written), rule };
}

/** Every listed pattern over one text, the closest first. */
function over(text: string, rule: Rule, parts: readonly Stretch[], about: About): ValueShape {
  const { listed, variables, evaluation, element } = about;
  if (text === '') return nothing('not given', about, '');
  const part = element.element.endsWith('Resource') ? 'resource' : 'value';
  const filled = rule === 'action' ? false : variables;
  const attempts = listed.map((one) =>
    attempt(one, fill(one.written, part, filled, evaluation), text, rule, parts),
  );
  return { kind: 'attempts', attempts: closestFirst(attempts, nearestPath(element)), of: attempts.length };
}

function nearestPath({ reason }: ElementTrace): string | undefined {
  if (reason.kind === 'resourceNotListed') return reason.nearest?.path;
  return reason.kind === 'resourceMatched' || reason.kind === 'actionMatched' ? reason.path : undefined;
}

function resourceShape(about: About): ValueShape {
  const { resource } = about.scenario.request;
  if (about.element.reason.kind === 'resourceImplied') {
    return {
      kind: 'plain',
      request: resource,
      policy: ['the resource that the policy is attached to'],
      same: true,
    };
  }
  return over(resource, 'whole', arnParts(resource), about);
}

/** Principals are compared as a whole: no wildcard but `*` alone. IAM User Guide: "Principal". */
function principalShape(about: About): ValueShape {
  const { evaluation, element, listed, scenario } = about;
  const { reason } = element;
  const caller = reason.kind === 'principalNotNamed' ? reason.caller : scenario.request.principal;
  if (reason.kind !== 'principalNotNamed' || caller === '') {
    const matched =
      reason.kind === 'principalMatched' || reason.kind === 'principalExempt' ? reason.value : undefined;
    const policy = matched === undefined ? listed.map(({ written }) => written) : [matched];
    return { kind: 'plain', request: scenario.request.principal, policy, same: matched !== undefined };
  }
  const attempts = listed.map((one) =>
    attempt(one, fill(one.written, 'value', false, evaluation), caller, 'exact', arnParts(caller)),
  );
  // Named by its ARN and still not reached, or of another partition, where no entry reaches it, `*` neither: there is
  // no character at which the two part.
  const isApart = attempts.some((one) => one.matches) || areApart(caller, scenario.request.resource);
  if (element.element === 'NotPrincipal' || isApart) {
    return { kind: 'plain', request: caller, policy: listed.map(({ written }) => written), same: false };
  }
  return { kind: 'attempts', attempts: closestFirst(attempts), of: attempts.length };
}

/** Access is never delegated across partitions. IAM User Guide: "AWS JSON policy elements: Principal". */
function areApart(caller: string, resource: string): boolean {
  const [one, other] = [parseArn(caller)?.partition, parseArn(resource)?.partition];
  return one !== undefined && other !== undefined && one !== other;
}

function conditionShape(reason: ConditionReason, about: About): ValueShape {
  const operator = parseOperator(reason.operator);
  if (reason.actual === 'unknown') return nothing('not known', about, 'the request may have any value');
  if (!operator) return nothing('cannot be told', about, `${reason.operator} is not an operator`);
  if (operator.family === 'null') return presence(reason);
  if (reason.actual === 'absent') return nothing('not in the request', about, ABSENT[reason.by] ?? '');
  if (reason.actual.length === 0) return nothing('an empty set', about, ABSENT[reason.by] ?? '');
  if (operator.set !== undefined) return setShape(reason, operator, about.variables, about.evaluation);
  return reason.actual.length > 1
    ? setShape(reason, { ...operator, set: 'any' }, about.variables, about.evaluation)
    : single(reason, operator, reason.actual[0]!, about);
}

/** The rule for a key that is not there. IAM User Guide: "Condition operators". */
const ABSENT: Partial<Record<ConditionReason['by'], string>> = {
  absentPositive: 'it needs a value to compare: a missing key never equals',
  absentNegated: 'a negated operator is true of a missing key',
  absentIfExists: 'IfExists is true of a missing key',
  absentForAll: 'ForAllValues is true of no values',
  absentForAny: 'ForAnyValue wants one value, and there is none',
};

function presence({ actual, expected, operator }: ConditionReason): ValueShape {
  const request = actual === 'absent' ? 'not in the request' : 'in the request';
  const always = nullHolds(operator, expected);
  if (always !== undefined) {
    return { kind: 'plain', request, policy: [always ? 'holds either way' : 'never holds'], same: always };
  }
  const asks = expected[0]?.toLowerCase() === 'true' ? 'not in the request' : 'in the request';
  return { kind: 'plain', request, policy: [asks], same: request === asks };
}

function single(reason: ConditionReason, operator: Operator, actual: string, about: About): ValueShape {
  const plain: ValueShape = {
    kind: 'plain',
    request: actual,
    policy: reason.expected,
    same: (about.element.truth === 'yes') !== operatorParts(reason.operator).negated,
  };
  switch (operator.family) {
    case 'string': {
      const rule: Rule =
        operator.comparison === 'like'
          ? 'whole'
          : operator.comparison === 'equals'
            ? 'exact'
            : 'exactAnyCapitals';
      const known = claimParts(reason.key, actual);
      return over(actual, rule, known.length > 0 ? known : arnParts(actual), about);
    }
    case 'arn':
      return over(actual, 'arn', arnParts(actual), about);
    case 'ip':
      return addressShape(actual, about.listed) ?? plain;
    case 'date':
      return lineShape('moment', reason, about.statement) ?? plain;
    case 'numeric':
      return lineShape('number', reason, about.statement) ?? plain;
    case 'bool':
    case 'binary':
    case 'null':
      return plain;
  }
}
