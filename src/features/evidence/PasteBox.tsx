import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { leadsTo, withStepBefore } from '../../call/chain';
import type { Scenario } from '../../case/scenario';
import { textsElsewhere, textsWords, withoutTexts } from '../../intake/authorization/elsewhere';
import { readAccount } from '../../intake/account/read';
import type { Holder } from '../../intake/code/types';
import { preferred } from '../../intake/evidence/choices';
import type { Paste } from '../../intake/evidence/paste';
import { readPaste } from '../../intake/evidence/read';
import type { Evidence } from '../../intake/evidence/types';
import { scenarioFromEvidence, type FromEvidence } from '../../intake/from-evidence';
import { KIND_FACTS } from '../../intake/kinds';
import { emptyScenario } from '../../formats/schema';
import type { PolicyPlace } from '../../intake/places';
import { useCase, useScenario } from '../../store/selectors';
import { isEmpty, useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { AccountChoice } from './AccountChoice';
import { EventChoice } from './EventChoice';
import { HolderChoice } from './HolderChoice';
import { addUnfinished, fillFrom, fillFromAccount } from './fill';
import { PasteArea } from './PasteArea';
import { Places } from './Places';
import { ReportOffer } from './ReportOffer';
import { Understood } from './Understood';

const NO_TEXTS: ReturnType<typeof textsElsewhere> = new Map();

/** The box, what was understood of the text in it, and one button that fills the case in. */
export default function PasteBox(): ReactElement {
  const text = useVerdict((state) => state.pasteText);
  // A large text is read after the box has shown it.
  const shown = useDeferredValue(text);
  const box = useRef<HTMLDivElement>(null);
  /** Ctrl or Cmd with Enter presses the button that fills in, once what stands there is about the text in the box. */
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || shown !== text) return;
    event.preventDefault();
    box.current?.querySelector<HTMLButtonElement>('.actions .btn.main:not(:disabled)')?.click();
  };
  return (
    // The text field and the buttons inside are what the key is pressed in.
    <div className="paste-box" ref={box} role="group" aria-label="What to paste" onKeyDown={press}>
      <PasteArea />
      {shown.trim() !== '' && <Reading key={shown} text={shown} />}
    </div>
  );
}

function Reading({ text }: { readonly text: string }): ReactElement {
  const account = useMemo(() => readAccount(text), [text]);
  return account === undefined ? (
    <EvidenceReading text={text} />
  ) : (
    <AccountChoice account={account} onFill={fillFromAccount} />
  );
}

/** Is the paste about a request of its own? Then the policies on the page are another case's until said otherwise. */
function isOwnCase(evidence: Evidence, present: Scenario): boolean {
  if (isEmpty(present)) return true;
  // Policies that came before any request wait for one.
  const { principal, action, resource } = present.request;
  if (principal + action + resource === '') return false;
  return KIND_FACTS[evidence.kind].ownCase && !isOfSameCall(evidence, present);
}

/** AWS's own evaluation comes in several pastes: the message, the details, the policies, in any order. */
function isOfSameCall({ kind, request }: Evidence, present: Scenario): boolean {
  if (kind !== 'authorizationDetails' && present.aws === undefined) return false;
  const { action } = present.request;
  return action === '' || action.toLowerCase() === request?.action?.toLowerCase();
}

function EvidenceReading({ text }: { readonly text: string }): ReactElement {
  const present = useScenario();
  const paste = useMemo(() => readPaste(text), [text]);
  const [index, setIndex] = useState(() => preferred(paste.choices));
  const [keep, setKeep] = useState<boolean>();
  const [places, setPlaces] = useState<ReadonlyMap<number, PolicyPlace>>(new Map());
  const evidence = useMemo(() => chosenOf(paste, index), [paste, index]);
  const joins = keep ?? !isOwnCase(evidence, present);
  const into = useMemo(() => (joins ? present : emptyScenario()), [joins, present]);
  const [holder, setHolder] = useState<Holder>();
  const whole = useCase();
  // A policy of AWS's own evaluation may stand with another request of the call.
  const elsewhere = useMemo(
    () => (joins ? textsElsewhere(evidence, into, whole) : NO_TEXTS),
    [joins, evidence, into, whole],
  );
  const found = useMemo(() => {
    const made = scenarioFromEvidence(withoutTexts(evidence, elsewhere), into, places, holder);
    return { ...made, understood: [...made.understood, ...textsWords(elsewhere)] };
  }, [evidence, elsewhere, into, places, holder]);
  // The message of a session, while the page holds the call that made the session: a step of a chain.
  const [steps, setSteps] = useState(false);
  const leads = !joins && leadsTo(whole, found.scenario);
  // The line that holds AWS's word against the verdict is there with the case, so that nothing moves after it.
  useEffect(() => {
    if (evidence.kind === 'authorizationDetails') void import('./HeldAgainstAws');
  }, [evidence.kind]);
  return (
    <>
      {paste.choices.length > 0 && <EventChoice choices={paste.choices} chosen={index} onChoose={setIndex} />}
      {evidence.kind === 'unknown' ? (
        <NotRecognized evidence={evidence} text={text} />
      ) : (
        <Understood {...found} />
      )}
      {(evidence.kind === 'unknown' || paste.choices.length > 0) && <ReportOffer text={text} />}
      <HolderChoice
        incoming={found.incoming}
        request={found.scenario.request}
        chosen={holder}
        onChoose={(one) => {
          setHolder(one);
          setPlaces(new Map());
        }}
      />
      <Places
        incoming={found.incoming}
        into={into}
        action={found.scenario.request.action}
        chosen={new Map([...found.places, ...places])}
        onChoose={(at, place) => setPlaces((before) => new Map(before).set(at, place))}
      />
      {!isEmpty(present) && evidence.kind !== 'unknown' && (
        <label className="check">
          <input
            type="checkbox"
            checked={joins}
            onChange={({ target }) => {
              setKeep(target.checked);
              setPlaces(new Map());
            }}
          />
          Keep what is on the page
        </label>
      )}
      {leads && (
        <label className="check">
          <input type="checkbox" checked={steps} onChange={({ target }) => setSteps(target.checked)} />
          The case on the page assumes this role: keep it as the step before, in a chain
        </label>
      )}
      <div className="actions">
        <button
          className="btn main"
          disabled={!isUsable(evidence)}
          onClick={() => {
            const scenario = leads && steps ? withStepBefore(whole, found.scenario) : found.scenario;
            fillFrom(evidence, { ...found, scenario }, joins, elsewhere);
          }}
        >
          {labelOf(evidence, found.incoming.length - leftOut(found.places, places) + elsewhere.size)}
        </button>
        <kbd aria-hidden="true">Ctrl Enter</kbd>
      </div>
    </>
  );
}

/** How many are of another holder, and were not put anywhere by hand. */
function leftOut(ofHolder: FromEvidence['places'], places: FromEvidence['places']): number {
  return [...ofHolder.keys()].filter((index) => !places.has(index)).length;
}

/** Policies alone join the case; everything else fills in the request too. */
function labelOf({ kind }: Evidence, policies: number): string {
  if (kind !== 'policy' || policies === 0) return 'Fill in the case';
  return policies === 1 ? 'Add the policy' : `Add ${policies} policies`;
}

function chosenOf({ evidence, choices }: Paste, index: number): Evidence {
  return choices[index]?.read() ?? evidence;
}

function isUsable({ kind, request, policies = [], named = [], s3, organization }: Evidence): boolean {
  if (kind === 'unknown') return false;
  return (
    request !== undefined ||
    policies.length > 0 ||
    named.length > 0 ||
    s3 !== undefined ||
    organization !== undefined
  );
}

interface NotRecognizedProps {
  readonly evidence: Evidence;
  readonly text: string;
}

/** What the text is not, and where it is a policy to be: a way to mend it in the editor. */
function NotRecognized({ evidence, text }: NotRecognizedProps): ReactElement {
  const unfinished = /^\s*\{/.test(text) && text.includes('Statement') && text.length < 200_000;
  return (
    <div className="understood" role="status">
      <h3>Not recognized</h3>
      {evidence.notes.map((note) => (
        <p key={note}>
          <RichText text={backticks(note)} />
        </p>
      ))}
      {unfinished && (
        <button className="btn line sm" onClick={() => addUnfinished(text)}>
          Add it as it is and put it right there
        </button>
      )}
      <p className="dim">The text stays here until you take it out.</p>
    </div>
  );
}
