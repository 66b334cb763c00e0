import { useState, type ReactElement } from 'react';
import { setRequest } from '../../case/edits';
import type { Decision } from '../../engine/evaluation';
import { parseArn } from '../../language/arn';
import type { LeftRow, TightenView, UsedRow } from '../../audit/least-privilege/view';
import { openInCase } from '../../store/openInCase';
import { useTighten } from '../../store/tighten';
import { Glyph, type GlyphKind } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { moveInList } from '../../ui/listKeys';
import { Narrow } from './Narrow';
import { Put } from './Put';
import { Reported } from './Reported';
import { Told } from './Told';
import { counted, momentWord, numberWord, spanWord } from './words';

const GLYPHS: Record<Decision, GlyphKind> = {
  Allowed: 'allow',
  ImplicitlyDenied: 'implicit',
  ExplicitlyDenied: 'explicit',
  Undetermined: 'unknown',
};

/** How many rows are drawn before the person asks for the rest. */
const SHOWN = 100;

interface UsedProps {
  readonly view: TightenView;
  readonly onLine: (row: UsedRow) => number | undefined;
}

/** What was used: each use with its verdict under the result, then the reports. */
export function Used({ view, onLine }: UsedProps): ReactElement {
  const [putting, setPutting] = useState(false);
  const [all, setAll] = useState(false);
  const [stop, setStop] = useState(0);
  const { events, used, more } = view;
  const rows = all ? used : used.slice(0, SHOWN);
  return (
    <>
      <div className="head">
        <h2 className="grow">What was used</h2>
        <button className="btn sm" aria-expanded={putting} onClick={() => setPutting(!putting)}>
          <Icon name="plus" /> Paste
        </button>
      </div>
      <div className="body">
        {putting && <Put onRead={() => setPutting(false)} />}
        {events !== undefined && (
          <>
            <h3 className="tg-sect">
              CloudTrail{' '}
              <span className="cut">
                {spanWord(events.from, events.to)} · {numberWord(events.allowed)} of{' '}
                {numberWord(events.eligible)} still allowed
              </span>
            </h3>
            <ul className="tg-rows" aria-label="Uses in the events" onKeyDown={moveInList}>
              {rows.map((row, index) => (
                <UseRow
                  key={index}
                  row={row}
                  line={onLine(row)}
                  stop={index === Math.min(stop, rows.length - 1)}
                  onFocus={() => setStop(index)}
                />
              ))}
            </ul>
            {rows.length < used.length && (
              <button className="tg-more" onClick={() => setAll(true)}>
                {counted(used.length - rows.length, 'more use')}
              </button>
            )}
            {more > 0 && (
              <p className="tg-note">
                {counted(more, 'further use')} of the same kind, all asked, not listed.
              </p>
            )}
            <Left rows={view.left} />
          </>
        )}
        <Reported view={view} />
        <Told view={view} />
        <Narrow view={view} />
      </div>
    </>
  );
}

interface UseRowProps {
  readonly row: UsedRow;
  readonly line: number | undefined;
  /** The list is one stop of the Tab key: the row where one was last. */
  readonly stop: boolean;
  readonly onFocus: () => void;
}

function UseRow({ row, line, stop, onFocus }: UseRowProps): ReactElement {
  const { request, time, count, decision } = row;
  const open = (): void =>
    openInCase((scenario) =>
      // The row's request is its own: nothing of the case's present one belongs to it.
      setRequest(scenario, { role: undefined, user: undefined, resourceAccount: undefined, ...request }),
    );
  return (
    <li className="tg-ev">
      <Glyph kind={GLYPHS[decision]} />
      <button
        className="tg-ev-open"
        data-row=""
        tabIndex={stop ? 0 : -1}
        onFocus={onFocus}
        onClick={open}
        title="Open in Case"
      >
        <code>{request.action}</code>
        <span className="tg-t">
          {time === undefined ? '' : momentWord(time)}
          {count > 1 ? ` · ${numberWord(count)} times` : ''}
        </span>
      </button>
      {line === undefined ? <span /> : <span className="tg-line">line {line}</span>}
      <code className="tg-r cut" title={request.resource}>
        {shortResource(request.resource)}
      </code>
    </li>
  );
}

function shortResource(arn: string): string {
  return parseArn(arn)?.resource ?? (arn === '*' ? 'any resource' : arn);
}

const LEFT_WORDS: Record<LeftRow['kind'], string> = {
  denied: 'denied',
  permissionless: 'needs no permission',
  notAnApiCall: 'no API call',
  otherPrincipals: 'another principal',
  unmapped: 'no action is known for it',
  grantedElsewhere: 'allowed by a policy that is not here',
};

const NOT_OFFERED = {
  'explicit-deny': 'refused by a Deny',
  'permissions-management': 'manages permissions',
  'looks-like-a-probe': 'many denials at once',
} as const;

/** What does not count, with the reason; a denied action can be wanted all the same. */
function Left({ rows }: { readonly rows: readonly LeftRow[] }): ReactElement | null {
  const { choices, choose } = useTighten();
  if (rows.length === 0) return null;
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <details className="tg-left">
      <summary>
        {numberWord(total)} left out: {summaryOf(rows)}
      </summary>
      <ul>
        {rows.map(({ kind, name, count, offer }) => {
          const wanted = choices.include.includes(name);
          return (
            <li key={`${kind} ${name}`}>
              <code>{name}</code>
              <span className="tg-t">
                {LEFT_WORDS[kind]}
                {offer !== undefined && offer !== 'offered' ? `: ${NOT_OFFERED[offer]}` : ''}
                {count > 1 ? `, ${numberWord(count)} times` : ''}
              </span>
              {offer === 'offered' && (
                <button
                  className="link"
                  aria-pressed={wanted}
                  onClick={() =>
                    choose({
                      include: wanted
                        ? choices.include.filter((action) => action !== name)
                        : [...choices.include, name],
                    })
                  }
                >
                  {wanted ? 'Leave out' : 'Allow it too'}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function summaryOf(rows: readonly LeftRow[]): string {
  const counts = new Map<LeftRow['kind'], number>();
  for (const { kind, count } of rows) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].map(([kind, count]) => `${numberWord(count)} ${LEFT_WORDS[kind]}`).join(', ');
}
