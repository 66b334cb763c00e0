import type { ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import { Icon } from '../../ui/Icon';
import type { Drawing } from '../../drawing/marks';

const NAME = 'verdict-flow';

/** The picture as a file, for tickets and slides. What draws it is loaded when it is asked for. */
export function SaveMenu({ drawing }: { readonly drawing: Drawing }): ReactElement {
  const say = useVerdict((state) => state.say);
  const save = async (how: 'saveSvg' | 'savePng'): Promise<void> => {
    try {
      const files = await import('./savePicture');
      await files[how](drawing, NAME);
    } catch {
      say('The browser could not draw the picture. Try the other format.', { tone: 'error' });
    }
  };
  return (
    <ActionMenu
      label="Save the picture"
      className="btn sm icon"
      actions={[
        { id: 'svg', label: 'Save as SVG', run: () => void save('saveSvg') },
        { id: 'png', label: 'Save as PNG', run: () => void save('savePng') },
      ]}
    >
      <Icon name="kebab" />
    </ActionMenu>
  );
}
