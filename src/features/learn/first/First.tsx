import type { ReactElement } from 'react';
import type { Playable } from '../../../lessons/types';
import { finishFirst } from '../../../store/learn/sitting';
import { OrderPart } from './OrderPart';
import { PickPart } from './PickPart';
import { SwitchPart } from './SwitchPart';
import './first.css';

/** What is played before the question: pointing at things, an order, two switches. */
export function First({ lesson }: { readonly lesson: Playable }): ReactElement | null {
  const { first } = lesson;
  switch (first?.kind) {
    case 'pick':
      return <PickPart pick={first} scenario={lesson.scenario} onDone={finishFirst} />;
    case 'order':
      return <OrderPart order={first} onDone={finishFirst} />;
    case 'switches':
      return <SwitchPart switches={first} scenario={lesson.scenario} onDone={finishFirst} />;
    case undefined:
      return null;
  }
}
