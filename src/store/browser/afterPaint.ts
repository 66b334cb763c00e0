/** Runs something when the next frame is on the screen; returns how to call it off. */
export function afterPaint(run: () => void): () => void {
  let isOff = false;
  // The frame is painted after this callback, and the timer's task comes after that.
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (!isOff) run();
    }),
  );
  return () => {
    isOff = true;
  };
}
