import type { ReactElement } from 'react';
import { AlsoNeedsButton } from '../features/call/AlsoNeedsButton';
import { AlsoNeedsDialog } from '../features/call/AlsoNeedsDialog';
import { CallClause } from '../features/call/CallClause';
import { CallStrip } from '../features/call/CallStrip';
import { ChangesDialog } from '../features/changes/ChangesDialog';
import { CompareDialog } from '../features/compare/CompareDialog';
import { ContextPanel } from '../features/context/ContextPanel';
import { LessonStrip } from '../features/examples/LessonStrip';
import { ExamplesDialog } from '../features/examples/ExamplesDialog';
import { IncomingLink } from '../features/incoming/IncomingLink';
import { EditorPanel } from '../features/editor/EditorPanel';
import { PasteDialog } from '../features/evidence/PasteDialog';
import { Reproduced } from '../features/evidence/Reproduced';
import { FlowPicture } from '../features/flow/FlowPicture';
import { OutsideDialog } from '../features/outside/OutsideDialog';
import { ImportPolicyDialog } from '../features/policies/ImportPolicyDialog';
import { KeysDialog } from '../features/keys/KeysDialog';
import { PartsStrip } from '../features/parts/PartsStrip';
import { PolicyRail } from '../features/policies/PolicyRail';
import { ProblemsPanel } from '../features/problems/ProblemsPanel';
import { RequestRow } from '../features/request/RequestRow';
import { RulesDialog } from '../features/rules/RulesDialog';
import { SweepDialog } from '../features/sweep/SweepDialog';
import { TestsDialog } from '../features/tests/TestsDialog';
import { VerdictBand } from '../features/verdict/VerdictBand';
import { VerdictPanel } from '../features/verdict/VerdictPanel';
import { Walk } from '../features/walk/Walk';
import { Later, PaintedFirst } from '../store/later';
import { useVerdict, type NarrowTab } from '../store/store';
import { NARROW, PHONE, useMediaQuery } from '../ui/useMediaQuery';
import { Bar } from './Bar';
import { Toasts } from './Toasts';
import './layout.css';

export function App(): ReactElement {
  const phone = useMediaQuery(PHONE);
  return (
    <PaintedFirst>
      <div className="page">
        <SkipLinks />
        <Bar />
        {phone ? <PhonePage /> : <DeskPage />}
        <ExamplesDialog />
        <PasteDialog />
        <ImportPolicyDialog />
        <RulesDialog />
        <OutsideDialog />
        <SweepDialog />
        <ChangesDialog />
        <KeysDialog />
        <CompareDialog />
        <TestsDialog />
        <AlsoNeedsDialog />
        <IncomingLink />
        <Toasts />
      </div>
    </PaintedFirst>
  );
}

function SkipLinks(): ReactElement {
  return (
    <nav className="skip" aria-label="Skip">
      <a href="#verdict" onClick={jump('verdict')}>
        Skip to the verdict
      </a>
      <a href="#editor" onClick={jump('editor')}>
        Skip to the editor
      </a>
    </nav>
  );
}

/** Moves the focus without touching the fragment, which may hold a shared case. */
function jump(id: string) {
  return (event: { preventDefault: () => void }): void => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
}

function DeskPage(): ReactElement {
  const narrow = useMediaQuery(NARROW);
  return (
    <main className="desk">
      <div>
        <CallStrip />
        <RequestRow />
      </div>
      <div>
        <VerdictBand clause={<CallClause />} tools={<AlsoNeedsButton />} />
        <PartsStrip />
        <LessonStrip />
        <Reproduced />
      </div>
      <Later>
        <FlowPicture />
      </Later>
      <div className="work">
        <Later>
          <PolicyRail />
        </Later>
        <div className="text-column">
          <EditorPanel />
          <ProblemsPanel />
        </div>
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
    </main>
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
    <main className="phone">
      <div>
        <CallStrip />
        <VerdictBand clause={<CallClause />} tools={<AlsoNeedsButton />} />
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
    </main>
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
          <PolicyRail />
          <EditorPanel />
          <ProblemsPanel />
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
