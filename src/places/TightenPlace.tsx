import type { ReactElement } from 'react';
import TightenEmpty from '../features/tighten/TightenEmpty';

export default function TightenPlace(): ReactElement {
  return <TightenEmpty />;
}
