import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import type { Scenario } from '../../case/scenario';
import { writeScenarioFile } from '../../formats/file';
import { saveFile } from '../../store/browser/files';
import { useCaseA, withCaseA } from '../../store/caseA';
import { useRouter } from '../../store/router';
import { useCase } from '../../store/selectors';
import { handedOut, useSharing } from '../../store/sharing';
import { copyAndSay } from './copyAndSay';
import { MaskedDetails } from './MaskedDetails';
import { useLink, useShared } from './useShared';

const Exports = lazy(() => import('./Exports'));

/** Longer addresses are cut by some chat and mail tools. */
const LONG = 2000;

/** The link first, with or without what names someone; then the other forms. */
export default function ShareBody(): ReactElement {
  const present = useShownCase();
  const sharing = useSharing();
  const { hide, leaveOut } = sharing;
  const hasWords = present.title !== undefined || present.notes !== undefined;
  const taken = useMemo(() => handedOut(present, sharing), [present, sharing]);
  const shared = useShared(taken, hide);
  const packed = useLink(shared?.scenario);
  const link = packed?.kind === 'link' ? packed.link : undefined;
  const tooLarge = packed?.kind === 'tooLarge';
  return (
    <>
      <div className="share-row">
        <input
          className="input"
          readOnly
          aria-label="Link to this case"
          value={tooLarge ? 'Too large for a link' : (link ?? 'Packing…')}
          onFocus={({ target }) => target.select()}
        />
        <button
          className="btn main"
          disabled={link === undefined}
          onClick={() => copyAndSay(link ?? '', 'the link')}
        >
          Copy link
        </button>
      </div>
      <p className="share-note">
        {present.before ? 'A, B and the guards are' : 'The whole case is'} inside the link, after the #.
        Browsers never send that part to a server.
        {link !== undefined && <> {length(link.length)}.</>}
      </p>
      {link !== undefined && link.length > LONG && (
        <p className="share-note warn" role="note">
          Some chat tools cut links of more than {LONG.toLocaleString('en')} characters. If it arrives
          damaged, send the case as a file.
        </p>
      )}
      {tooLarge && (
        <p className="share-note warn" role="note">
          No link can hold this much. Send the case as a file.
        </p>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={hide}
          onChange={({ target }) => useSharing.setState({ hide: target.checked })}
        />
        Hide account IDs, names, ARNs and addresses
      </label>
      {hide && hasWords && (
        <label className="check">
          <input
            type="checkbox"
            checked={leaveOut}
            onChange={({ target }) => useSharing.setState({ leaveOut: target.checked })}
          />
          Leave out the title and the notes
        </label>
      )}
      {hide && shared && <MaskedDetails masked={shared} withWords={hasWords && !leaveOut} />}
      {shared && (
        <>
          <div className="share-more">
            <button
              className="btn line"
              onClick={() => saveFile('case.verdict.json', writeScenarioFile(shared.scenario))}
            >
              Download JSON
            </button>
            <button
              className="btn line"
              onClick={() => copyAndSay(writeScenarioFile(shared.scenario), 'the case as JSON')}
            >
              Copy JSON
            </button>
          </div>
          <Suspense fallback={<p className="share-note">Loading…</p>}>
            <Exports scenario={shared.scenario} link={link} />
          </Suspense>
        </>
      )}
    </>
  );
}

/** The case on the page; in the place Compare with A, so that who opens the link sees the comparison. */
function useShownCase(): Scenario {
  const present = useCase();
  const a = useCaseA();
  const isCompared = useRouter(({ route }) => route.place === 'compare');
  return useMemo(() => (isCompared && a ? withCaseA(present, a) : present), [isCompared, a, present]);
}

function length(characters: number): string {
  return characters < 1000 ? `${characters} characters` : `${(characters / 1000).toFixed(1)} KB`;
}
