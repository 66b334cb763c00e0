import { lazy, useState, type ReactElement } from 'react';
import { openPlaceholders } from '../../case/placeholders';
import { useScenario } from '../../store/selectors';
import { Modal } from '../../ui/pop/Modal';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { hangsWords } from './words';
import './placeholders.css';

const PlaceholderForm = lazy(() => import('./PlaceholderForm'));

/** Which statements hang on values that the code did not tell, and the way to fill them in. */
export default function PlaceholderNote(): ReactElement {
  const scenario = useScenario();
  const [shown, setShown] = useState(false);
  const open = openPlaceholders(scenario);
  return (
    <div className="parts-strip" role="note" aria-label="Placeholders">
      <span>
        <RichText text={backticks(hangsWords(scenario, open))} />
      </span>
      <button className="btn sm line" aria-haspopup="dialog" onClick={() => setShown(true)}>
        {open.length > 0 ? 'Fill in' : 'Change the values'}
      </button>
      {shown && (
        <Modal title="Placeholders" onClose={() => setShown(false)}>
          <PlaceholderForm onDone={() => setShown(false)} />
        </Modal>
      )}
    </div>
  );
}
