import type { ReactElement } from 'react';
import { applyTheme, NEXT_THEME } from '../../store/browser/theme';
import { useVerdict, type Theme } from '../../store/store';
import { Icon, type IconName } from '../../ui/Icon';

const ICONS: Record<Theme, IconName> = { system: 'system', light: 'sun', dark: 'moon' };

export function ThemeButton(): ReactElement {
  const theme = useVerdict((state) => state.theme);
  const setTheme = useVerdict((state) => state.setTheme);
  const change = (): void => {
    applyTheme(NEXT_THEME[theme]);
    setTheme(NEXT_THEME[theme]);
  };
  const label = `Theme: ${theme}`;
  return (
    <button className="btn icon" aria-label={label} title={label} onClick={change}>
      <Icon name={ICONS[theme]} size={15} />
    </button>
  );
}
