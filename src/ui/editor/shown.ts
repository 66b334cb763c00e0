/** Whether an editor has been shown: what can wait until then leaves it the network and the processor. */
let tell: (() => void) | undefined;

export const editorShown = new Promise<void>((resolve) => {
  tell = resolve;
});

export function tellEditorShown(): void {
  tell?.();
}
