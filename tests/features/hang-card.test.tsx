// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dependency } from '../../src/engine/evaluation';
import type { Hang } from '../../src/explain/types';
import { HangCard } from '../../src/features/verdict/HangCard';
import { useVerdict } from '../../src/store/store';

const hang = (dependency: Dependency, action: Hang['action'], actionLabel: string): Hang => ({
  dependency,
  action,
  actionLabel,
  label: ['SCPs of ', { code: '111122223333' }],
  effect: ['not visible to you'],
});

function press(card: Hang): void {
  render(<HangCard hang={card} />);
  fireEvent.click(screen.getByRole('button', { name: `${card.actionLabel}: SCPs of 111122223333` }));
}

describe('a card for what the verdict depends on', () => {
  beforeEach(() => {
    useVerdict.getState().load({
      schema: 2,
      request: { principal: '', action: '', resource: '' },
      policies: { scp: 'unknown', identity: [{ name: 'P', text: '{' }] },
    });
  });
  afterEach(cleanup);

  it('supposes that a layer allows, which can be undone', () => {
    press(hang({ kind: 'layer', layer: 'scp' }, 'supposeAllows', 'What if they allow?'));
    const { history, toasts, undo } = useVerdict.getState();
    expect(history.present.policies.scp).toEqual({ supposed: 'allows' });
    expect(toasts.at(-1)?.undo).toBe(true);
    undo();
    expect(useVerdict.getState().history.present.policies.scp).toBe('unknown');
  });

  it('opens the key that has no value, wherever the context table stands', () => {
    press(hang({ kind: 'key', key: 'aws:SourceVpce' }, 'setValue', 'Set a value'));
    expect(useVerdict.getState()).toMatchObject({
      wanted: { kind: 'key', key: 'aws:SourceVpce' },
      sideTab: 'context',
      narrowTab: 'request',
    });
  });

  it('opens a policy that cannot be read', () => {
    const address = { layer: 'identity', index: 0 } as const;
    press(hang({ kind: 'policy', address, name: 'P' }, 'openPolicy', 'Open it'));
    expect(useVerdict.getState()).toMatchObject({
      selection: { address },
      reveal: { address, focus: true },
      narrowTab: 'policies',
    });
  });

  it('sends the focus to an empty field', () => {
    press(hang({ kind: 'request', field: 'action' }, 'fillRequest', 'Fill it in'));
    expect(useVerdict.getState().wanted).toEqual({ kind: 'field', field: 'action' });
  });
});
