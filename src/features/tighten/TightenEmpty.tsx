import type { ReactElement } from 'react';
import { openFiles } from '../../store/browser/files';
import { pasteFiles } from '../../store/readFiles';
import { useVerdict } from '../../store/store';
import { AskPart, AskRow } from '../../ui/place/AskRow';
import { DropZone } from '../../ui/place/DropZone';
import { PlaceMark } from '../../ui/place/marks';
import { PlaceBand } from '../../ui/place/PlaceBand';
import { Source } from '../../ui/place/Source';
import { Starts } from '../../ui/place/Starts';

/** Tighten before anything was pasted: what to paste, and the commands that give it. */
export default function TightenEmpty(): ReactElement {
  const show = useVerdict((state) => state.show);
  return (
    <>
      <AskRow label="What is tightened" columns="minmax(0, 1.75fr) minmax(0, 3.1fr) minmax(0, 1.5fr)">
        <AskPart name="Role">
          <div className="pl-box mono">from the evidence</div>
        </AskPart>
        <AskPart name="Evidence">
          <div className="pl-box mono">Nothing pasted yet</div>
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
        Paste what AWS recorded. The policy of the case is struck down to what was used.
      </PlaceBand>
      <Starts
        heading="Paste what was used"
        sourcesHeading="Where it comes from"
        sources={
          <>
            <Source
              name="Last accessed"
              note="400 days, by service and tracked action"
              command={LAST_ACCESSED}
            />
            <Source name="CloudTrail" note="90 days of management events, one Region" command={CLOUDTRAIL} />
            <Source name="Athena" note="data events too, if the trail has them" command={ATHENA} />
            <Source name="Unused access finding" note="of Access Analyzer" command={FINDING} />
          </>
        }
      >
        <DropZone
          heading="Paste, or drop files here"
          onFiles={(files) => void pasteFiles(files)}
          actions={
            <>
              <button className="btn line" onClick={() => show('paste')}>
                Paste
              </button>
              <button className="btn line" onClick={() => void openFiles().then(pasteFiles)}>
                Choose files…
              </button>
            </>
          }
        >
          One or several of the sources listed, in any order
        </DropZone>
      </Starts>
    </>
  );
}

const LAST_ACCESSED = `aws iam generate-service-last-accessed-details \\
  --granularity ACTION_LEVEL \\
  --arn arn:aws:iam::111122223333:role/report-writer
aws iam get-service-last-accessed-details \\
  --job-id JOB_ID --max-items 1000`;

const CLOUDTRAIL = `aws cloudtrail lookup-events --region eu-west-1 --lookup-attributes \\
  AttributeKey=Username,AttributeValue=SESSION_NAME`;

const ATHENA = `SELECT * FROM cloudtrail_logs
WHERE useridentity.sessioncontext.sessionissuer.arn =
  'arn:aws:iam::111122223333:role/report-writer'`;

const FINDING = `aws accessanalyzer get-finding-v2 \\
  --analyzer-arn ANALYZER_ARN --id FINDING_ID`;
