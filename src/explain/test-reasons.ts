/** What a test may expect to decide: the layers and statements of the policies that it asks. */
import { LAYER_TABLE } from '../case/layers';
import {
  LAYERS,
  listPolicies,
  policyText,
  type Because,
  type Scenario,
  type ScenarioTest,
} from '../case/scenario';
import { readPolicyText } from '../language/document';
import { testScenario } from './run-tests';

export interface StatementReason {
  readonly because: Because;
  /** Its Sid, or its number counted from 1. */
  readonly name: string;
  readonly policy: string;
}

export interface TestReasons {
  /** Only for a denial: layers whose missing Allow may be it. */
  readonly layers: readonly Because[];
  readonly statements: readonly StatementReason[];
}

/** So many statements are a list that can be read; the rest is in the policy. */
const MOST = 200;

/** The reasons that fit what a test expects: Allow statements for `Allowed`; Deny statements and layers for `Denied`. */
export function reasonsFor(scenario: Scenario, test: ScenarioTest): TestReasons {
  const asked = testScenario(scenario, test);
  const effect = test.expect === 'Allowed' ? 'Allow' : 'Deny';
  const statements: StatementReason[] = [];
  for (const { address, policy } of listPolicies(asked.policies)) {
    if (policy.off === true) continue;
    const read = readPolicyText(policyText(policy), LAYER_TABLE[address.layer].form);
    if (read.kind !== 'readable') continue;
    read.tree.statements.forEach((node, index) => {
      if (node.effect !== effect || statements.length >= MOST) return;
      const { layer } = address;
      statements.push({
        because: { layer, policy: policy.name, statement: node.sid ?? index },
        name: node.sid ?? String(index + 1),
        policy: policy.name,
      });
    });
  }
  const inPlay = LAYERS.filter((layer) => asked.policies[layer] !== undefined || layer === 'identity');
  return { layers: effect === 'Allow' ? [] : inPlay.map((layer) => ({ layer })), statements };
}
