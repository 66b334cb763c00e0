import { useMemo, useState, type ReactElement } from 'react';
import { listPolicies, policyAt, policyText, type Scenario } from '../../../case/scenario';
import { layerName } from '../../../explain/layers';
import { isOpen, placeOf, readPlace } from '../../../lessons/place';
import type { EditPlace } from '../../../lessons/types';
import { Icon } from '../../../ui/Icon';
import { ContextList } from './ContextList';
import { PolicyText, type Reveal } from './PolicyText';
import { Rail } from './Rail';
import { S3Form } from './S3Form';
import type { EditorTools } from './tools';
import { WalkList } from './WalkList';

/** What the learner may do with the case now. */
export interface Handles {
  /** Places that may be changed; none while there is nothing to repair. */
  readonly open: readonly EditPlace[];
  readonly onType: (place: EditPlace, text: string) => void;
  readonly onSettle: () => void;
  readonly onAdd: (place: EditPlace) => void;
  readonly onEdit: (change: (view: Scenario) => Scenario) => void;
  readonly onUndo?: (() => void) | undefined;
  readonly onRedo?: (() => void) | undefined;
}

interface WorkProps {
  readonly room: string;
  readonly view: Scenario;
  readonly at: number;
  readonly hidden: boolean;
  readonly handles: Handles;
  readonly tools: EditorTools;
  readonly shown: EditPlace | undefined;
  readonly onShow: (place: EditPlace) => void;
  readonly reveal: Reveal | undefined;
  readonly step: string | undefined;
  readonly onStep: (step: string) => void;
  /** On a phone: one part at a time. */
  readonly part?: 'policies' | 'flow' | 'request' | undefined;
}

/** Policies, the text of one of them, and the walk or the keys of the request. */
export function Work(props: WorkProps): ReactElement {
  const { view, at, hidden, handles, shown, onShow, part } = props;
  return (
    <div className="learn-work" data-part={part}>
      {(part === undefined || part === 'policies') && (
        <>
          <Rail
            view={view}
            at={at}
            hidden={hidden}
            open={handles.open}
            shown={shown}
            onShow={onShow}
            onAdd={handles.onAdd}
          />
          <TextPanel {...props} />
        </>
      )}
      {part !== 'policies' && <Side {...props} />}
    </div>
  );
}

function TextPanel({ room, view, at, hidden, handles, tools, shown, reveal }: WorkProps): ReactElement {
  const ids = useMemo(
    () => listPolicies(view.policies).map(({ address }) => `${room}/${placeOf(address, at)}`),
    [room, view.policies, at],
  );
  const read = shown === undefined ? undefined : readPlace(shown);
  const mine = shown !== undefined && isOpen(shown, handles.open);
  const policy = read?.kind === 'policy' ? policyAt(view.policies, read.address) : undefined;
  return (
    <section className="panel ed learn-text" aria-label="Editor">
      <div className="head">
        <h2 className="grow cut">
          {read?.kind === 'policy' && <span className="dim">{layerName(read.address.layer)} / </span>}
          {policy?.name ?? (read?.kind === 's3' ? 'Settings of the bucket' : 'No policy')}
        </h2>
        {mine && (
          <>
            <button
              className="btn sm icon"
              aria-label="Undo in this lesson"
              disabled={!handles.onUndo}
              onClick={handles.onUndo}
            >
              <Icon name="undo" />
            </button>
            <button
              className="btn sm icon"
              aria-label="Redo in this lesson"
              disabled={!handles.onRedo}
              onClick={handles.onRedo}
            >
              <Icon name="redo" />
            </button>
          </>
        )}
        {shown !== undefined && <span className="tag">{mine ? 'Yours to change' : 'To read'}</span>}
      </div>
      {read?.kind === 'policy' && policy && (
        <PolicyText
          id={`${room}/${shown!}`}
          ids={ids}
          view={view}
          address={read.address}
          hidden={hidden}
          mine={mine}
          tools={tools}
          reveal={reveal}
          onType={(text) => handles.onType(shown!, text)}
          onSettle={handles.onSettle}
        />
      )}
      {read?.kind === 's3' && (
        <div className="body">
          <S3Form view={view} open={handles.open} onEdit={handles.onEdit} />
        </div>
      )}
      {read === undefined && (
        <div className="body">
          <p className="learn-none">Nobody wrote a policy for this request.</p>
        </div>
      )}
      {policy && (
        <div className="foot">
          <span>{policyText(policy).split('\n').length} lines</span>
        </div>
      )}
    </section>
  );
}

function Side({ view, hidden, step, onStep, part }: WorkProps): ReactElement {
  const [tab, setTab] = useState<'walk' | 'context'>('walk');
  const which = part === 'flow' ? 'walk' : part === 'request' ? 'context' : tab;
  return (
    <section
      className="panel learn-side"
      aria-label={which === 'walk' ? 'Evaluation, step by step' : 'Context'}
    >
      {part === undefined && (
        <div className="head learn-tabs">
          <button className="tb" aria-pressed={tab === 'walk'} onClick={() => setTab('walk')}>
            Step by step
          </button>
          <button className="tb" aria-pressed={tab === 'context'} onClick={() => setTab('context')}>
            Context
          </button>
        </div>
      )}
      <div className="body" tabIndex={0}>
        {which === 'walk' ? (
          <WalkList view={view} hidden={hidden} open={step} onOpen={onStep} />
        ) : (
          <ContextList view={view} />
        )}
      </div>
    </section>
  );
}
