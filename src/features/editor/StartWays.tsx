import { lazy, Suspense, type ReactElement } from 'react';
import { goTo } from '../../store/router';
import { useVerdict, type Dialog } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { PartBoundary } from '../../ui/PartBoundary';
import './startWays.css';

const StartExamples = lazy(() => import('./StartExamples'));

const WAYS: readonly { readonly dialog: Dialog; readonly title: string; readonly text: string }[] = [
  {
    dialog: 'paste',
    title: 'Paste an error',
    text: 'An AccessDenied message, a decoded message or a CloudTrail event fills in the request',
  },
  {
    dialog: 'paste',
    title: 'Paste a policy',
    text: 'Its layer is guessed from what it contains; you can move it',
  },
  {
    dialog: 'examples',
    title: 'Open an example',
    text: 'More than a hundred cases, from the first grant to the hard ones, each with its cause',
  },
];

/** In the editor's place while there is no policy at all. */
export function StartWays(): ReactElement {
  const show = useVerdict((state) => state.show);
  return (
    <div className="body">
      <div className="start">
        <h2>Four ways to begin</h2>
        <div className="start-ways">
          {WAYS.map(({ dialog, title, text }) => (
            <button key={title} className="start-way" onClick={() => show(dialog)}>
              <span className="grow">
                <b>{title}</b>
                <span className="dim">{text}</span>
              </span>
              <Icon name="right" />
            </button>
          ))}
          <button className="start-way" onClick={() => goTo('learn')}>
            <span className="grow">
              <b>Learn with cases</b>
              <span className="dim">
                Sixty lessons, each a case: say what AWS will do, watch it happen, repair it
              </span>
            </span>
            <Icon name="right" />
          </button>
        </div>
        <div className="start-examples">
          <PartBoundary>
            <Suspense fallback={null}>
              <StartExamples />
            </Suspense>
          </PartBoundary>
        </div>
        <p className="dim">
          All of it stays in this tab. A link carries the case after the #, which no server receives.
        </p>
      </div>
    </div>
  );
}
