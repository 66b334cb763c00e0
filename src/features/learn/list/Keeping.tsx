import { useState, type ReactElement } from 'react';
import { openFile, saveFile } from '../../../store/browser/files';
import { forgetAll, openProgressFile, progressFile, useProgress } from '../../../store/learn/progress';
import { useVerdict } from '../../../store/store';

/** Where progress is kept, and what one can do with it. */
export function Keeping(): ReactElement {
  const forgetful = useProgress((state) => state.forgetful);
  const say = useVerdict((state) => state.say);
  const [asking, setAsking] = useState(false);
  const open = async (): Promise<void> => {
    const file = await openFile('.json,application/json');
    if (file) say(openProgressFile(file.text));
  };
  return (
    <div className="learn-keeping">
      <p>
        {forgetful
          ? 'This browser keeps nothing for the page: your progress ends with it, unless you save it.'
          : 'Your progress is in this browser and nowhere else.'}
      </p>
      <p>
        <button className="link" onClick={() => saveFile('verdict-lessons.json', progressFile())}>
          Save it to a file
        </button>{' '}
        ·{' '}
        <button className="link" onClick={() => void open()}>
          Open a file
        </button>{' '}
        ·{' '}
        {asking ? (
          <>
            <button
              className="link"
              autoFocus
              onClick={() => {
                forgetAll();
                setAsking(false);
                say('Your lessons are forgotten.');
              }}
            >
              Forget all of it
            </button>{' '}
            ·{' '}
            <button className="link" onClick={() => setAsking(false)}>
              Keep it
            </button>
          </>
        ) : (
          <button className="link" onClick={() => setAsking(true)}>
            Forget it
          </button>
        )}
      </p>
    </div>
  );
}
