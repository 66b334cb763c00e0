import { useMemo, type ReactElement } from 'react';
import { oddRequest } from '../../explain/odd-request';
import { fromMarkdown } from '../../explain/rich';
import { useCatalog } from '../../store/catalog';
import { setRequest } from '../../case/edits';
import { useEvaluation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { RichText } from '../../ui/RichText';
import { AskAbout } from './AskAbout';

/** Under the verdict of a request that AWS would not send: whose verdict it is, and that of the right one. */
export default function OddRequest(): ReactElement | null {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const catalog = useCatalog();
  const edit = useVerdict((state) => state.edit);
  const found = useMemo(
    () => catalog && oddRequest(scenario, evaluation, catalog),
    [scenario, evaluation, catalog],
  );
  if (!found) return null;
  const { why, instead } = found;
  return (
    <div className="parts-strip" role="note" aria-label="AWS would not send this request">
      <span>
        <RichText text={fromMarkdown(why)} /> This verdict is for the words as they stand
        {instead ? '. AWS’s own:' : ', not AWS’s.'}
      </span>
      {instead && (
        <AskAbout
          decision={instead.decision}
          resource={instead.resource}
          onAsk={(resource) => edit((present) => setRequest(present, { resource }))}
        />
      )}
    </div>
  );
}
