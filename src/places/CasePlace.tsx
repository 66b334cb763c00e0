import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { CallClause } from '../features/call/CallClause';
import { ContextPanel } from '../features/context/ContextPanel';
import { StartWays } from '../features/editor/StartWays';
import { AwsEvaluation } from '../features/evidence/Reproduced';
import { FlowPicture } from '../features/flow/FlowPicture';
import { PolicyRail } from '../features/policies/PolicyRail';
import { RequestRow } from '../features/request/RequestRow';
import { VerdictBand } from '../features/verdict/VerdictBand';
import { VerdictPanel } from '../features/verdict/VerdictPanel';
import { leastLinkedHeight } from '../explain/drawing/linked-room';
import { hasTwoLanes } from '../explain/path';
import { Later, useAfterPaint } from '../store/later';
import { useCallFact } from '../store/selectors';
import { isEmpty, useVerdict, type NarrowTab } from '../store/store';
import { useZoom } from '../store/zoom';
import { PartBoundary } from '../ui/PartBoundary';
import { NARROW, PHONE, useMediaQuery } from '../ui/useMediaQuery';
import { CaseStrip } from './CaseStrip';
import { CaseTools } from './CaseTools';
import { EditorSlot } from './EditorSlot';
import './casePlace.css';

const SecondRefusal = lazy(() =>
  import('../features/flow/SecondRefusal').then((part) => ({ default: part.SecondRefusal })),
);
const ChainClause = lazy(() => import('../features/flow/ChainClause'));
const PhoneFlow = lazy(() => import('./PhoneFlow'));
const ZoomPanel = lazy(() => import('../features/zoom/ZoomPanel'));

const Steps = lazy(() => import('../features/walk/Walk').then(({ Walk: Part }) => ({ default: Part })));

/** The steps one by one: drawn after the verdict, so loaded after it. Its column stands from the beginning. */
function Walk(): ReactElement {
  return (
    <PartBoundary>
      <Suspense fallback={<section className="panel" aria-busy="true" />}>
        <Steps />
      </Suspense>
    </PartBoundary>
  );
}

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
  const chained = useVerdict(({ history }) => history.present.chain !== undefined);
  return (
    <>
      <CallClause />
      <Suspense>
        {chained && <ChainClause />}
        <SecondRefusal />
      </Suspense>
    </>
  );
}

/** One request, its verdict, the path, the words that did it. */
function CasePage(): ReactElement {
  const phone = useMediaQuery(PHONE);
  return phone ? <PhonePage /> : <DeskPage />;
}

/** Always the same element: leaving the place and coming back draws nothing anew. */
const PAGE = <CasePage />;

export default function CasePlace(): ReactElement {
  return PAGE;
}

/** It reads nothing of the case, so that a key draws only the parts that show what it changed. */
function DeskPage(): ReactElement {
  const narrow = useMediaQuery(NARROW);
  const arrived = useVerdict((state) => state.arrived);
  return (
    <div className="desk">
      <RequestRow />
      <div>
        <VerdictBand clause={<Clauses />} />
        <CaseStrip key={arrived} />
        <AwsEvaluation />
      </div>
      <FlowRoom>
        <FlowPicture />
        <Later>
          <Zoom />
        </Later>
      </FlowRoom>
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
            <ContextPanel key={arrived} />
          </>
        )}
      </div>
    </div>
  );
}

/** What stands above and below the picture in its room: padding and line, in pixels. */
const EDGES = 3;

/** One request may take two lanes. Several are as high as their small lanes are, and a chain is one line. */
function FlowRoom({ children }: { readonly children: ReactNode }): ReactElement {
  const chained = useVerdict(({ history }) => history.present.chain !== undefined);
  const lanes = useCallFact(
    ({ parts: [part, ...others] }) =>
      others.length === 0 && part !== undefined && hasTwoLanes(part.evaluation),
  );
  const linked = useAfterPaint(useCallFact((call) => (call.parts.length > 1 ? leastLinkedHeight(call) : 0)));
  const room = chained || linked === 0 ? undefined : { minHeight: linked + EDGES };
  return (
    <div className={lanes && !chained ? 'flow-room two' : 'flow-room'} style={room}>
      {children}
    </div>
  );
}

/** Walk and context as two tabs of one panel. */
function SidePanel(): ReactElement {
  const tab = useVerdict((state) => state.sideTab);
  const setTab = useVerdict((state) => state.setSideTab);
  return (
    <div className="duo" role="group" aria-label="Steps and context">
      <div className="head duo-tabs">
        <button className="tb" aria-pressed={tab === 'walk'} onClick={() => setTab('walk')}>
          Step by step
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
  const arrived = useVerdict((state) => state.arrived);
  const tab = useVerdict((state) => state.narrowTab);
  const setTab = useVerdict((state) => state.setNarrowTab);
  return (
    <div className="phone">
      <div className="phone-band">
        <VerdictBand />
        <CaseStrip key={arrived} phone />
        <AwsEvaluation />
      </div>
      <nav className="tabs" aria-label="Views">
        {(Object.keys(TABS) as NarrowTab[]).map((name) => (
          <button key={name} aria-pressed={tab === name} onClick={() => setTab(name)}>
            {TABS[name]}
          </button>
        ))}
      </nav>
      <div className="view" data-view={tab}>
        <PhoneView key={arrived} tab={tab} />
      </div>
    </div>
  );
}

function PhoneView({ tab }: { readonly tab: NarrowTab }): ReactElement {
  const empty = useVerdict((state) => isEmpty(state.history.present));
  switch (tab) {
    case 'verdict':
      return (
        <>
          <div className="phone-clauses">
            <Clauses />
          </div>
          <VerdictPanel />
          {empty && <StartWays />}
        </>
      );
    case 'flow':
      return (
        <PartBoundary>
          <Suspense fallback={<section className="panel" aria-busy="true" />}>
            <PhoneFlow />
          </Suspense>
        </PartBoundary>
      );
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
