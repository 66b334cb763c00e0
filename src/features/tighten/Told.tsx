import { useMemo, type ReactElement } from 'react';
import { compareSimulation, DIFFERENCES } from '../../audit/least-privilege/compare-simulation';
import type { TightenView } from '../../audit/least-privilege/view';
import { addPolicy, setPolicyText } from '../../case/edits';
import { lastSegment } from '../../language/arn';
import { useCase } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { layOut } from './apply';
import { identityPolicies } from './useQuestion';
import { counted } from './words';

/** What AWS itself says: policies that it recommends or made, and its simulator's answers beside Verdict's. */
export function Told({ view }: { readonly view: TightenView }): ReactElement {
  return (
    <>
      <Recommended view={view} />
      <Simulated view={view} />
    </>
  );
}

function Recommended({ view }: { readonly view: TightenView }): ReactElement | null {
  const scenario = useCase();
  const { edit, say } = useVerdict.getState();
  if (view.recommended.length === 0) return null;
  const use = (name: string, of: string | undefined, document: unknown): void => {
    const old = identityPolicies(scenario).find(
      (policy) => of !== undefined && policy.name === lastSegment(of),
    );
    edit((before) =>
      old === undefined
        ? addPolicy(before, 'identity', { name, text: layOut(document) }).scenario
        : setPolicyText(before, old.address, layOut(document)),
    );
    say(old === undefined ? `Added: ${name}.` : `Replaced: ${old.name}.`, { undo: true });
  };
  return (
    <>
      <h3 className="tg-sect">Access Analyzer says</h3>
      <ul className="tg-rows" aria-label="Recommended policies">
        {view.recommended.map((step, index) => (
          <li key={index} className="tg-told">
            {step.do === 'detach' ? (
              <>
                Detach <code>{step.policy}</code>
              </>
            ) : (
              <>
                <span>
                  {step.name}
                  {step.of === undefined ? '' : ', in place of '}
                  {step.of !== undefined && <code>{lastSegment(step.of)}</code>}
                </span>
                <button className="link" onClick={() => use(step.name, step.of, step.document)}>
                  Use it
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The differences first, each with its documented reason. */
function Simulated({ view }: { readonly view: TightenView }): ReactElement | null {
  const scenario = useCase();
  const { simulated } = view;
  const rows = useMemo(
    () => (simulated === undefined ? [] : compareSimulation(scenario, simulated)),
    [scenario, simulated],
  );
  if (simulated === undefined) return null;
  const different = rows.filter(({ reason }) => reason !== undefined);
  return (
    <>
      <h3 className="tg-sect">
        AWS’s simulator{' '}
        <span>
          {counted(rows.length - different.length, 'answer')} as Verdict’s, {different.length} not
        </span>
      </h3>
      <ul className="tg-rows" aria-label="Answers of the simulator">
        {[...different, ...rows.filter(({ reason }) => reason === undefined)]
          .slice(0, 200)
          .map((row, index) => (
            <li key={index} className="tg-told">
              <span>
                <code>{row.action}</code> <code className="dim">{row.resource}</code>
                <small>
                  AWS says {row.aws}, Verdict says {row.verdict}.
                  {row.reason !== undefined && ` ${DIFFERENCES[row.reason]}`}
                </small>
              </span>
            </li>
          ))}
      </ul>
    </>
  );
}
