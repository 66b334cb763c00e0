import type { ReactElement } from 'react';
import Tighten, { TightenAsks } from '../features/tighten/Tighten';

/** Always the same element: leaving the place and coming back draws nothing anew. */
const PAGE = <Tighten />;

export default function TightenPlace({ shown }: { readonly shown: boolean }): ReactElement {
  return (
    <>
      <TightenAsks shown={shown} />
      {PAGE}
    </>
  );
}
