import type { ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { PlaceMark } from '../../ui/place/marks';
import { PlaceBand } from '../../ui/place/PlaceBand';

/** Learn before it has lessons: the worked examples are there already. */
export default function LearnEmpty(): ReactElement {
  const show = useVerdict((state) => state.show);
  return (
    <>
      <PlaceBand id="learn-answer" mark={<PlaceMark kind="lesson" />} heading="How does IAM decide?">
        Look at a request, say what AWS will decide, then watch it decide.
      </PlaceBand>
      <div className="pl-body">
        <div className="pl-starts">
          <section>
            <h2>Worked examples</h2>
            <p className="dim">
              Each example is a whole case: a request, its policies, and why it is decided so.
            </p>
            <p className="pl-example">
              <button className="btn line" aria-haspopup="dialog" onClick={() => show('examples')}>
                Choose an example
              </button>
            </p>
          </section>
        </div>
      </div>
    </>
  );
}
