/** Fetches what menus, pop-overs and dialogs are made of, so that the first one opens at once. */
export function preloadPops(): void {
  for (const load of [() => import('./OpenMenu'), () => import('./OpenPop'), () => import('./OpenModal')])
    // Without network they are asked for again when one is opened.
    load().catch(() => undefined);
}
