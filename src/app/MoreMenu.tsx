import type { ReactElement } from 'react';
import { newCase, openCase, saveCase } from '../features/file/fileActions';
import { applyTheme, NEXT_THEME } from '../store/browser/theme';
import { useReferenceWords } from '../store/catalog';
import { useOffline } from '../store/offlineState';
import { goTo } from '../store/router';
import { useVerdict } from '../store/store';
import { ActionMenu } from '../ui/pop/ActionMenu';
import type { MenuAction } from '../ui/pop/types';
import { Icon } from '../ui/Icon';
import { PHONE, useMediaQuery } from '../ui/useMediaQuery';

/** What is needed seldom; on a phone, everything that has no room in the bar. */
export function MoreMenu(): ReactElement {
  const phone = useMediaQuery(PHONE);
  const kept = useVerdict((state) => state.kept);
  const show = useVerdict((state) => state.show);
  const theme = useVerdict((state) => state.theme);
  const setTheme = useVerdict((state) => state.setTheme);
  const reference = useReferenceWords();
  const offline = useOffline((state) => state.ready);
  const always: MenuAction[] = [
    { id: 'new', label: 'New, empty case', run: newCase },
    { id: 'open', label: 'Open a case from a file…', run: () => void openCase() },
    { id: 'save', label: 'Save the case as a file', run: saveCase },
    { id: 'alsoNeeds', label: 'Add a request to this call…', run: () => show('alsoNeeds') },
    { id: 'sweep', label: 'Every action against this case', run: () => show('sweep') },
    { id: 'tests', label: 'Tests', run: () => show('tests') },
    { id: 'keep', label: kept ? 'Keep this case as A instead' : 'Keep this case as A', run: keepAsA },
    {
      id: 'compare',
      label: kept ? 'Compare with A' : 'Compare with another case…',
      run: () => goTo('compare'),
    },
    { id: 'rules', label: 'The rules Verdict follows', run: () => show('rules') },
    // Nothing to choose: it says how old the data is.
    { id: 'reference', label: reference, run: () => undefined, disabled: true, apart: true },
    ...(offline
      ? [{ id: 'offline', label: 'Kept for use without network', run: () => undefined, disabled: true }]
      : []),
  ];
  const onPhone: MenuAction[] = [
    { id: 'examples', label: 'Examples', run: () => show('examples') },
    { id: 'paste', label: 'Paste an error', run: () => show('paste') },
    { id: 'share', label: 'Share', run: () => show('share') },
    {
      id: 'theme',
      label: `Theme: ${theme}`,
      run: () => {
        applyTheme(NEXT_THEME[theme]);
        setTheme(NEXT_THEME[theme]);
      },
    },
  ];
  return (
    <ActionMenu label="More" actions={phone ? [...onPhone, ...always] : always}>
      <Icon name="kebab" size={15} />
    </ActionMenu>
  );
}

/** A copy of the case, which stays as it is while the case goes on changing. */
function keepAsA(): void {
  const { history, keep, say } = useVerdict.getState();
  keep(history.present);
  say('Kept as A. Change the case, then compare the two.');
}
