import { useMemo, type ReactElement } from 'react';
import type { Station } from '../../audit/account/paths/types';
import { useAccount } from '../../store/account/account';
import { openStation } from '../../store/account/ask';
import { JsonLine } from '../../ui/JsonLine';
import { coveredRoles, gateStatements, type GateStatement } from './gateText';
import { contextWords, stationName } from './ways';
import { listWords, nameOf, plural } from './words';

/** The gate of a way that is looked at: what was asked, and the words that let it through. */
export function GateText({
  station,
  at,
  of,
}: {
  readonly station: Station;
  /** From 1. */
  readonly at: number;
  readonly of: number;
}): ReactElement {
  const scenario = useAccount((state) => state.gateCase);
  const statements = useMemo(() => (scenario === undefined ? [] : gateStatements(scenario)), [scenario]);
  const { question, keys } = station;
  const sent = contextWords(question.context);
  return (
    <section className="acct-gate-text" aria-label={`Gate ${at} of ${of}`}>
      <div className="acct-column-head">
        <h3 className="cut">
          <span className="dim">
            Gate {at} of {of} /
          </span>{' '}
          {stationName(station)}
        </h3>
        <button className="btn sm line" onClick={() => openStation(station)}>
          Open in Case
        </button>
      </div>
      <p>
        Asked {question.resource === '*' ? 'on everything' : `on ${nameOf(question.resource)}`}
        {sent.length > 0 && <>, with {listWords(sent)}</>}.
        {keys.length > 0 &&
          ` It depends on ${listWords(keys)}, which ${keys.length === 1 ? 'is' : 'are'} not known.`}
      </p>
      {statements.map((statement) => (
        <Statement key={statement.key} statement={statement} action={question.action} />
      ))}
    </section>
  );
}

function Statement({
  statement: { policy, via, lines, wide },
  action,
}: {
  readonly statement: GateStatement;
  readonly action: string;
}): ReactElement {
  return (
    <div className="acct-statement">
      <h4>
        {policy} {via !== undefined && <span className="dim">by {via}</span>}
      </h4>
      {lines.map(({ number, text, fits }) => (
        <div key={number} className={fits && wide !== undefined ? 'acct-line wide' : 'acct-line'}>
          <span className="acct-line-no" aria-hidden="true">
            {number}
          </span>
          <JsonLine text={text} />
          {fits && wide !== undefined && <Covers pattern={wide} action={action} />}
        </div>
      ))}
    </div>
  );
}

/** How many roles a pattern covers, where it is roles that are passed or taken. */
function Covers({
  pattern,
  action,
}: {
  readonly pattern: string;
  readonly action: string;
}): ReactElement | null {
  const overview = useAccount((state) => state.overview);
  const paths = useAccount((state) => state.paths);
  if (overview === undefined || !/^(?:iam:passrole|sts:assumerole)$/i.test(action)) return null;
  const admins = new Set(paths?.admins.map(({ arn }) => arn));
  const found = coveredRoles(pattern, overview, admins);
  const [first] = found.admins;
  const who =
    found.admins.length === 0
      ? 'None of them is administrator.'
      : found.admins.length === 1
        ? `Only ${first!} is administrator.`
        : `${found.admins.length} of them are administrators.`;
  return (
    <span className="acct-covers">
      It covers {plural(found.roles, 'role')}. {found.roles > 0 && who}
    </span>
  );
}
