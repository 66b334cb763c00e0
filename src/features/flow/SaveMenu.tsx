import type { ReactElement } from 'react';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { ActionMenu } from '../../ui/pop/ActionMenu';

/** The picture as a slide, for tickets and talks. What draws it is loaded when it is asked for. */
export function SaveMenu(): ReactElement {
  const scenario = useScenario();
  const say = useVerdict((state) => state.say);
  const run = async (
    how: 'saveSvg' | 'savePng' | 'copyImage',
    masked: boolean,
    other = false,
  ): Promise<void> => {
    try {
      const files = await import('./savePicture');
      const now = files.currentTheme();
      const theme = other ? (now === 'dark' ? 'light' : 'dark') : now;
      await files[how](scenario, { theme, masked });
      if (how === 'copyImage') say(masked ? 'Copied the image, without names' : 'Copied the image');
    } catch {
      say(FAULTS[how], { tone: 'error' });
    }
  };
  return (
    <ActionMenu
      label="The picture as a slide"
      className="btn sm icon"
      actions={[
        { id: 'copy', label: 'Copy image', run: () => void run('copyImage', false) },
        { id: 'copy-masked', label: 'Copy image without names', run: () => void run('copyImage', true) },
        { id: 'png', label: 'Save as PNG', run: () => void run('savePng', false) },
        { id: 'svg', label: 'Save as SVG', run: () => void run('saveSvg', false) },
        { id: 'svg-masked', label: 'Save as SVG without names', run: () => void run('saveSvg', true) },
        {
          id: 'svg-other',
          label: 'Save as SVG in the other theme',
          run: () => void run('saveSvg', false, true),
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
