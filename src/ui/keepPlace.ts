const FOCUSABLE = ':is(button, a[href], input, select, textarea, [tabindex="0"]):not(:disabled)';

/** So far around what was pressed something is looked for; further off it would be a surprise. */
const LEVELS = 3;

function focusableIn(element: Element | undefined): HTMLElement | undefined {
  if (element === undefined) return undefined;
  const all = [...(element.matches(FOCUSABLE) ? [element] : []), ...element.querySelectorAll(FOCUSABLE)];
  return all.find(
    (each): each is HTMLElement => each instanceof HTMLElement && each.getClientRects().length > 0,
  );
}

/** At a position among the children, or as near to it as there is something; what follows goes before what stands ahead. */
function focusableNear(parent: Element, at: number): HTMLElement | undefined {
  const children = [...parent.children];
  const order = [...children.slice(at), ...children.slice(0, at).reverse()];
  for (const child of order) {
    const found = focusableIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isLost = (): boolean =>
  document.activeElement === null ||
  document.activeElement === document.body ||
  document.activeElement.matches(':disabled');

/**
 * For a control that goes away or goes dark with what it does, so that the focus would fall to the page. Called before; the
 * answer is called after, and gives a lost focus to what stands in the control's place, or beside it, or else to the
 * heading of the place. It leaves alone a focus that went elsewhere, and one that a dialog or menu is about to take.
 */
export function keepPlace(control: HTMLElement): () => void {
  const above: { readonly parent: Element; readonly at: number }[] = [];
  for (let one: Element = control; one.parentElement !== null; one = one.parentElement)
    above.push({ parent: one.parentElement, at: [...one.parentElement.children].indexOf(one) });
  return () => {
    if (!isLost() || document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null)
      return;
    const near = above
      .filter(({ parent }) => parent.isConnected && parent.closest('[data-shown="true"], header') !== null)
      .slice(0, LEVELS);
    for (const { parent, at } of near) {
      const found = focusableNear(parent, at);
      if (found === undefined) continue;
      found.focus({ preventScroll: true });
      return;
    }
    document.querySelector<HTMLElement>('[data-shown="true"] h1')?.focus({ preventScroll: true });
  };
}
