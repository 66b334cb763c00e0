import { useState, type ReactElement, type ReactNode } from 'react';
import { listPolicies, type PolicyAddress, type Scenario } from '../../../case/scenario';
import { requestCount, viewOf } from '../../../call/view';
import { evaluateCall } from '../../../call/verdict';
import { placeOf, readPlace } from '../../../lessons/place';
import type { EditPlace } from '../../../lessons/types';
import { evaluationOf, explanationOf } from '../../../store/derive';
import { decidingStep } from '../../../store/selectors';
import type { Ghost } from '../ghost';
import { Asked } from './Asked';
import { Band } from './Band';
import { CallTabs } from './CallTabs';
import { LessonFlow } from './LessonFlow';
import type { Reveal } from './PolicyText';
import type { EditorTools } from './tools';
import { Work, type Handles } from './Work';
import './stage.css';

export type StagePart = 'lesson' | 'flow' | 'policies' | 'request';

interface StageProps {
  /** Names the texts of this stage. */
  readonly room: string;
  readonly whole: Scenario;
  /** While the question is open nothing here says how it comes out. */
  readonly hidden: boolean;
  readonly ghost: Ghost | undefined;
  readonly ghostLead: string;
  readonly said: string;
  readonly handles: Handles;
  readonly tools: EditorTools;
  /** In place of policies and walk: a text to point into. */
  readonly instead?: ReactNode;
  /** On a phone. */
  readonly part?: StagePart | undefined;
}

/** The case beside the lesson: request, verdict, picture, policies, walk. */
export function Stage(props: StageProps): ReactElement {
  const { room, whole, hidden, ghost, ghostLead, said, handles, tools, instead, part } = props;
  const [looked, setLooked] = useState<number>();
  const failing = evaluateCall(whole).failing[0] ?? 0;
  // What fails may not be opened by itself while that is the question.
  const at = looked !== undefined && looked < requestCount(whole) ? looked : hidden ? 0 : failing;
  const view = viewOf(whole, at);
  const [chosen, setChosen] = useState<EditPlace>();
  const [reveal, setReveal] = useState<Reveal>();
  const [step, setStep] = useState<string>();
  const shown =
    chosen !== undefined && isThere(view, at, chosen) ? chosen : firstPlace(view, at, hidden, handles);
  const open = step ?? (hidden ? undefined : decidingStep(evaluationOf(view))?.id);
  const show = (address: PolicyAddress, path: string): void => {
    setChosen(placeOf(address, at));
    setReveal((before) => ({ path, count: (before?.count ?? 0) + 1 }));
  };
  const part2 = part === 'lesson' ? undefined : part;
  return (
    <div className="learn-stage" data-part={part}>
      <div className="learn-top">
        <CallTabs whole={whole} at={at} hidden={hidden} onLook={setLooked} />
        {(part === undefined || part === 'request') && <Asked view={view} />}
      </div>
      <Band whole={whole} view={view} hidden={hidden} said={said} onQuote={show} />
      {(part === undefined || part === 'flow') && (
        <LessonFlow
          view={view}
          hidden={hidden}
          ghost={ghost}
          lead={ghostLead}
          open={open}
          {...(!hidden && { onChoose: setStep })}
        />
      )}
      {instead ??
        (part !== 'lesson' && (
          <Work
            room={room}
            view={view}
            at={at}
            hidden={hidden}
            handles={handles}
            tools={tools}
            shown={shown}
            onShow={(place) => {
              setChosen(place);
              setReveal(undefined);
            }}
            reveal={reveal}
            step={open}
            onStep={(next) => setStep(next === open ? '' : next)}
            part={part2}
          />
        ))}
    </div>
  );
}

function isThere(view: Scenario, at: number, place: EditPlace): boolean {
  if (place === 's3') return true;
  return listPolicies(view.policies).some(({ address }) => placeOf(address, at) === place);
}

/** The policy that may be changed; else the one that the verdict quotes, once there is a verdict; else the first. */
function firstPlace(view: Scenario, at: number, hidden: boolean, { open }: Handles): EditPlace | undefined {
  const mine = open.find((place) => readPlace(place)?.at === at && isThere(view, at, place));
  if (mine !== undefined) return mine;
  const quoted = hidden ? undefined : explanationOf(view).quotes[0]?.address;
  const address = quoted ?? listPolicies(view.policies)[0]?.address;
  return address && placeOf(address, at);
}
