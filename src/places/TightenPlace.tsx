import type { ReactElement } from 'react';
import Tighten from '../features/tighten/Tighten';

export default function TightenPlace({ shown }: { readonly shown: boolean }): ReactElement {
  return <Tighten shown={shown} />;
}
