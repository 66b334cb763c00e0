/** Line and column, from 1, of an offset in a part of a text. */
export function placesIn(
  text: string,
  start: number,
): (at: number) => { readonly line: number; readonly column: number } {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (inside) => {
    const at = start + inside;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return { line: low + 1, column: at - (low === 0 ? -1 : ends[low - 1]!) };
  };
}
