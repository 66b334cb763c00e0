import type { ReactElement } from 'react';
import { applyTheme, NEXT_THEME } from '../../store/browser/theme';
import { setFindKey, useFindKey } from '../../store/browser/findKey';
import { useReferenceWords } from '../../store/catalog';
import { useOffline } from '../../store/offlineState';
import { useVerdict } from '../../store/store';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import type { MenuAction } from '../../ui/pop/types';
import { Icon } from '../../ui/Icon';
import { NARROW, PHONE, useMediaQuery } from '../../ui/useMediaQuery';
import { ALSO_COMMANDS, TOOL_COMMANDS } from '../commands';

/** What is needed seldom; on a narrow page and a phone, what has no room in the bar. */
export function MoreMenu(): ReactElement {
  const phone = useMediaQuery(PHONE);
  const narrow = useMediaQuery(NARROW);
  const show = useVerdict((state) => state.show);
  const theme = useVerdict((state) => state.theme);
  const setTheme = useVerdict((state) => state.setTheme);
  const canUndo = useVerdict(({ history }) => history.past.length > 0);
  const canRedo = useVerdict(({ history }) => history.future.length > 0);
  const { undo, redo } = useVerdict.getState();
  const findKey = useFindKey((state) => state.on);
  const reference = useReferenceWords();
  const offline = useOffline((state) => state.ready);
  const onPhone: readonly MenuAction[] = [
    { id: 'find', label: 'Find…', run: () => show('find') },
    { id: 'paste', label: 'Paste', run: () => show('paste') },
    { id: 'share', label: 'Share', run: () => show('share') },
    { id: 'undo', label: 'Undo', run: undo, disabled: !canUndo, apart: true },
    { id: 'redo', label: 'Redo', run: redo, disabled: !canRedo },
    ...TOOL_COMMANDS.map((action, at) => ({ ...action, apart: at === 0 })),
  ];
  const onNarrow: readonly MenuAction[] = [
    { id: 'notes', label: 'Notes', run: () => show('notes') },
    { id: 'examples', label: 'Examples', run: () => show('examples') },
    {
      id: 'theme',
      label: `Theme: ${theme}`,
      run: () => {
        applyTheme(NEXT_THEME[theme]);
        setTheme(NEXT_THEME[theme]);
      },
    },
  ];
  const always: readonly MenuAction[] = [
    ...ALSO_COMMANDS.map((action, at) => ({ ...action, apart: narrow && at === 0 })),
    {
      id: 'findKey',
      label: findKey ? 'Do not open Find with its key' : 'Open Find with its key',
      run: () => setFindKey(!findKey),
    },
    // Nothing to choose: it says how old the data is.
    { id: 'reference', label: reference, run: () => undefined, disabled: true, apart: true },
    ...(offline
      ? [{ id: 'offline', label: 'Kept for use without network', run: () => undefined, disabled: true }]
      : []),
  ];
  return (
    <ActionMenu label="More" actions={[...(phone ? onPhone : []), ...(narrow ? onNarrow : []), ...always]}>
      <Icon name="kebab" size={15} />
    </ActionMenu>
  );
}
