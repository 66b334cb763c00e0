import type { ReactElement } from 'react';
import { CREDENTIAL_SOURCES, sourceWords } from '../../audit/credentials/sources';
import { FINDING_WORDS, ROTATION_STEPS, rotationWords, stepOf } from '../../audit/credentials/words';
import type { CredentialFinding, Rotation } from '../../audit/credentials/types';
import type { AdminPath, Station } from '../../audit/account/paths/types';
import { openPrincipal, useAccount } from '../../store/account/account';
import { Glyph } from '../../ui/Glyph';
import { CopyBlock } from '../../ui/place/Source';
import { nameOf } from './words';

/** The chosen principal: what can be opened, its ways to become administrator, its keys and findings. */
export function PrincipalColumn(): ReactElement {
  const { overview, selected, who, paths } = useAccount();
  const facts = overview?.principals.find(({ arn }) => arn === selected);
  if (facts === undefined)
    return (
      <aside className="acct-column" aria-label="The chosen principal">
        <p className="dim">Choose a principal to see what decided, and how it got there.</p>
        {overview?.root !== undefined && overview.root.findings.length > 0 && (
          <>
            <h2>Root user</h2>
            <Findings findings={overview.root.findings} />
          </>
        )}
      </aside>
    );
  const ways = paths?.paths.filter(({ from }) => from.arn === facts.arn) ?? [];
  const question = who?.question;
  return (
    <aside className="acct-column" aria-label="The chosen principal">
      <div className="acct-column-head">
        <h2 className="cut">
          {facts.name} <span className="dim">{facts.kind}</span>
        </h2>
        {question !== undefined && (
          <button className="btn main" onClick={() => openPrincipal(facts.arn, question)}>
            Open in Case
          </button>
        )}
      </div>
      {ways.map((way, at) => (
        <Way key={at} way={way} />
      ))}
      {facts.outside.map(({ who: whom, externalId, anySubject, conditions }) => (
        <p key={whom}>
          Trusts <code>{whom}</code>
          {anySubject && ', whatever the subject of the token'}
          {externalId && ', with an external ID'}
          {conditions.length > 0 && `, where ${conditions.join(' and ')} fits`}
        </p>
      ))}
      {facts.rotation !== undefined && facts.rotation.state !== 'none' && (
        <RotationLine rotation={facts.rotation} />
      )}
      <Findings findings={facts.findings} />
    </aside>
  );
}

function Way({ way }: { readonly way: AdminPath }): ReactElement {
  const last = way.steps.at(-1);
  return (
    <section className="acct-way">
      <h3>
        {way.certain ? 'Can become administrator' : 'Can become administrator, if'}
        {last !== undefined && ` by ${nameOf(last.to)}`}
      </h3>
      <ol>
        {way.steps.flatMap(({ path, stations }) =>
          stations.map((station, at) => (
            <StationRow key={`${path}|${at}`} station={station} path={at === 0 ? path : ''} />
          )),
        )}
      </ol>
    </section>
  );
}

function StationRow({ station, path }: { readonly station: Station; readonly path: string }): ReactElement {
  const { principal, question, decision, because, keys } = station;
  const [statement] = because;
  const byAccount = principal.startsWith('arn:');
  const allowed = decision === 'Allowed';
  return (
    <li className={allowed ? 'k-allow' : 'k-unknown'}>
      <Glyph kind={allowed ? 'allow' : 'unknown'} size={14} label={allowed ? 'Allowed' : 'Not known'} />
      <span className="grow">
        {path !== '' && <span className="dim acct-path">{path}</span>}
        <code>{question.action}</code> <span className="dim">on {nameOf(question.resource)}</span>
        <span className="dim acct-by">
          by {nameOf(principal)}
          {statement !== undefined &&
            ` · ${statement.policy}, ${statement.sid ?? `statement ${statement.statement + 1}`}`}
          {keys.length > 0 && ` · depends on ${keys.join(', ')}`}
        </span>
      </span>
      {byAccount && (
        <button
          className="link"
          aria-label={`Open ${question.action} by ${nameOf(principal)} in Case`}
          onClick={() => openPrincipal(principal, question)}
        >
          Open
        </button>
      )}
    </li>
  );
}

function RotationLine({ rotation }: { readonly rotation: Rotation }): ReactElement {
  const step = stepOf(rotation);
  const command = rotation.next ?? rotation.look;
  return (
    <section>
      <h3>Access keys</h3>
      {step !== undefined && (
        <ol className="acct-steps" aria-label={`Rotation, step ${step + 1} of ${ROTATION_STEPS.length}`}>
          {ROTATION_STEPS.map((name, at) => (
            <li key={name} aria-current={at === step ? 'step' : undefined}>
              {name}
            </li>
          ))}
        </ol>
      )}
      <p>{rotationWords(rotation)}.</p>
      {command !== undefined && <CopyBlock text={command} of="the next step" />}
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly CredentialFinding[] }): ReactElement | null {
  if (findings.length === 0) return null;
  return (
    <section>
      <h3>Findings</h3>
      <ul className="acct-findings">
        {findings.map((finding) => {
          const { say } = FINDING_WORDS[finding.id];
          const sources = sourceWords(CREDENTIAL_SOURCES[finding.id]);
          return (
            <li key={`${finding.id}|${finding.which ?? ''}`}>
              {say(finding)}
              {sources !== '' && <span className="dim"> {sources}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
