/** What the names of the account are replaced by: made once, so that a name is the same in everything that is taken away of it. */
import { masks, type Masks } from '../../mask/text';

let made: Masks | undefined;

export function accountMasks(): Masks {
  made ??= masks('every');
  return made;
}

/** With the account goes what was replaced by what. */
export function forgetMasks(): void {
  made = undefined;
}
