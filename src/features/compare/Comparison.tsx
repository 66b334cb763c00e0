import { useMemo, type ReactElement } from 'react';
import type { Evaluation } from '../../engine/evaluation';
import { evaluate } from '../../engine/evaluate';
import type { Scenario } from '../../case/scenario';
import { explain } from '../../explain/headline';
import { evaluateCall } from '../../call/verdict';
import { wholeSentence } from '../../call/words';
import { compareScenarios } from '../../call/compare';
import { goTo } from '../../store/router';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
import { RichText } from '../../ui/RichText';
import { InputDifferences } from './InputDifferences';
import { StepTable } from './StepTable';

interface ComparisonProps {
  readonly kept: Scenario;
  readonly onOther: () => void;
  readonly onForget: () => void;
}

/** Verdicts, steps, and what differs in the request and the policies. */
export function Comparison({ kept, onOther, onForget }: ComparisonProps): ReactElement {
  const present = useVerdict(({ history }) => history.present);
  const now = useMemo(() => evaluate(present), [present]);
  const before = useMemo(() => evaluate(kept), [kept]);
  const differences = useMemo(() => compareScenarios(kept, present), [kept, present]);
  return (
    <div className="compare">
      <div className="compare-verdicts">
        <Answer name="A" scenario={kept} evaluation={before} />
        <Answer name="Now" scenario={present} evaluation={now} />
      </div>
      <StepTable kept={kept} before={before} present={present} now={now} />
      <InputDifferences differences={differences} />
      <Actions kept={kept} present={present} onOther={onOther} onForget={onForget} />
    </div>
  );
}

interface AnswerProps {
  readonly name: string;
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
}

function Answer({ name, scenario, evaluation }: AnswerProps): ReactElement {
  const { tone, lead, sentence } = useMemo(() => explain(scenario, evaluation), [scenario, evaluation]);
  return (
    <section className={`k-${tone}`} aria-label={name}>
      <h3>
        {name}
        {scenario.title !== undefined && <span className="compare-title"> · {scenario.title}</span>}
      </h3>
      <p>
        <Glyph kind={tone} label="" />{' '}
        <span>
          <b className="word">{lead}</b> <RichText text={sentence} />
        </span>
      </p>
      {scenario.linked !== undefined && <p>{wholeSentence(evaluateCall(scenario))}</p>}
    </section>
  );
}

/** Going back and swapping are one undo step each. */
function Actions({
  kept,
  present,
  onOther,
  onForget,
}: ComparisonProps & { readonly present: Scenario }): ReactElement {
  const { replace, keep } = useVerdict.getState();
  return (
    <div className="actions">
      <button className="btn" onClick={onForget}>
        Forget A
      </button>
      <button className="btn" onClick={onOther}>
        Another A…
      </button>
      <button
        className="btn line"
        onClick={() => {
          keep(present);
          replace(kept, 'Swapped: what was kept as A is the case now');
        }}
      >
        Swap
      </button>
      <button
        className="btn line"
        onClick={() => {
          replace(kept, 'Went back to A');
          goTo('case');
        }}
      >
        Go back to A
      </button>
    </div>
  );
}
