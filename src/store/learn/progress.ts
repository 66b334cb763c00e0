/** The learner's progress: kept in this browser and nowhere else. */
import { create } from 'zustand';
import { NO_PROGRESS, type Progress } from '../../lessons/progress';
import { readProgress, type ReadProgress } from '../../lessons/read-progress';
import {
  forgetProgress,
  keepProgress,
  keptProgress,
  onProgressElsewhere,
  setProgressAside,
} from '../browser/keptProgress';
import { useVerdict } from '../store';

interface ProgressState {
  readonly progress: Progress;
  /** The browser does not keep it: it ends with the page. */
  readonly forgetful: boolean;
}

export const useProgress = create<ProgressState>()(() => ({ progress: NO_PROGRESS, forgetful: false }));

/** Typing changes the draft at every key; it is written down once it rests. */
const KEEP_AFTER_MS = 400;

let begun = false;

/** Takes up what was kept, and keeps every change from now on. Called when the place is first opened. */
export function beginProgress(): void {
  if (begun) return;
  begun = true;
  const kept = keptProgress();
  if (kept === 'closed') sayForgetful();
  else if (kept.text !== undefined) takeUp(kept.text);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { progress, forgetful } = useProgress.getState();
    if (!keepProgress(JSON.stringify(progress)) && !forgetful) sayForgetful();
  };
  useProgress.subscribe(({ progress }, before) => {
    if (progress === before.progress || progress === elsewhere) return;
    timer ??= setTimeout(keep, KEEP_AFTER_MS);
  });
  window.addEventListener('pagehide', () => timer !== undefined && keep());
  onProgressElsewhere((text) => {
    const read = text === undefined ? undefined : parse(text);
    elsewhere = read?.kind === 'read' ? read.progress : NO_PROGRESS;
    useProgress.setState({ progress: elsewhere });
  });
}

/** What another tab kept: not to be written back. */
let elsewhere: Progress | undefined;

function takeUp(text: string): void {
  const read = parse(text);
  if (read.kind === 'read') {
    useProgress.setState({ progress: read.progress });
    return;
  }
  setProgressAside(text);
  useVerdict
    .getState()
    .say('What was kept of your lessons could not be read. It was put aside.', { tone: 'error' });
}

function parse(text: string): ReadProgress {
  try {
    return readProgress(JSON.parse(text));
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Said once a visit. */
function sayForgetful(): void {
  useProgress.setState({ forgetful: true });
  useVerdict
    .getState()
    .say(
      'This browser does not keep your lessons. They work, and are forgotten with the page; a file keeps them.',
    );
}

export function changeProgress(change: (progress: Progress) => Progress): void {
  useProgress.setState(({ progress }) => ({ progress: change(progress) }));
}

/** The text of a file that holds all of it. */
export function progressFile(): string {
  return JSON.stringify(useProgress.getState().progress, null, 2);
}

/** Takes up a file; what it says in words where that can't be done. */
export function openProgressFile(text: string): string {
  const read = parse(text);
  switch (read.kind) {
    case 'newer':
      return 'This file was made by a newer Verdict. Reload the page to get that version.';
    case 'unreadable':
      return 'This file holds no lessons that Verdict kept. Choose one that was saved here.';
    case 'read':
      useProgress.setState({ progress: read.progress });
      return read.skipped === 0
        ? 'Your lessons are as the file has them.'
        : `Your lessons are as the file has them, without ${read.skipped} that could not be read.`;
  }
}

export function forgetAll(): void {
  useProgress.setState({ progress: NO_PROGRESS });
  forgetProgress();
}
