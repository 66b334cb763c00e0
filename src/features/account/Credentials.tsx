import type { ReactElement } from 'react';
import { CREDENTIAL_SOURCES, sourceWords } from '../../audit/credentials/sources';
import type { CredentialFinding, Rotation } from '../../audit/credentials/types';
import { FINDING_WORDS, ROTATION_STEPS, rotationWords, stepOf } from '../../audit/credentials/words';
import { Icon } from '../../ui/Icon';
import { CopyBlock } from '../../ui/place/Source';

/** At which step of a rotation a user's keys stand, in words, with the next command. */
export function RotationPart({ rotation }: { readonly rotation: Rotation }): ReactElement {
  const step = stepOf(rotation);
  const command = rotation.next ?? rotation.look;
  return (
    <section>
      <h3>
        Access keys{' '}
        {step !== undefined && (
          <span className="dim">
            rotation, step {step + 1} of {ROTATION_STEPS.length}
          </span>
        )}
      </h3>
      {step !== undefined && (
        <ol className="acct-steps">
          {ROTATION_STEPS.map((name, at) => (
            <li
              key={name}
              className={at < step ? 'done' : undefined}
              aria-current={at === step ? 'step' : undefined}
            >
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

export function CredentialFindings({
  findings,
}: {
  readonly findings: readonly CredentialFinding[];
}): ReactElement | null {
  if (findings.length === 0) return null;
  return (
    <section>
      <h3>
        Findings <span className="dim">{findings.length}</span>
      </h3>
      <ul className="acct-findings">
        {findings.map((finding) => {
          const { say, severity } = FINDING_WORDS[finding.id];
          return (
            <li key={`${finding.id} ${finding.which ?? ''}`}>
              {severity === 'info' ? <Icon name="note" size={13} /> : <Icon name="warning" size={13} />}
              <span>
                {say(finding)}
                <span className="dim acct-by">{sourceWords(CREDENTIAL_SOURCES[finding.id])}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
