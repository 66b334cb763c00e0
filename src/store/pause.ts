/**
 * Has something run once nothing asked for it any more for so long. A timer that waits is left to wait and looks at the
 * clock when it is due, since setting it anew at every key costs more than that.
 */
export function afterPause(run: () => void, milliseconds: number): () => void {
  let due = 0;
  let waiting = false;
  const look = (): void => {
    const left = due - performance.now();
    if (left > 0) {
      setTimeout(look, left);
      return;
    }
    waiting = false;
    run();
  };
  return () => {
    due = performance.now() + milliseconds;
    if (waiting) return;
    waiting = true;
    setTimeout(look, milliseconds);
  };
}
