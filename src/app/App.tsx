import type { ReactElement } from 'react';
import { PaintedFirst } from '../store/later';
import { PHONE, useMediaQuery } from '../ui/useMediaQuery';
import { Bar } from './bar/Bar';
import { Dialogs } from './Dialogs';
import { PlaceLinks } from './bar/PlaceLinks';
import { PlaceStack } from './PlaceStack';
import { SkipLinks } from './SkipLinks';
import { Toasts } from './Toasts';
import { useKeptFocus } from './useKeptFocus';
import { WindowTitle } from './WindowTitle';
import './layout.css';

/** The shell: the bar, the places, and what stands above them. */
export function App(): ReactElement {
  const phone = useMediaQuery(PHONE);
  useKeptFocus();
  return (
    <PaintedFirst>
      <div className="page">
        <WindowTitle />
        <SkipLinks />
        <Bar />
        <PlaceStack />
        {phone && <PlaceLinks className="bar-bottom" />}
        <Dialogs />
        <Toasts />
      </div>
    </PaintedFirst>
  );
}
