import { useId, type ReactElement } from 'react';
import { isHidden, policiesAt, policyText, type OwnPolicies, type ScenarioTest } from '../../case/scenario';
import { policiesOfTest } from '../../store/testEdits';
import { useCase } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { WORDS } from './words';

interface OwnPoliciesFieldProps {
  readonly test: ScenarioTest;
  readonly index: number;
}

/** The text of the caller's own policies in a test: empty where the caller has none. */
function ownText({ policies = {} }: ScenarioTest): string {
  const { identity } = policies;
  if (identity === undefined || identity === null || isHidden(identity)) return '';
  return identity.map((policy) => policyText(policy)).join('\n\n');
}

/** A test about another person brings that person's policy along; SCPs and the resource's policy stay the case's. */
export function OwnPoliciesField({ test, index }: OwnPoliciesFieldProps): ReactElement {
  const scenario = useCase();
  const edit = useVerdict((state) => state.edit);
  const id = useId();
  const put = (policies: OwnPolicies | undefined, label?: string): void =>
    edit((present) => policiesOfTest(present, index, policies), label);
  const own = test.policies ?? {};
  const setText = (text: string): void =>
    put(
      { ...own, identity: text.trim() === '' ? null : [{ name: 'OwnPolicy', text }] },
      `test-policy-${index}`,
    );
  const page = policiesAt(scenario.policies, 'identity');
  return (
    <div className="tests-own">
      <label htmlFor={id}>{WORDS.ownIdentity}</label>
      <textarea
        id={id}
        className="area"
        rows={5}
        spellCheck={false}
        value={ownText(test)}
        onChange={({ target }) => setText(target.value)}
      />
      <p className="dim">{WORDS.ownHint}</p>
      {scenario.policies.boundary !== undefined && (
        <label className="check">
          <input
            type="checkbox"
            checked={own.boundary === null}
            onChange={({ target }) => {
              const { boundary: _, ...rest } = own;
              put(target.checked ? { ...rest, boundary: null } : rest);
            }}
          />
          {WORDS.noBoundary}
        </label>
      )}
      <div className="tests-own-do">
        <button
          className="btn sm line"
          disabled={page.length === 0}
          onClick={() => put({ ...own, identity: page })}
        >
          {WORDS.copy}
        </button>
        <button className="btn sm line" disabled={test.policies === undefined} onClick={() => put(undefined)}>
          {WORDS.back}
        </button>
      </div>
    </div>
  );
}
