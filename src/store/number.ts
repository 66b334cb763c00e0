let last = 0;

/** A number that was not given out before: it makes a repeated request a new one, and tells messages apart. */
export function nextNumber(): number {
  last += 1;
  return last;
}
