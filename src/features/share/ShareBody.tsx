import { lazy, Suspense, useState, type ReactElement } from 'react';
import { writeScenarioFile } from '../../scenario/file';
import type { Masked } from '../../scenario/mask/mask';
import { saveFile } from '../../store/browser/files';
import { useCase } from '../../store/selectors';
import { copyAndSay } from './copyAndSay';
import { useLink, useShared } from './useShared';

const Exports = lazy(() => import('./Exports'));

/** Longer addresses are cut by some chat and mail tools. */
const LONG = 2000;

/** The link first, with or without what names someone; then the other forms. */
export default function ShareBody(): ReactElement {
  const present = useCase();
  const [hide, setHide] = useState(false);
  const shared = useShared(present, hide);
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
        The whole case is inside the link, after the #. Browsers never send that part to a server.
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
        <input type="checkbox" checked={hide} onChange={({ target }) => setHide(target.checked)} />
        Hide account IDs, ARNs, addresses and the names in them
      </label>
      {hide && shared && <p className="share-note">{MASKED[shared.masked]}</p>}
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

const MASKED: Record<Masked['masked'], string> = {
  names:
    'Replaced in everything below too; the verdict stays the same. Read the title, the notes and the names of policies once more: they may still tell.',
  identifiers:
    'Accounts, ARNs and addresses are replaced in everything below too. Names stay: the verdict hangs on how they are written.',
  nothing: 'Nothing was replaced: the verdict would change. Check what the case tells before you send it.',
};

function length(characters: number): string {
  return characters < 1000 ? `${characters} characters` : `${(characters / 1000).toFixed(1)} KB`;
}
