import type { ReactElement } from 'react';
import type { ReadText } from '../../store/browser/tightenWorker';
import { useTighten } from '../../store/tighten';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { AskPart, AskRow } from '../../ui/place/AskRow';
import { PlaceMark } from '../../ui/place/marks';
import { PlaceBand } from '../../ui/place/PlaceBand';
import { Source } from '../../ui/place/Source';
import { Starts } from '../../ui/place/Starts';
import { evidenceSources } from './commands';
import { openTightenExample } from './example';
import { Put } from './Put';
import './tighten.css';

interface TightenEmptyProps {
  readonly holder: string | undefined;
  readonly texts: readonly ReadText[];
  readonly reading: string | undefined;
  readonly failed: string | undefined;
  readonly policies: number;
}

/** Tighten before anything was read: where to put it, and the commands that give it. */
export default function TightenEmpty({
  holder,
  texts,
  reading,
  failed,
  policies,
}: TightenEmptyProps): ReactElement {
  const cancel = useTighten((state) => state.cancel);
  const busy = reading !== undefined || (texts.length > 0 && failed === undefined);
  return (
    <>
      <AskRow label="What is tightened" columns="minmax(0, 1.75fr) minmax(0, 3.1fr) minmax(0, 1.5fr)">
        <AskPart
          name="Role"
          note={policies > 0 ? `${policies} ${policies === 1 ? 'policy' : 'policies'}` : undefined}
        >
          <div className="pl-box mono">
            <span className="cut" title={holder}>
              {holder ?? 'from the evidence'}
            </span>
          </div>
        </AskPart>
        <AskPart name="Evidence">
          <div className="pl-box mono">
            <span className="cut">{reading === undefined ? 'Nothing pasted yet' : `reading ${reading}`}</span>
          </div>
        </AskPart>
        <AskPart name="Unused after">
          <div className="pl-box">90 days</div>
        </AskPart>
      </AskRow>
      <PlaceBand
        id="tighten-answer"
        mark={<PlaceMark kind="shrink" />}
        heading="What did it use, and what can go?"
      >
        {busy ? (
          <span role="status">
            {reading === undefined ? 'Working it out…' : `Reading ${reading}…`}{' '}
            <button className="link" onClick={cancel}>
              Cancel
            </button>
          </span>
        ) : (
          'Paste what AWS recorded. The policy of the case is struck down to what was used, and every recorded call is checked against the result.'
        )}
      </PlaceBand>
      <Starts
        heading="Paste what was used"
        sourcesHeading="Where it comes from"
        sources={evidenceSources(holder).map((source) => (
          <Source key={source.name} {...source} />
        ))}
        example={
          <button className="link" onClick={openTightenExample}>
            A report job with s3:*, ssm:*, kms:* and more
          </button>
        }
      >
        <Put />
        {failed !== undefined && <p className="tg-failed">{failed}</p>}
        {texts.flatMap(({ id, name, problems }) =>
          problems.map(({ message, line }, index) => (
            <p key={`${id} ${index}`} className="tg-failed" role="alert">
              <b>{name}</b>
              {line === undefined ? '' : `, line ${line}`}: <RichText text={backticks(message)} />
            </p>
          )),
        )}
      </Starts>
    </>
  );
}
