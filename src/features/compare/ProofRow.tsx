import { useState, type ReactElement } from 'react';
import type { Scenario } from '../../case/scenario';
import type { StatementRef } from '../../engine/evaluation';
import { shortResource } from '../../explain/short-resource';
import { statementLines } from '../../explain/statement-lines';
import type { AccessGroup } from '../../reasoning/comparison';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { openExample } from './openExample';
import { textTarget, type Side } from './textTarget';

export type Turn = 'gained' | 'lost';

export interface Row {
  readonly turn: Turn;
  readonly group: AccessGroup;
}

const MOST_NAMED = 2;

interface ProofRowProps {
  readonly row: Row;
  readonly a: Scenario;
  readonly b: Scenario;
}

/** Actions that turned for one reason: the request that shows it, and the lines that do it. */
export function ProofRow({ row: { turn, group }, a, b }: ProofRowProps): ReactElement {
  const { resource, accessLevel, witness, because, deniedBy, conditions } = group;
  const [opened, setOpened] = useState(false);
  const open = (): void => {
    setOpened(true);
    openExample(witness, a, b);
  };
  const keys = Object.entries(witness.context ?? {});
  const [more, less]: readonly [Side, Side] = turn === 'gained' ? ['B', 'A'] : ['A', 'B'];
  const caseOf = { A: a, B: b };
  return (
    <li className={opened ? 'cmp-line cmp-opened' : 'cmp-line'}>
      <button className="cmp-row" onClick={open}>
        <Turned turn={turn} isDenied={deniedBy.length > 0} />
        <span className="cmp-what">
          <code className="cmp-actions">{named(group.actions)}</code>
          {resource.length > 0 && (
            <>
              {' '}
              <span className="dim">on</span> <code>{resource.map(shortResource).join(', ')}</code>
            </>
          )}
          <span className="cmp-example">
            for example <code>{shortResource(witness.resource)}</code>
            {keys.length > 0 && (
              <>
                , <code>{keys.map(([key, value]) => `${key} ${String(value) || 'absent'}`).join(', ')}</code>
              </>
            )}
          </span>
          {conditions.length > 0 && (
            <span className="cmp-example">
              where {conditions.map(({ operator, key }) => `${operator} ${key}`).join(', ')}
            </span>
          )}
        </span>
        <span className="cmp-level">{accessLevel}</span>
        <Icon name="go" size={12} />
      </button>
      <span className="cmp-by">
        {because.map((ref) => (
          <LineLink key={JSON.stringify(ref)} side={more} scenario={caseOf[more]} statement={ref} />
        ))}
        {deniedBy.map((ref) => (
          <LineLink key={JSON.stringify(ref)} side={less} scenario={caseOf[less]} statement={ref} denies />
        ))}
      </span>
    </li>
  );
}

function named(actions: readonly string[]): string {
  const more = actions.length - MOST_NAMED;
  const shown = actions.slice(0, MOST_NAMED).map((one, at) => (at === 0 ? one : `…${one.split(':')[1]!}`));
  return more > 0 ? `${shown[0]!} and ${more + 1} more` : shown.join(', ');
}

function Turned({ turn, isDenied }: { readonly turn: Turn; readonly isDenied: boolean }): ReactElement {
  const no = isDenied ? 'explicit' : 'implicit';
  const [before, after] = turn === 'gained' ? ([no, 'allow'] as const) : (['allow', no] as const);
  const label = (side: Side, kind: 'allow' | 'explicit' | 'implicit'): string =>
    kind === 'allow' ? `${side} allows it` : `${side} does not allow it`;
  return (
    <span className="cmp-turn">
      <span className={`k-${before}`}>
        <Glyph kind={before} label={label('A', before)} />
      </span>
      <span aria-hidden="true">→</span>
      <span className={`k-${after}`}>
        <Glyph kind={after} label={label('B', after)} />
      </span>
    </span>
  );
}

/** A statement by its policy and line; a click shows the line in the texts. */
function LineLink({
  side,
  scenario,
  statement,
  denies = false,
}: {
  readonly side: Side;
  readonly scenario: Scenario;
  readonly statement: StatementRef;
  readonly denies?: boolean;
}): ReactElement {
  const found = statementLines(scenario, statement);
  const front = side === 'A' ? 'A: ' : '';
  const what = denies ? 'Deny in ' : '';
  if (!found) return <span>{`${front}${what}${statement.policy}`}</span>;
  return (
    <button className="cmp-link" onClick={() => textTarget(side, found)}>
      {front}
      {what}
      {statement.policy}, {found.line}
    </button>
  );
}
