/** Scrolls the nearest scrolling box, and nothing around it, until an element's first lines can be seen. */
export function scrollWithin(element: HTMLElement, lines: number): void {
  const box = scrollerOf(element);
  if (!box) return;
  const view = box.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  const bottom = Math.min(place.bottom, place.top + lines);
  if (place.top >= view.top && bottom <= view.bottom) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const top =
    place.top < view.top ? place.top - view.top : Math.min(bottom - view.bottom, place.top - view.top);
  box.scrollBy({ top, behavior: still ? 'auto' : 'smooth' });
}

function scrollerOf(element: HTMLElement): HTMLElement | undefined {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return undefined;
}
