import type { ReactElement } from 'react';
import Tighten from '../features/tighten/Tighten';
import type { PlaceProps } from './places';

export default function TightenPlace({ shown }: PlaceProps): ReactElement {
  return <Tighten shown={shown} />;
}
