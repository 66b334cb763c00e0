import type { ReactElement } from 'react';
import { showGroup, useAccount, type WhoState } from '../../store/account/account';
import { Glyph, type GlyphKind } from '../../ui/Glyph';
import { countsOf, hangsOn, plural, type Stop } from './words';

interface Gate {
  readonly stop: Stop;
  readonly name: string;
  readonly glyph: GlyphKind;
  readonly tone: string;
  /** After the number of those who are stopped. */
  readonly said: string;
  /** What is said where it is not in play: what the file does not hold. */
  readonly absent?: readonly [string, string];
  readonly note: string;
}

const NOT_ASKED: WhoState = {
  question: { action: '', resource: '' },
  rows: new Map(),
  done: false,
  needsResourcePolicy: false,
};

/** How many go on behind each gate, in the order in which a principal is counted. A gate shows who it stopped. */
export function Gates({
  who = NOT_ASKED,
  total,
}: {
  /** Absent: nothing was asked yet, and the gates stand there faintly. */
  readonly who?: WhoState | undefined;
  readonly total: number;
}): ReactElement {
  const scp = useAccount((state) => state.scp);
  const group = useAccount((state) => state.group);
  const counts = countsOf(who);
  const gates = gatesOf(who, scp !== undefined, counts.otherLimit > 0);
  const passed = gates.map((_, at) =>
    gates.slice(0, at + 1).reduce((left, { stop }) => left - counts[stop], total),
  );
  return (
    <ol
      className={who === NOT_ASKED ? 'acct-flow faint' : 'acct-flow'}
      aria-label="How the principals pass the gates"
    >
      <li className="acct-start">
        <span className="acct-track">
          <b className="acct-pill">{total.toLocaleString('en')}</b>
        </span>
        <span className="dim">{total === 1 ? 'principal' : 'principals'}</span>
      </li>
      {gates.map((gate, at) => (
        <GateItem
          key={gate.stop}
          gate={gate}
          stopped={counts[gate.stop]}
          left={passed[at] ?? 0}
          isShown={group === gate.stop}
          isAsked={who !== NOT_ASKED}
          isLast={gate.stop === 'allowedIf'}
        />
      ))}
      <li className={counts.allowed > 0 ? 'acct-end k-allow' : 'acct-end k-none'}>
        <span className="acct-track">
          <Glyph kind={counts.allowed > 0 ? 'allow' : 'none'} size={30} label="" />
        </span>
        <b className="word">
          {who === NOT_ASKED ? 'Not asked yet' : plural(counts.allowed, 'allowed', 'allowed')}
        </b>
      </li>
    </ol>
  );
}

function GateItem({
  gate: { stop, name, glyph, tone, said, absent, note },
  stopped,
  left,
  isShown,
  isAsked,
  isLast,
}: {
  readonly gate: Gate;
  readonly stopped: number;
  readonly left: number;
  readonly isShown: boolean;
  readonly isAsked: boolean;
  readonly isLast: boolean;
}): ReactElement {
  const away = absent !== undefined && stopped === 0;
  const line = isLast && left > 0 ? 'acct-gate ends' : 'acct-gate';
  const inside = (
    <>
      <span className="acct-track">
        <span className="acct-bars" />
        {!away && isAsked && <Glyph kind={stopped > 0 ? glyph : 'pass'} size={16} label="" />}
        {stopped > 0 && <span className="acct-left">{left.toLocaleString('en')}</span>}
      </span>
      <b>{name}</b>
      {away ? (
        absent.map((words) => (
          <span key={words} className="dim">
            {words}
          </span>
        ))
      ) : (
        <>
          <span className={stopped > 0 ? 'word' : 'dim'}>
            {stopped > 0 ? `${stopped.toLocaleString('en')} ${said}` : isAsked ? 'stops nobody' : ''}
          </span>
          {stopped > 0 && <span className="dim cut">{note}</span>}
        </>
      )}
      {stopped > 0 && <span className="hidden-text">, {plural(left, 'goes on', 'go on')}</span>}
    </>
  );
  return (
    <li className={`${line} ${away ? 'away k-none' : stopped > 0 ? `k-${tone}` : 'k-none'}`}>
      {stopped === 0 ? (
        <span className="acct-gate-in">{inside}</span>
      ) : (
        <button className="acct-gate-in" aria-pressed={isShown} onClick={() => showGroup(stop)}>
          {inside}
        </button>
      )}
    </li>
  );
}

function gatesOf(
  { rows, question, needsResourcePolicy }: WhoState,
  hasScps: boolean,
  hasOther: boolean,
): readonly Gate[] {
  const all = [...rows.values()];
  const firstOf = (test: (row: (typeof all)[number]) => boolean): string => {
    const found = new Set(all.filter(test).flatMap(({ because }) => because[0]?.policy ?? []));
    const [first] = found;
    return first === undefined ? '' : found.size > 1 ? `${first} and others` : first;
  };
  const hanging = all.find(({ outcome }) => outcome === 'allowedIf');
  return [
    {
      stop: 'denied',
      name: 'Explicit deny',
      glyph: 'explicit',
      tone: 'explicit',
      said: 'stopped',
      note: firstOf(({ outcome }) => outcome === 'denied'),
    },
    {
      stop: 'scp',
      name: 'SCPs',
      glyph: 'implicit',
      tone: 'implicit',
      said: 'stopped',
      ...(!hasScps && { absent: ['Not in the file', 'supposed to allow'] as const }),
      note: 'their policies allow it',
    },
    {
      stop: 'resource',
      name: 'Resource policy',
      glyph: 'implicit',
      tone: 'implicit',
      said: 'stopped',
      ...(question.resourcePolicy === undefined && {
        absent: needsResourcePolicy
          ? (['Not in the file', 'it has a say'] as const)
          : (['Not given', 'nothing is added by it'] as const),
      }),
      note: 'it does not let them in',
    },
    {
      stop: 'boundary',
      name: 'Boundary',
      glyph: 'implicit',
      tone: 'implicit',
      said: 'stopped',
      note: 'their policies allow it',
    },
    ...(hasOther
      ? [
          {
            stop: 'otherLimit' as const,
            name: 'Other limits',
            glyph: 'implicit' as const,
            tone: 'implicit',
            said: 'stopped',
            note: 'their policies allow it',
          },
        ]
      : []),
    {
      stop: 'nothingGrants',
      name: 'Identity',
      glyph: 'implicit',
      tone: 'implicit',
      said: 'have no Allow',
      note: '',
    },
    {
      stop: 'allowedIf',
      name: 'Not given',
      glyph: 'unknown',
      tone: 'unknown',
      said: 'depend on it',
      note: hanging === undefined ? '' : hangsOn(hanging.dependsOn),
    },
  ];
}
