import type { ReactElement } from 'react';
import { useScenario } from '../../store/selectors';
import { useSharing } from '../../store/sharing';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { ActionMenu } from '../../ui/pop/ActionMenu';

/** The picture as a slide, for tickets and talks. What draws it is loaded when it is asked for. */
export function SaveMenu(): ReactElement {
  const scenario = useScenario();
  const say = useVerdict((state) => state.say);
  const sharing = useSharing();
  const { hide } = sharing;
  const run = async (how: 'saveSvg' | 'savePng' | 'copyImage', other = false): Promise<void> => {
    try {
      const files = await import('./savePicture');
      const now = files.currentTheme();
      const theme = other ? (now === 'dark' ? 'light' : 'dark') : now;
      await files[how](scenario, { theme, sharing });
      if (how === 'copyImage') say(hide ? 'Copied the image, without names' : 'Copied the image');
    } catch {
      say(FAULTS[how], { tone: 'error' });
    }
  };
  const detail = hide ? 'without names' : 'with names';
  return (
    <ActionMenu
      label="The picture as a slide"
      className="btn sm icon"
      actions={[
        { id: 'copy', label: 'Copy image', detail, run: () => void run('copyImage') },
        { id: 'png', label: 'Save as PNG', detail, run: () => void run('savePng') },
        { id: 'svg', label: 'Save as SVG', detail, run: () => void run('saveSvg') },
        {
          id: 'svg-other',
          label: 'Save as SVG in the other theme',
          detail,
          run: () => void run('saveSvg', true),
        },
        {
          id: 'names',
          label: hide ? 'Show names in what is shared' : 'Hide names in what is shared',
          detail: 'link and slide',
          apart: true,
          run: () => {
            useSharing.setState({ hide: !hide });
            say(hide ? 'Links and slides have their names' : 'Links and slides go without names from now on');
          },
        },
      ]}
    >
      <Icon name="kebab" />
    </ActionMenu>
  );
}

const FAULTS = {
  copyImage: 'This browser did not let the page copy an image. Save it as a file.',
  savePng: 'The browser could not draw the picture. Try the other format.',
  saveSvg: 'The browser could not draw the picture. Try the other format.',
} as const;
