import type { ReactElement } from 'react';
import type { Evaluation } from '../../engine/evaluation';
import { decidingStatements, statementName } from '../../explain/facts';
import { layerName } from '../../explain/layers';
import { useVerdict } from '../../store/store';

/** For an allow: the statements that it rests on, each a way to its line. */
export function Hinges({ evaluation }: { readonly evaluation: Evaluation }): ReactElement | null {
  const open = useVerdict((state) => state.open);
  const show = useVerdict((state) => state.show);
  const statements = decidingStatements(evaluation);
  if (statements.length === 0) return <p>No statement of a policy grants it.</p>;
  return (
    <section>
      <h3>It rests on</h3>
      <ul>
        {statements.map((statement) => (
          <li key={`${statement.policy}.${statement.path}`}>
            <button
              className="link"
              onClick={() => {
                show(undefined);
                open(statement.address, { statement: statement.statement, path: statement.path });
              }}
            >
              {statementName(statement)}
            </button>{' '}
            <span className="dim">
              {statement.policy}, {layerName(statement.address.layer)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
