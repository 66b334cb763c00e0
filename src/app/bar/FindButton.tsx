import type { ReactElement } from 'react';
import { useFindKey } from '../../store/browser/findKey';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';

const IS_MAC = navigator.platform.startsWith('Mac');

/** Everything by typing. The key stands beside the word, and is said to be off when it is. */
export function FindButton({ narrow }: { readonly narrow: boolean }): ReactElement {
  const show = useVerdict((state) => state.show);
  const key = useFindKey((state) => state.on);
  const keyName = IS_MAC ? '⌘K' : 'Ctrl K';
  return (
    <button
      className={narrow ? 'btn icon' : 'btn'}
      aria-haspopup="dialog"
      aria-label={narrow ? 'Find' : undefined}
      aria-keyshortcuts={key ? (IS_MAC ? 'Meta+K' : 'Control+K') : undefined}
      title={key ? `Find: ${keyName}` : 'Find'}
      onClick={() => show('find')}
    >
      <Icon name="search" size={14} />
      {!narrow && <span>Find</span>}
      {!narrow && key && <kbd aria-hidden="true">{keyName}</kbd>}
    </button>
  );
}
