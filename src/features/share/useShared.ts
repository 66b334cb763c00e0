import { useEffect, useState } from 'react';
import type { Scenario } from '../../case/scenario';
import { encodeLink, LinkError } from '../../formats/link';
import type { Masked } from '../../mask/mask';
import { addressWith } from '../../store/browser/fragment';

/** The case as it is handed out; undefined while it is being masked. */
export function useShared(scenario: Scenario, hide: boolean): Masked | undefined {
  const [made, setMade] = useState<{ readonly of: Scenario; readonly result: Masked }>();
  useEffect(() => {
    if (!hide) return undefined;
    let current = true;
    void import('../../mask/mask').then(({ maskScenario }) => {
      if (current) setMade({ of: scenario, result: maskScenario(scenario) });
    });
    return () => {
      current = false;
    };
  }, [scenario, hide]);
  if (!hide) return { scenario, masked: 'nothing', replaced: [] };
  return made?.of === scenario ? made.result : undefined;
}

export type Packed = { readonly kind: 'link'; readonly link: string } | { readonly kind: 'tooLarge' };

/** The address that holds the case; undefined while it is being packed. */
export function useLink(scenario: Scenario | undefined): Packed | undefined {
  const [made, setMade] = useState<{ readonly of: Scenario; readonly packed: Packed }>();
  useEffect(() => {
    if (scenario === undefined) return undefined;
    let current = true;
    const set = (packed: Packed): void => {
      if (current) setMade({ of: scenario, packed });
    };
    encodeLink(scenario).then(
      (text) => set({ kind: 'link', link: addressWith(text) }),
      (error: unknown) => {
        if (!(error instanceof LinkError)) throw error;
        set({ kind: 'tooLarge' });
      },
    );
    return () => {
      current = false;
    };
  }, [scenario]);
  return made?.of === scenario ? made?.packed : undefined;
}
