/** The scenarios of all cases, as raw JSON, for what must hold of every scenario. */
import type { Scenario } from '../../src/index';
import evaluation from '../cases/evaluation.json';
import language from '../cases/language.json';

interface Case {
  readonly name: string;
  readonly scenario: Scenario;
}

export const caseScenarios = [...evaluation, ...language] as unknown as readonly Case[];
