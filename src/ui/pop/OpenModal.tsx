import { Suspense, type ReactElement } from 'react';
import { Heading } from 'react-aria-components';
import { Icon } from '../Icon';
import { PartBoundary } from '../PartBoundary';
import { Frame } from './Frame';
import type { ModalProps } from './types';

/** A dialog with a title and a way out. What is in it may still have to be loaded. */
export default function OpenModal({ title, onClose, children, role = 'dialog' }: ModalProps): ReactElement {
  return (
    <Frame className="pop dialog" body="dialog-body" role={role} onClose={onClose}>
      <div className="dialog-head">
        <Heading slot="title" level={2} className="grow">
          {title}
        </Heading>
        <button className="btn icon" aria-label="Close" onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
      <PartBoundary>
        <Suspense fallback={<p className="dim">Loading…</p>}>{children}</Suspense>
      </PartBoundary>
    </Frame>
  );
}
