import type { ReactElement } from 'react';
import { listPolicies } from '../../case/scenario';
import { keepCaseA } from '../../store/caseA';
import { goTo } from '../../store/router';
import { useVerdict } from '../../store/store';
import { AskPart, AskRow } from '../../ui/place/AskRow';
import { PlaceMark } from '../../ui/place/marks';
import { PlaceBand } from '../../ui/place/PlaceBand';
import { Source } from '../../ui/place/Source';
import { StartButton, Starts } from '../../ui/place/Starts';

interface CompareEmptyProps {
  /** Asks for another case: as A, or as B while this case becomes A. */
  readonly onChoose: (side: 'A' | 'B') => void;
  /** Brings back an A that was forgotten just now. */
  readonly onBack?: (() => void) | undefined;
}

/** Both sides of the example: its B takes the place of the case on the page, and Undo brings that back. */
async function showExample(): Promise<void> {
  const { COMPARED_A, COMPARED_B } = await import('../../examples/comparison');
  useVerdict.getState().replace(COMPARED_B, 'Opened the example of a comparison');
  keepCaseA(COMPARED_A);
}

/** Compare before there is an A: the ways to one, and the commands that give an old version. */
export default function CompareEmpty({ onChoose, onBack }: CompareEmptyProps): ReactElement {
  const present = useVerdict(({ history }) => history.present);
  const say = useVerdict((state) => state.say);
  const count = listPolicies(present.policies).length;
  const keepThis = (): void => {
    keepCaseA(present);
    goTo('case');
    say('Kept as A. Change the case, then compare the two.');
  };
  return (
    <>
      <AskRow label="What is compared" columns="minmax(0, 3fr) minmax(0, 3fr) minmax(0, 2fr)">
        <AskPart name="A">
          <div className="pl-box">Nothing kept yet</div>
        </AskPart>
        <AskPart name="B" note={count === 1 ? '1 policy' : `${count} policies`}>
          <div className="pl-box">This case, now</div>
        </AskPart>
        <AskPart name="Over">
          <div className="pl-box">Every request</div>
        </AskPart>
      </AskRow>
      <PlaceBand
        id="compare-answer"
        mark={<PlaceMark kind="sets" />}
        heading="What does the new version allow that the old one did not?"
      >
        Give an A to compare this case with.
      </PlaceBand>
      <Starts
        heading="Where A comes from"
        example={
          <button className="link" onClick={() => void showExample()}>
            A policy before and after somebody’s edit
          </button>
        }
        sourcesHeading="Commands that give an old version"
        sources={
          <>
            <Source
              name="A managed policy"
              note="versions are kept by AWS, up to 5"
              command={
                'aws iam get-policy-version --version-id v3 \\\n  --policy-arn arn:aws:iam::111122223333:policy/ReportWriterAccess'
              }
            />
            <Source
              name="An inline policy of a role"
              command="aws iam get-role-policy --role-name ReportWriter --policy-name ReportWriterAccess"
            />
            <Source
              name="From Git"
              note="the version on main"
              command="git show main:policies/report-writer.json"
            />
            <Source
              name="From Terraform"
              note="old and new in one plan"
              command="terraform show -json plan.out"
            />
          </>
        }
      >
        {onBack && (
          <StartButton title="Bring A back" onPress={onBack}>
            It was forgotten a moment ago
          </StartButton>
        )}
        <StartButton title="Keep this case as A" onPress={keepThis}>
          Then change a policy in Case
        </StartButton>
        <StartButton title="Paste an old policy" onPress={() => onChoose('A')}>
          It stands in A for the one that is open; this case stays B
        </StartButton>
        <StartButton
          title="Paste a new policy"
          onPress={() => {
            keepCaseA(present);
            onChoose('B');
          }}
        >
          This case becomes A; the new text stands in B for the policy that is open
        </StartButton>
        <StartButton title="Open a link or a saved case" onPress={() => onChoose('A')}>
          It becomes A, this case stays B
        </StartButton>
      </Starts>
    </>
  );
}
