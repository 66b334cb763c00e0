import { useMemo, type ReactElement } from 'react';
import type { Names, TightenView, VerdictRow } from '../../audit/least-privilege/view';
import { inlineLimit, sizeOf } from '../../audit/least-privilege/limits';
import { goTo } from '../../store/router';
import { useTighten } from '../../store/tighten';
import { useVerdict } from '../../store/store';
import { JsonLine } from '../../ui/JsonLine';
import { verdictLines } from './lines';
import { UseMark, type UseKind } from './Marks';
import { Segments } from './Segments';
import type { CasePolicy } from './useQuestion';
import { dayWord, numberWord } from './words';

/** The policies as they are, with a verdict under each pattern. */
export function Before({
  view,
  policies,
}: {
  readonly view: TightenView;
  readonly policies: readonly CasePolicy[];
}): ReactElement {
  if (policies.length === 0)
    return (
      <p className="tg-none">
        The case has no identity-based policy that can be read. Add the one that allowed these calls, in Case
        or by Paste, and it is struck down to what was used.
      </p>
    );
  return (
    <>
      {policies.map((policy, index) => (
        <BeforePolicy key={index} view={view} policy={policy} index={index} />
      ))}
    </>
  );
}

interface BeforePolicyProps {
  readonly view: TightenView;
  readonly policy: CasePolicy;
  readonly index: number;
}

function BeforePolicy({ view, policy, index }: BeforePolicyProps): ReactElement {
  const rows = useMemo(() => view.verdicts.filter((row) => row.policy === index), [view, index]);
  const lines = useMemo(() => policy.text.split('\n'), [policy.text]);
  const verdicts = useMemo(() => verdictLines(policy.text, rows), [policy.text, rows]);
  const open = useVerdict((state) => state.open);
  return (
    <section aria-label={`Before: ${policy.name}`}>
      <div className="head">
        <span className="grow cut">
          <span className="dim">Before /</span> <b>{policy.name}</b>
        </span>
        <button
          className="btn sm"
          onClick={() => {
            open(policy.address);
            goTo('case');
          }}
        >
          Open in Case
        </button>
      </div>
      <ol className="tg-text">
        {lines.map((line, at) => {
          const here = verdicts.get(at) ?? [];
          const gone = here.length > 0 && here.every(({ outcome }) => outcome !== 'keep');
          return (
            <li key={at}>
              <div className="tg-tl">
                <span className="tg-no" aria-hidden="true">
                  {at + 1}
                </span>
                {gone ? (
                  <span className="tg-struck">
                    {indentOf(line)}
                    <del>
                      <span className="hidden-text">
                        {here.every(({ outcome }) => outcome === 'strike') ? 'not used: ' : 'narrowed: '}
                      </span>
                      <JsonLine text={line.trimStart()} />
                    </del>
                  </span>
                ) : (
                  <JsonLine text={line} />
                )}
              </div>
              {here.map((row) => (
                <VerdictOf key={`${row.statement} ${row.entry}`} row={row} named={here.length > 1} />
              ))}
            </li>
          );
        })}
      </ol>
      <div className="foot tg-size">
        {numberWord(sizeOf(policy.document))} of {numberWord(inlineLimit(view.principal))} characters
      </div>
    </section>
  );
}

/** The three levels under a pattern, and for iam:PassRole the question. */
function VerdictOf({ row, named }: { readonly row: VerdictRow; readonly named: boolean }): ReactElement {
  const { choices, choose } = useTighten();
  const levels: readonly (readonly [UseKind, string, Names, string])[] = [
    ['used', 'Used', row.used, row.used.some.map(bare).join(' ')],
    ['unused', 'Not used', row.notUsed, unusedWords(row)],
    ['nodata', 'No data', row.noData, row.noData.count === 0 ? '' : noDataWords(row)],
  ];
  return (
    <div className="tg-verdict">
      {named && <code className="dim">{row.pattern}</code>}
      {levels.map(([kind, word, names, what]) =>
        names.count === 0 ? null : (
          <p key={kind} className={`tg-level ${kind}`}>
            <UseMark kind={kind} />
            <b>
              {word} {numberWord(names.count)}
            </b>
            <span className="cut" title={names.some.join(', ')}>
              {what}
            </span>
          </p>
        ),
      )}
      {row.passesRoles && (
        <Segments
          small
          label="iam:PassRole"
          value={choices.passRole ?? (row.kept ? 'keep' : 'drop')}
          options={[
            { value: 'keep', word: 'Keep iam:PassRole' },
            { value: 'drop', word: 'Drop' },
          ]}
          onChange={(passRole) => choose({ passRole })}
        />
      )}
    </div>
  );
}

/** What stands before the struck words is not struck. */
function indentOf(line: string): string {
  return line.slice(0, line.length - line.trimStart().length);
}

function bare(action: string): string {
  return action.slice(action.indexOf(':') + 1);
}

function listed({ count, some }: Names): string {
  const few = some.slice(0, 3).map(bare).join(', ');
  return count > 3 ? `${few}, …` : few;
}

function unusedWords(row: VerdictRow): string {
  if (row.used.count > 0 || row.noData.count > 0) return listed(row.notUsed);
  if (row.last === undefined) return listed(row.notUsed);
  return row.last === null ? 'never in 400 days' : `last on ${dayWord(row.last)}`;
}

function noDataWords(row: VerdictRow): string {
  if (row.passesRoles && row.noData.count === 1) return 'never tracked; no event passed a role';
  return listed(row.noData);
}
