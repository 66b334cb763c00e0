import { useState, type ReactElement } from 'react';
import { useAccount } from '../../store/account/account';
import { askWho, loadAccount, loadPasted } from '../../store/account/ask';
import { openFiles } from '../../store/browser/files';
import { AskPart, AskRow } from '../../ui/place/AskRow';
import { DETAILS_MISSING } from '../../store/account/waiting';
import { DropZone } from '../../ui/place/DropZone';
import { PlaceMark } from '../../ui/place/marks';
import { PlaceBand } from '../../ui/place/PlaceBand';
import { Source } from '../../ui/place/Source';
import { Starts } from '../../ui/place/Starts';
import { QUESTIONS } from './AskAccount';
import { DetailsSource } from './DetailsSource';

/** Loads the example and asks its question. */
async function showExample(): Promise<void> {
  const { EXAMPLE_ACCOUNT, EXAMPLE_QUESTION } = await import('../../examples/account');
  loadAccount(EXAMPLE_ACCOUNT.map(({ name, text }) => new File([text], name)));
  askWho(EXAMPLE_QUESTION);
}

/** Account before one was loaded: which file, and the commands that give it. */
export default function AccountEmpty(): ReactElement {
  const [text, setText] = useState<string>();
  const problems = useAccount((state) => state.problems);
  const view = useAccount((state) => state.view);
  const draft = useAccount((state) => state.draft);
  return (
    <>
      <AskRow
        label="What is asked of the account"
        columns="minmax(0, 1.25fr) minmax(0, 1.5fr) minmax(0, 3.1fr)"
      >
        <AskPart name="Question">
          <div className="pl-box">{QUESTIONS[view]}</div>
        </AskPart>
        <AskPart name="Action">
          <div className="pl-box mono">{draft.action || 'iam:PassRole'}</div>
        </AskPart>
        <AskPart name="Resource">
          <div className="pl-box mono">{draft.resource || 'arn:aws:iam::111122223333:role/fn-admin'}</div>
        </AskPart>
      </AskRow>
      <PlaceBand
        id="account-answer"
        mark={<PlaceMark kind="gate" />}
        heading="Who in the account can do what?"
      >
        Load the account’s authorization details. Every principal is then asked at once.
      </PlaceBand>
      <Starts
        heading="Load the account"
        sourcesHeading="Where it comes from"
        example={
          <button className="link" onClick={() => void showExample()}>
            An account where a deployment user can become administrator
          </button>
        }
        sources={
          <>
            <DetailsSource />
            <Source
              name="Credential report"
              note="passwords, MFA, keys; joined by ARN"
              command={'aws iam generate-credential-report\naws iam get-credential-report > credentials.json'}
            />
            <Source
              name="SCPs"
              note="not in the file. Each level once, root first"
              command={
                'aws organizations list-policies-for-target --filter SERVICE_CONTROL_POLICY --target-id ID\naws organizations describe-policy --policy-id POLICY_ID'
              }
            />
          </>
        }
      >
        {problems.map((problem) =>
          problem === DETAILS_MISSING ? (
            <p key={problem} role="status">
              {problem}.
            </p>
          ) : (
            <p key={problem} className="field-error" role="alert">
              Not read: {problem}.
            </p>
          ),
        )}
        <DropZone
          heading="Drop account.json here"
          onFiles={(files) => loadAccount(files)}
          actions={
            <>
              <button className="btn line" onClick={() => void openFiles().then(loadAccount)}>
                Choose files…
              </button>
              <button className="btn line" onClick={() => setText('')}>
                Paste
              </button>
            </>
          }
        >
          Also page by page, or URL-encoded as the API gives it; with the credential report, last-accessed
          reports and findings of unused access
        </DropZone>
        {text !== undefined && (
          <div className="pl-paste">
            <textarea
              className="area"
              aria-label="Text of the account"
              rows={5}
              spellCheck={false}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            <button className="btn main" disabled={text.trim() === ''} onClick={() => loadPasted(text)}>
              Read it
            </button>
          </div>
        )}
      </Starts>
    </>
  );
}
