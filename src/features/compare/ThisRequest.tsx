import { useMemo, type ReactElement } from 'react';
import type { Evaluation } from '../../engine/evaluation';
import { evaluate } from '../../engine/evaluate';
import type { Scenario } from '../../case/scenario';
import { explain } from '../../explain/headline';
import { evaluateCall } from '../../call/verdict';
import { wholeSentence } from '../../call/words';
import { compareScenarios } from '../../call/compare';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
import { RichText } from '../../ui/RichText';
import { InputDifferences } from './InputDifferences';
import { StepTable } from './StepTable';
import './compare.css';

/** What both versions say of the one request of the case: verdicts, steps, and what differs in the request. */
export function ThisRequest({ kept }: { readonly kept: Scenario }): ReactElement {
  const present = useVerdict(({ history }) => history.present);
  const now = useMemo(() => evaluate(present), [present]);
  const before = useMemo(() => evaluate(kept), [kept]);
  const differences = useMemo(() => compareScenarios(kept, present), [kept, present]);
  return (
    <section className="compare" aria-label="This request">
      <h2>This request</h2>
      <div className="compare-verdicts">
        <Answer name="A" scenario={kept} evaluation={before} />
        <Answer name="Now" scenario={present} evaluation={now} />
      </div>
      <StepTable kept={kept} before={before} present={present} now={now} />
      <InputDifferences differences={differences} />
    </section>
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
