/**
 * One visit: what was kept is restored, a link in the address is opened (never over unsaved work without asking),
 * and every change is kept.
 */
import type { Scenario } from '../case/scenario';
import type { LinkErrorKind } from '../formats/link';
import { ScenarioError } from '../case/issue';
import { parseScenario } from '../formats/schema';
import { fragment, replaceFragment } from './browser/fragment';
import { CASE_A, DRAFT, LINKED, type Kept } from './browser/kept';
import { beginRouting } from './router';
import { readAddress } from './routes';
import { isEmpty, useVerdict } from './store';

const KEEP_AFTER_MS = 250;

const LINK_FAULTS: Record<LinkErrorKind, string> = {
  malformed:
    'This link is damaged, so the case in it cannot be read. Chat tools sometimes cut long links: ask for it again, or for the case as a file.',
  tooLarge: 'The case in this link is larger than Verdict opens. Ask for it as a file.',
  newerVersion: 'This link was made by a newer version of Verdict. Reload the page to get that version.',
};

function sameCase(one: Scenario, other: Scenario): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Takes up a case that was kept; one that cannot be read is put aside, never lost. */
function restore(kept: Kept, what: string, take: (scenario: Scenario) => void): void {
  const text = kept.text();
  if (text === undefined) return;
  try {
    take(parseScenario(JSON.parse(text)));
  } catch (error) {
    if (!(error instanceof ScenarioError) && !(error instanceof SyntaxError)) throw error;
    kept.setAside(text);
    useVerdict
      .getState()
      .say(`${what} kept in this browser could not be read. It was put aside.`, { tone: 'error' });
  }
}

/** Opens the case of a link: at once when nothing is at stake, else after asking. */
async function openLink(text: string): Promise<void> {
  const { say, load, offer, cameByLink } = useVerdict.getState();
  // Most visits bring no link, and need not fetch what unpacks one.
  const { decodeLink, LinkError } = await import('../formats/link');
  try {
    const scenario = await decodeLink(text);
    const present = useVerdict.getState().history.present;
    if (isEmpty(present)) load(scenario);
    else if (!sameCase(scenario, present)) {
      offer(scenario);
      return;
    }
    cameByLink(useVerdict.getState().history.present);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    say(LINK_FAULTS[error.kind], { tone: 'error' });
    // The address must not go on claiming to be the case on the screen.
    if (fragment() === text) replaceFragment('');
  }
}

/** Does the address claim to be a case? */
function holdsLink(): boolean {
  return readAddress(fragment()).kind === 'link';
}

/** Back at a link that was opened before: the case is shown as it is now, and the address does not claim more. */
async function backAtLink(text: string): Promise<void> {
  const { decodeLink } = await import('../formats/link');
  const scenario = await decodeLink(text).catch(() => undefined);
  const { present } = useVerdict.getState().history;
  if (fragment() === text && (scenario === undefined || !sameCase(scenario, present))) replaceFragment('');
}

/** Keeps every change, and takes a link out of the address once the case is no longer the link's. */
function keepChanges(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = useVerdict.getState().history.present;
  let warned = false;
  const keep = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { history, say } = useVerdict.getState();
    if (history.present === kept) return;
    kept = history.present;
    if (DRAFT.keep(JSON.stringify(kept)) || warned) return;
    warned = true;
    say('This browser does not keep the work: save it as a file, or copy the link.', { tone: 'error' });
  };
  useVerdict.subscribe(({ history }, before) => {
    if (history === before.history) return;
    if (history.past.length > 0 && history.present !== before.history.present && holdsLink())
      replaceFragment('');
    timer ??= setTimeout(keep, KEEP_AFTER_MS);
  });
  window.addEventListener('pagehide', keep);
}

/** Keeps the case to compare with, until it is forgotten. */
function keepA(): void {
  useVerdict.subscribe(({ kept, say }, before) => {
    if (kept === before.kept) return;
    if (kept === undefined) CASE_A.forget();
    else if (!CASE_A.keep(JSON.stringify(kept)))
      say('This browser does not keep A: it is gone when the page is closed.', { tone: 'error' });
  });
}

/** Keeps what the link brought as long as the case comes from it, so that a reload still tells what was changed since. */
function keepLinked(): void {
  useVerdict.subscribe(({ linked }, before) => {
    if (linked === before.linked) return;
    if (linked === undefined) LINKED.forget();
    else LINKED.keep(JSON.stringify(linked));
  });
}

/** Begins the visit; called once. What it returns is waited for before the page is drawn: the case of a link. */
export function beginSession(): Promise<void> | undefined {
  let opening: Promise<void> | undefined;
  const { load, keep, cameByLink } = useVerdict.getState();
  restore(DRAFT, 'The work', load);
  restore(CASE_A, 'The case A', keep);
  restore(LINKED, 'The case of the link', (linked) => {
    const { present } = useVerdict.getState().history;
    cameByLink(sameCase(linked, present) ? present : linked);
  });
  keepChanges();
  keepA();
  keepLinked();
  beginRouting({
    onLink: (text) => {
      opening = openLink(text);
    },
    onLinkAgain: (text) => void backAtLink(text),
    onUnknown: (name) => {
      replaceFragment('');
      useVerdict
        .getState()
        .say(`This page has no place called ${name.slice(0, 40)}. Your case is as it was.`, {
          tone: 'error',
        });
    },
  });
  return opening;
}
