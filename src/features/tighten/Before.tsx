import { useMemo, type ReactElement } from 'react';
import type { ResourceVerdict } from '../../audit/least-privilege/resource-verdicts';
import type { Names, TightenView, VerdictRow } from '../../audit/least-privilege/view';
import { goTo } from '../../store/router';
import { useTighten } from '../../store/tighten';
import { useVerdict } from '../../store/store';
import { markedLines } from './lines';
import { UseMark, type UseKind } from './Marks';
import { Segments } from './Segments';
import { sizeWords } from './size';
import { TextLine } from './TextLine';
import type { CasePolicy } from './useQuestion';
import { counted, dayWord, numberWord } from './words';

/** The policies as they are, with a verdict under each pattern, and their size. */
export function Before({
  view,
  policies,
}: {
  readonly view: TightenView;
  readonly policies: readonly CasePolicy[];
}): ReactElement {
  const documents = policies.map(({ document }) => document);
  return (
    <>
      <div className="body">
        {policies.length === 0 && (
          <p className="tg-none">
            The case has no identity-based policy that can be read. Add the one that allowed these calls, in
            Case or by Paste, and it is struck down to what was used.
          </p>
        )}
        {policies.map((policy, index) => (
          <BeforePolicy key={index} view={view} policy={policy} index={index} />
        ))}
      </div>
      <div className="foot">{policies.length > 0 && <span>{sizeWords(documents, view.principal)}</span>}</div>
    </>
  );
}

interface BeforePolicyProps {
  readonly view: TightenView;
  readonly policy: CasePolicy;
  readonly index: number;
}

function BeforePolicy({ view, policy, index }: BeforePolicyProps): ReactElement {
  const lines = useMemo(() => {
    const own = <Row extends { readonly policy: number }>(rows: readonly Row[]): readonly Row[] =>
      rows.filter((row) => row.policy === index);
    return markedLines(policy.text, own(view.verdicts), own(view.resources));
  }, [view, index, policy.text]);
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
      <ol className="tg-text" tabIndex={0} aria-label={`${policy.name} as it is`}>
        {lines.map(({ pieces, patterns, resources }, at) => (
          <li key={at}>
            <TextLine number={at + 1} pieces={pieces} />
            {patterns.map((row) => (
              <VerdictOf key={`${row.statement} ${row.entry}`} row={row} named={patterns.length > 1} />
            ))}
            {resources.map((verdict) => (
              <ResourcesOf key={verdict.statement} verdict={verdict} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What stands for the resources of a statement of which something was used. */
function ResourcesOf({
  verdict: { values, not, gone, after },
}: {
  readonly verdict: ResourceVerdict;
}): ReactElement {
  const all = gone.length === values.length;
  const before = not
    ? 'all but these'
    : values.includes('*')
      ? 'every one'
      : all && values.length > 1
        ? `these ${values.length}`
        : 'it';
  return (
    <div className="tg-verdict">
      {after.length === 0 ? (
        <div className="tg-level unused">
          <UseMark kind="unused" />
          <b>Goes</b>
          <span>with its statement, of which nothing stays</span>
        </div>
      ) : (
        <div className="tg-level resources">
          <UseMark kind="used" />
          <b>{counted(after.length, 'resource')}</b>
          <span className="cut" title={after.join(', ')}>
            instead of {before}, from the events
          </span>
        </div>
      )}
    </div>
  );
}

/** The three levels under a pattern, and for iam:PassRole the question. */
function VerdictOf({ row, named }: { readonly row: VerdictRow; readonly named: boolean }): ReactElement {
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
          <div key={kind} className={`tg-level ${kind}`}>
            <UseMark kind={kind} />
            <b>
              {word} {numberWord(names.count)}
            </b>
            <span className="cut" title={names.some.join(', ')}>
              {what}
            </span>
            {kind === 'nodata' && row.passesRoles && <PassRole row={row} />}
          </div>
        ),
      )}
    </div>
  );
}

/** Asked in its line, for no report can tell it. */
function PassRole({ row }: { readonly row: VerdictRow }): ReactElement {
  const { choices, choose } = useTighten();
  return (
    <Segments
      small
      label="iam:PassRole"
      value={choices.passRole ?? (row.kept ? 'keep' : 'drop')}
      options={[
        { value: 'keep', word: row.noData.count === 1 ? 'Keep' : 'Keep iam:PassRole' },
        { value: 'drop', word: 'Drop' },
      ]}
      onChange={(passRole) => choose({ passRole })}
    />
  );
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
