/** What the page’s own editor knows, handed in by the place: a feature does not reach into another. */
import type { PolicyAddress, Scenario } from '../../../case/scenario';
import type { PolicyType } from '../../../checks/policy-type';
import type { Evaluation } from '../../../engine/evaluation';
import type { Assist, EditorMarks } from '../../../ui/editor/marks';

export interface EditorTools {
  readonly marks: (scenario: Scenario, evaluation: Evaluation, address: PolicyAddress) => EditorMarks;
  readonly assist: (type: PolicyType) => Assist;
}
