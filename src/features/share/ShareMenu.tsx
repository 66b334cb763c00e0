import { useEffect, useState, type ReactElement } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { Scenario } from '../../engine/scenario';
import { encodeLink } from '../../scenario/link';
import { writeScenarioFile } from '../../scenario/file';
import { addressWith } from '../../store/browser/fragment';
import { saveFile } from '../../store/browser/files';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { copyText } from '../../ui/copyText';
import './share.css';

/** Longer addresses are cut by some chat and mail tools. */
const LONG = 2000;

export function ShareMenu(): ReactElement {
  const isOpen = useVerdict((state) => state.dialog === 'share');
  const show = useVerdict((state) => state.show);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(open) => show(open ? 'share' : undefined)}>
      <Button className="btn main share-button">Share</Button>
      <Popover placement="bottom end" className="pop share">
        <Dialog className="dialog-body">
          <Heading slot="title" level={2}>
            Share this case
          </Heading>
          <ShareBody />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The address that holds the case; undefined while it is being packed. */
function useLink(scenario: Scenario): string | undefined {
  const [packed, setPacked] = useState<{ readonly of: Scenario; readonly link: string }>();
  useEffect(() => {
    let current = true;
    void encodeLink(scenario).then((text) => {
      if (current) setPacked({ of: scenario, link: addressWith(text) });
    });
    return () => {
      current = false;
    };
  }, [scenario]);
  return packed?.of === scenario ? packed.link : undefined;
}

function ShareBody(): ReactElement {
  const scenario = useScenario();
  const say = useVerdict((state) => state.say);
  const link = useLink(scenario);
  const copy = (text: string, what: string): void => {
    void copyText(text).then((done) =>
      say(done ? `Copied ${what}` : `This browser did not let the page copy. Select the text and copy it.`),
    );
  };
  return (
    <>
      <div className="share-row">
        <input
          className="input"
          readOnly
          aria-label="Link to this case"
          value={link ?? 'Packing…'}
          onFocus={({ target }) => target.select()}
        />
        <button
          className="btn main"
          disabled={link === undefined}
          onClick={() => copy(link ?? '', 'the link')}
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
      <div className="share-more">
        <button
          className="btn line"
          onClick={() => saveFile('case.verdict.json', writeScenarioFile(scenario))}
        >
          Download JSON
        </button>
        <button className="btn line" onClick={() => copy(writeScenarioFile(scenario), 'the case as JSON')}>
          Copy JSON
        </button>
      </div>
    </>
  );
}

function length(characters: number): string {
  return characters < 1000 ? `${characters} characters` : `${(characters / 1000).toFixed(1)} KB`;
}
