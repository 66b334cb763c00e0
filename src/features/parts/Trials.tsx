import { useEffect, useState, type ReactElement } from 'react';
import { trialsOf, type Trial } from '../../reasoning/questions/trials';
import { setRequest } from '../../case/edits';
import { useCatalog } from '../../store/catalog';
import { useSettled } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
import { DECISION_WORDS } from './AskAbout';
import { TRIALS } from './words';

/** They are searched for once typing pauses. */
const PAUSE_MS = 400;

/** Policies without a request: some to try, each with how it comes out. */
export default function Trials(): ReactElement | null {
  const scenario = useSettled();
  const catalog = useCatalog();
  const [trials, setTrials] = useState<readonly Trial[]>([]);
  useEffect(() => {
    if (catalog?.actions('s3') === undefined) return;
    const timer = setTimeout(() => setTrials(trialsOf(scenario, catalog)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [scenario, catalog]);
  if (trials.length === 0) return null;
  return (
    <div className="parts-strip parts-trials" role="note" aria-label={TRIALS.note}>
      <span>{TRIALS.lead}</span>
      {trials.map((trial) => (
        <Try key={JSON.stringify(trial.request)} trial={trial} />
      ))}
    </div>
  );
}

function Try({ trial: { request, decision } }: { readonly trial: Trial }): ReactElement {
  const edit = useVerdict((state) => state.edit);
  const say = useVerdict((state) => state.say);
  const { word, glyph } = DECISION_WORDS[decision];
  return (
    <button
      className={`btn sm line k-${glyph}`}
      title={TRIALS.title(word, request.action, request.resource)}
      onClick={() => {
        edit((present) => setRequest(present, request));
        say(TRIALS.done(request.action), { undo: true });
      }}
    >
      <Glyph kind={glyph} size={14} label="" />
      <span className="word">{word}</span>
      <code className="cut">{request.action}</code>
    </button>
  );
}
