/** The scenarios of all cases, read from their JSON, for what must hold of every scenario. */
import { parseScenario, type Scenario } from '../../src/index';
import evaluation from '../cases/evaluation.json';
import language from '../cases/language.json';

interface Case {
  readonly name: string;
  readonly scenario: Scenario;
}

export const caseScenarios: readonly Case[] = [...evaluation, ...language].map(({ name, scenario }) => ({
  name,
  scenario: parseScenario(scenario),
}));
