import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import { partsOf } from '../../reasoning/parts';
import { setRequest } from '../../case/edits';
import { useScenario } from '../../store/selectors';
import { useVerdict, viewed } from '../../store/store';
import { AskAbout } from './AskAbout';
import './parts.css';

const SeveralTypes = lazy(() => import('./SeveralTypes'));
const Accounts = lazy(() => import('./Accounts'));
const Trials = lazy(() => import('./Trials'));
const OddRequest = lazy(() => import('./OddRequest'));

/** Under the verdict: how far it holds, where the request stands for several. */
export function PartsStrip(): ReactElement {
  const unasked = useVerdict((state) => {
    const { request, policies } = viewed(state);
    return request.principal + request.action + request.resource === '' && Object.keys(policies).length > 0;
  });
  return (
    <>
      <Parts />
      <Suspense fallback={null}>
        {unasked && <Trials />}
        <Accounts />
        <OddRequest />
        <SeveralTypes />
      </Suspense>
    </>
  );
}

/** Of a resource with wildcards, where its parts come out differently. */
function Parts(): ReactElement | null {
  const scenario = useScenario();
  const edit = useVerdict((state) => state.edit);
  const parts = useMemo(() => partsOf(scenario), [scenario]);
  if (parts === undefined || parts.length < 2) return null;
  return (
    <div className="parts-strip" role="note" aria-label="The resource stands for many">
      <span>
        The resource is a pattern, and not all that it stands for comes out alike. AWS checks one resource at
        a time:
      </span>
      {parts.map(({ decision, resource }) => (
        <AskAbout
          key={decision}
          decision={decision}
          resource={resource}
          onAsk={(asked) => edit((present) => setRequest(present, { resource: asked }))}
        />
      ))}
    </div>
  );
}
