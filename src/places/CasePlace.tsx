import { lazy, Suspense, type ReactElement } from 'react';
import { AlsoNeedsButton } from '../features/call/AlsoNeedsButton';
import { CallClause } from '../features/call/CallClause';
import { CallStrip } from '../features/call/CallStrip';
import { ContextPanel } from '../features/context/ContextPanel';
import { LessonStrip } from '../features/examples/LessonStrip';
import { Reproduced } from '../features/evidence/Reproduced';
import { FlowPicture } from '../features/flow/FlowPicture';
import { PartsStrip } from '../features/parts/PartsStrip';
import { PolicyRail } from '../features/policies/PolicyRail';
import { RequestRow } from '../features/request/RequestRow';
import { VerdictBand } from '../features/verdict/VerdictBand';
import { VerdictPanel } from '../features/verdict/VerdictPanel';
import { Walk } from '../features/walk/Walk';
import { Later } from '../store/later';
import { useVerdict, type NarrowTab } from '../store/store';
import { useZoom } from '../store/zoom';
import { PartBoundary } from '../ui/PartBoundary';
import { NARROW, PHONE, useMediaQuery } from '../ui/useMediaQuery';
import { CaseTools } from './CaseTools';
import { EditorSlot } from './EditorSlot';
import './casePlace.css';

const SecondRefusal = lazy(() =>
  import('../features/flow/SecondRefusal').then((part) => ({ default: part.SecondRefusal })),
);
const ZoomPanel = lazy(() => import('../features/zoom/ZoomPanel'));

/** What is open under the picture; loaded when something is opened for the first time. */
function Zoom(): ReactElement | null {
  const asked = useZoom((state) => state.zoom !== undefined);
  return asked ? (
    <PartBoundary>
      <Suspense>
        <ZoomPanel />
      </Suspense>
    </PartBoundary>
  ) : null;
}

/** What the answer leaves unsaid: of the whole call, and behind a stop. */
function Clauses(): ReactElement {
  return (
    <>
      <CallClause />
      <Suspense>
        <SecondRefusal />
      </Suspense>
    </>
  );
}

/** One request, its verdict, the path, the words that did it. */
export default function CasePlace(): ReactElement {
  const phone = useMediaQuery(PHONE);
  return phone ? <PhonePage /> : <DeskPage />;
}

function DeskPage(): ReactElement {
  const narrow = useMediaQuery(NARROW);
  return (
    <div className="desk">
      <div>
        <CallStrip />
        <RequestRow />
      </div>
      <div>
        <VerdictBand clause={<Clauses />} tools={<AlsoNeedsButton />} />
        <PartsStrip />
        <LessonStrip />
        <Reproduced />
      </div>
      <div>
        <Later>
          <FlowPicture />
          <Zoom />
        </Later>
      </div>
      <div className="work">
        <Later>
          <PolicyRail tools={<CaseTools />} />
        </Later>
        <EditorSlot />
        {narrow ? (
          <SidePanel />
        ) : (
          <>
            <Later>
              <Walk />
            </Later>
            <ContextPanel />
          </>
        )}
      </div>
    </div>
  );
}

/** Walk and context as two tabs of one panel. */
function SidePanel(): ReactElement {
  const tab = useVerdict((state) => state.sideTab);
  const setTab = useVerdict((state) => state.setSideTab);
  return (
    <div className="duo" role="group" aria-label="Walk and context">
      <div className="head duo-tabs">
        <button className="tb" aria-pressed={tab === 'walk'} onClick={() => setTab('walk')}>
          Walk
        </button>
        <button className="tb" aria-pressed={tab === 'context'} onClick={() => setTab('context')}>
          Context
        </button>
      </div>
      {tab === 'walk' ? (
        <Later>
          <Walk />
        </Later>
      ) : (
        <ContextPanel />
      )}
    </div>
  );
}

const TABS: Record<NarrowTab, string> = {
  verdict: 'Verdict',
  flow: 'Flow',
  policies: 'Policies',
  request: 'Request',
};

function PhonePage(): ReactElement {
  const tab = useVerdict((state) => state.narrowTab);
  const setTab = useVerdict((state) => state.setNarrowTab);
  return (
    <div className="phone">
      <div>
        <CallStrip />
        <VerdictBand clause={<Clauses />} tools={<AlsoNeedsButton />} />
        <PartsStrip />
        <LessonStrip />
        <Reproduced />
      </div>
      <nav className="tabs" aria-label="Views">
        {(Object.keys(TABS) as NarrowTab[]).map((name) => (
          <button key={name} aria-pressed={tab === name} onClick={() => setTab(name)}>
            {TABS[name]}
          </button>
        ))}
      </nav>
      <div className="view" data-view={tab}>
        <PhoneView tab={tab} />
      </div>
    </div>
  );
}

function PhoneView({ tab }: { readonly tab: NarrowTab }): ReactElement {
  switch (tab) {
    case 'verdict':
      return <VerdictPanel />;
    case 'flow':
      return <Walk />;
    case 'policies':
      return (
        <>
          <PolicyRail tools={<CaseTools />} />
          <EditorSlot />
        </>
      );
    case 'request':
      return (
        <>
          <RequestRow />
          <ContextPanel />
        </>
      );
  }
}
