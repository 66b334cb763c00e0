/** For a missing Allow: what could be added, narrowest first. */
import { isForeignKey } from '../../catalog/foreign-keys';
import { notSent } from '../../catalog/request-keys';
import type { Catalog } from '../../catalog/service-reference';
import type { ElementTrace, Evaluation, StatementTrace } from '../../engine/evaluation';
import type { Layer, Scenario } from '../../case/scenario';
import { statementName } from '../facts';
import { serviceOf } from '../../case/layers';
import { nearestIn } from '../nearest';
import { code, list, rich } from '../rich';
import { textAt, valuesAt } from '../source';
import { conditionRepairs } from './conditions';
import { appendValue } from '../../language/edits-at';
import { newStatement } from './new-statement';
import { ownership, publicRepairs } from './object-access';
import { principalRepairs } from './principals';
import { resourceRepairs } from './resources';
import type { Made, Proposal } from './types';

/** Proposals for one layer whose Allow is missing. */
export function allowProposals(
  layer: Layer,
  scenario: Scenario,
  evaluation: Evaluation,
  catalog?: Catalog,
): readonly Proposal[] {
  const near = nearestIn(scenario, evaluation, layer)?.statement;
  return [
    ...publicRepairs(layer, scenario, evaluation),
    ...(layer === 'resource' ? ownership(scenario) : []),
    ...(near ? repairs(near, scenario, evaluation) : []),
    ...newStatement(layer, near?.address, scenario, evaluation).map((one) => ({
      ...one,
      ...(near && bypassed(near, scenario, catalog)),
    })),
  ];
}

/** A new statement would step around the conditions that alone keep the nearest one from matching. */
function bypassed(
  near: StatementTrace,
  { request }: Scenario,
  catalog: Catalog | undefined,
): { readonly warning: string } | undefined {
  const differing = near.elements.filter(({ truth }) => truth !== 'yes');
  const keys = differing.flatMap(({ reason }) => (reason.kind === 'condition' ? [`\`${reason.key}\``] : []));
  if (keys.length === 0 || keys.length < differing.length) return undefined;
  const asked = list([...new Set(keys)]);
  const isSent = ({ reason }: ElementTrace): boolean =>
    reason.kind !== 'condition' ||
    !(
      isForeignKey(reason.key, request.action) ||
      (catalog && notSent(catalog, request.action, request.resource, reason.key))
    );
  if (!differing.every(isSent))
    return {
      warning: `\`${statementName(near)}\` asks for ${asked}, which AWS does not send with this request: it needs a statement without.`,
    };
  return { warning: `\`${statementName(near)}\` asks for ${asked}; this statement steps around it.` };
}

/** One edit mends a statement only when a single element of it differs. */
function repairs(statement: StatementTrace, scenario: Scenario, evaluation: Evaluation): readonly Proposal[] {
  const differing = statement.elements.filter(({ truth }) => truth !== 'yes');
  const [element] = differing;
  const text = textAt(scenario, statement.address);
  if (!element || differing.length > 1 || text === undefined) return [];
  const { address, policy } = statement;
  const base = { layer: address.layer, address, policy, statement: statement.statement };
  const name = code(statementName(statement));
  const made = (part: Made): Proposal[] => [{ ...base, ...part }];
  const edited = (kind: Proposal['kind'], title: Proposal['title'], newText: string | undefined) =>
    newText === undefined ? [] : made({ kind, title, newText });
  const { action, resource } = scenario.request;
  switch (element.element) {
    case 'Action':
      if (!coversService(text, element.path, action)) return [];
      return edited(
        'addAction',
        rich`Add ${code(action)} to ${name}`,
        appendValue(text, element.path, action),
      );
    case 'Resource':
      return resourceRepairs(element, text, resource, name).flatMap(made);
    case 'Principal':
      return principalRepairs(element, text, name, scenario, evaluation).flatMap(made);
    case 'Condition':
      return conditionRepairs(statement, element, { text, name, scenario, evaluation }).flatMap(made);
    case 'NotAction':
    case 'NotResource':
    case 'NotPrincipal':
      return [];
  }
}

/** A statement about another service is not the place for this action. */
function coversService(text: string, path: string, action: string): boolean {
  const service = `${serviceOf(action)}:`;
  return valuesAt(text, path).some((pattern) => pattern.toLowerCase().startsWith(service));
}
