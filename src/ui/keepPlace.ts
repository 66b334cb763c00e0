const FOCUSABLE = 'button, a[href], input, select, textarea, [tabindex]';

/**
 * For a field that goes away with the key that ends it, so that the focus would fall to the page: gives it to what stands
 * in the field's place afterwards. Read before the field goes; the answer is called after, and leaves alone a focus that
 * went elsewhere.
 */
export function keepPlace(field: HTMLElement): () => void {
  const above: { readonly parent: Element; readonly at: number }[] = [];
  for (let one: Element = field; one.parentElement !== null; one = one.parentElement)
    above.push({ parent: one.parentElement, at: [...one.parentElement.children].indexOf(one) });
  return () => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const left = above.find(({ parent }) => parent.isConnected);
    const next = left?.parent.children[left.at];
    const target = next?.matches(FOCUSABLE) === true ? next : next?.querySelector(FOCUSABLE);
    if (target instanceof HTMLElement) target.focus();
  };
}
