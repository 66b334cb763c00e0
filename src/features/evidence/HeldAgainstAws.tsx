import { useState, type ReactElement } from 'react';
import { viewsOf } from '../../call/view';
import {
  DECISION_WORDS,
  awsFound,
  differenceReport,
  holdAgainstAws,
  type Held,
} from '../../explain/held-against-aws';
import type { Scenario } from '../../case/scenario';
import { evaluationOf } from '../../store/derive';
import { useCase } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { addTest } from '../../store/testEdits';
import { backticks } from '../../ui/backticks';
import { copyText } from '../../ui/copyText';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';

const LEADS: Readonly<Record<Held['result'], string>> = {
  same: 'The same as AWS.',
  differs: 'Not the same as AWS.',
  open: 'Not held against AWS yet.',
};

interface Row {
  readonly view: Scenario;
  readonly held: Held;
}

/** Each evaluation of AWS beside the one of this page, the worst in front of the sentence. */
export default function HeldAgainstAws(): ReactElement {
  const whole = useCase();
  const [open, setOpen] = useState(false);
  const rows = viewsOf(whole).flatMap((view): Row[] => {
    const held = holdAgainstAws(view, evaluationOf(view));
    return held === undefined ? [] : [{ view, held }];
  });
  const results = rows.map(({ held }) => held.result);
  const result = results.includes('differs') ? 'differs' : results.includes('open') ? 'open' : 'same';
  const awaited = new Set(rows.flatMap(({ held }) => held.awaited));
  return (
    <div className="ev-aws" role="note" aria-label="AWS’s own evaluation">
      <div className="reproduced">
        <Icon name={rows.length > 0 && result === 'same' ? 'tick' : 'query'} />
        <span>
          <b>{rows.length === 0 ? 'Another request.' : LEADS[result]}</b>{' '}
          {sentence(rows, result, awaited.size)}
        </span>
        {rows.length > 0 && (
          <button className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Less' : 'Show each'}
          </button>
        )}
        <span className="grow" />
        {rows.length > 0 && (
          <button className="btn sm" onClick={() => keepAsTest(rows[0]!)}>
            Keep AWS’s verdict as a test
          </button>
        )}
        {result === 'differs' && (
          <button className="btn sm" onClick={() => copyReport(rows)}>
            Copy a report
          </button>
        )}
      </div>
      {open && <Rows rows={rows} />}
    </div>
  );
}

function sentence(rows: readonly Row[], result: Held['result'], awaited: number): string {
  if (rows.length === 0)
    return 'The request is no longer the one that AWS evaluated, so its word does not hold.';
  if (result === 'differs')
    return 'AWS is right: the policies given may be newer, or a value is missing. If neither is so, please report it.';
  if (result === 'open') return 'AWS tells no outcome, or the verdict here is still open.';
  const texts =
    awaited === 0
      ? 'With all texts given.'
      : `By what AWS says matched: the ${awaited === 1 ? 'text of 1 policy is' : `texts of ${awaited} policies are`} not here yet.`;
  return rows.length === 1 ? texts : `All ${rows.length} evaluations. ${texts}`;
}

function Rows({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  return (
    <ul className="ev-rows">
      {rows.map(({ view, held }, index) => (
        <li key={index}>
          <Icon name={held.result === 'same' ? 'tick' : 'query'} />
          <div>
            <code>{held.said.request.action}</code> <span className="dim">on</span>{' '}
            <code>{held.said.request.resource}</code>
            <p>
              AWS found <RichText text={awsFound(held.said, view)} />. Here: {DECISION_WORDS[held.ours]}.
            </p>
            {held.differences.map((difference) => (
              <p key={difference}>
                <RichText text={backticks(difference)} />
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The request of the page, with what AWS decided: it goes on failing where a change of the policies turns it. */
function keepAsTest({ held }: Row): void {
  const { edit, say } = useVerdict.getState();
  edit((scenario) => addTest(scenario, held.said.outcome === 'Allowed' ? 'Allowed' : 'Denied'));
  say('AWS’s verdict is kept as a test.', { undo: true });
}

function copyReport(rows: readonly Row[]): void {
  const { say } = useVerdict.getState();
  void copyText(differenceReport(rows.map(({ held }) => held))).then((copied) =>
    say(copied ? 'The report is copied. Nothing was sent.' : 'The browser did not let it be copied.'),
  );
}
