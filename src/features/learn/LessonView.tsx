import { useEffect, useRef, useState, type ReactElement } from 'react';
import { addPolicy } from '../../case/edits';
import type { Scenario } from '../../case/scenario';
import { firstFault, judgeCase, type Judged } from '../../lessons/judge';
import { standing } from '../../lessons/claims';
import { readPlace } from '../../lessons/place';
import { recordOf } from '../../lessons/progress';
import type { Playable, EditPlace } from '../../lessons/types';
import { useCatalog } from '../../store/catalog';
import { useProgress } from '../../store/learn/progress';
import {
  countTry,
  editPuzzle,
  markSolved,
  redoPuzzle,
  seeHidden,
  settlePuzzle,
  typePuzzle,
  undoPuzzle,
  type Sitting,
} from '../../store/learn/sitting';
import { PHONE, useMediaQuery } from '../../ui/useMediaQuery';
import { BeyondPart } from './column/BeyondPart';
import { LessonColumn } from './column/LessonColumn';
import { SO } from './column/See';
import { PickText } from './first/PickText';
import { ghostOf } from './ghost';
import type { Phase } from './path';
import { Stage, type StagePart } from './stage/Stage';
import type { EditorTools } from './stage/tools';
import type { Handles } from './stage/Work';
import { useBeyond } from './useBeyond';
import { DECISION_WORDS } from './words';

interface LessonViewProps {
  readonly sitting: Sitting;
  readonly phase: Phase;
  readonly tools: EditorTools;
}

/** One lesson: its column, and the case beside it. */
export function LessonView({ sitting, phase: asked, tools }: LessonViewProps): ReactElement {
  const { lesson, history } = sitting;
  const record = useProgress(({ progress }) => recordOf(progress, lesson.id));
  const catalog = useCatalog();
  const phone = useMediaQuery(PHONE);
  const [part, setPart] = useState<StagePart>('lesson');
  const phase = reached(asked, lesson, sitting, record.first !== undefined, record.solved !== undefined);
  const puzzling = phase === 'repair' || phase === 'done';
  const whole = puzzling ? history.present : lesson.scenario;
  const { repair } = lesson;
  const judged =
    puzzling && repair ? judgeCase({ scenario: lesson.scenario, repair }, whole, { catalog }) : undefined;
  useFollow(judged, phase);
  const searched = phase === 'done' && judged?.solved === true;
  const beyond = useBeyond(lesson, whole, searched);
  const [watching, setWatching] = useState<{ readonly of: Scenario; readonly asked: Scenario }>();
  // What is watched belongs to one attempt: another one ends it.
  const watched = searched && watching?.of === whole ? watching.asked : undefined;
  const setWatched = (of: Scenario | undefined): void => setWatching(of && { of: whole, asked: of });

  const chosen = sitting.chosen ?? (phase === 'see' ? record.first?.option : undefined);
  const option = lesson.ask.options.find(({ id }) => id === chosen);
  const hidden = phase === 'predict';
  const ghost =
    option && !puzzling && sitting.firstDone ? ghostOf(option.claims, lesson.scenario) : undefined;
  const how = option && standing(option, lesson.scenario);
  const said =
    phase === 'see' && option && how ? `You said ${DECISION_WORDS[option.claims.decision]}. ${SO[how]}` : '';
  const column = (
    <LessonColumn
      lesson={lesson}
      phase={phase}
      judged={judged}
      hiddenSeen={sitting.hiddenSeen}
      beyond={
        searched && repair && repair.solution.length > 0 ? (
          <BeyondPart beyond={beyond} watching={watched !== undefined} onWatch={setWatched} />
        ) : null
      }
    />
  );
  const pick =
    lesson.first?.kind === 'pick' && phase === 'predict' && !sitting.firstDone ? lesson.first : undefined;
  const stage = (
    <Stage
      // Another lesson or step begins with its own policy and step in view.
      key={`${lesson.id} ${puzzling ? 'repair' : 'ask'}`}
      room={`learn:${lesson.id}-${puzzling ? 'own' : 'start'}`}
      whole={watched ?? whole}
      hidden={hidden}
      ghost={ghost}
      ghostLead={phase === 'see' ? 'You said' : 'Your answer'}
      said={said}
      handles={handlesOf(sitting, phase === 'repair' || phase === 'done')}
      tools={tools}
      instead={
        pick?.text !== undefined && (!phone || part !== 'lesson') ? (
          <PickText pick={pick} scenario={lesson.scenario} />
        ) : undefined
      }
      part={phone ? part : undefined}
    />
  );
  if (!phone)
    return (
      <div className="learn-lesson">
        {column}
        {stage}
      </div>
    );
  const failing = judged && phase === 'repair' && part === 'policies' ? failingWords(judged) : undefined;
  return (
    <div className="learn-phone">
      {stage}
      <nav className="learn-phone-tabs" aria-label="Views of the lesson">
        {(['lesson', 'flow', 'policies', 'request'] as const).map((one) => (
          <button key={one} aria-pressed={part === one} onClick={() => setPart(one)}>
            {PART_WORDS[one]}
          </button>
        ))}
      </nav>
      {part === 'lesson' && column}
      {failing !== undefined && <p className="learn-failing cut">{failing}</p>}
    </div>
  );
}

const PART_WORDS: Readonly<Record<StagePart, string>> = {
  lesson: 'Lesson',
  flow: 'Flow',
  policies: 'Policies',
  request: 'Request',
};

/** The step that is shown: one that was not come to yet leads to the one before it. */
function reached(
  asked: Phase,
  { repair }: Playable,
  { chosen }: Sitting,
  answered: boolean,
  solved: boolean,
): Phase {
  if (asked === 'done' && repair) return solved ? 'done' : 'repair';
  if (asked === 'repair' && repair) return 'repair';
  if (asked === 'predict') return 'predict';
  return answered || chosen !== undefined ? 'see' : 'predict';
}

/** Runs of the hidden tests are tries; a solved puzzle is marked. */
function useFollow(judged: Judged | undefined, phase: Phase): void {
  const ran = useRef<string>(undefined);
  const state = judged?.hidden === undefined ? undefined : (firstFault(judged) ?? 'solved');
  useEffect(() => {
    if (phase !== 'repair' || state === ran.current) return;
    ran.current = state;
    if (state === undefined) return;
    countTry();
    seeHidden();
    if (state === 'solved') markSolved('self');
  }, [state, phase]);
}

function handlesOf({ lesson, history }: Sitting, puzzling: boolean): Handles {
  const open = puzzling ? (lesson.repair?.edit ?? []) : [];
  const at = (place: EditPlace): number => readPlace(place)?.at ?? 0;
  return {
    open,
    onType: (place, text) => {
      const read = readPlace(place);
      if (read?.kind === 'policy') typePuzzle(read.at, read.address, text);
    },
    onSettle: settlePuzzle,
    onAdd: (place) => {
      const read = readPlace(place);
      if (read?.kind !== 'policy') return;
      const { layer, level } = read.address;
      const principal = layer === 'resource' || layer === 'rcp' || layer === 'endpoint';
      const document = {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', ...(principal && { Principal: { AWS: '' } }), Action: '', Resource: '' },
        ],
      };
      editPuzzle(
        at(place),
        (view) => addPolicy(view, layer, { name: 'NewPolicy', document }, level).scenario,
      );
    },
    onEdit: (change) => editPuzzle(0, change),
    onUndo: history.past.length > 0 ? undoPuzzle : undefined,
    onRedo: history.future.length > 0 ? redoPuzzle : undefined,
  };
}

function failingWords({ visible, hidden, unreadable }: Judged): string | undefined {
  if (unreadable !== undefined) return 'The policy can’t be read as it stands';
  const first = [...visible, ...(hidden ?? [])].find(({ passes }) => !passes);
  return first && `${first.test.name}: expects ${first.test.expect}`;
}
