import type { ReactElement } from 'react';
import LearnEmpty from '../features/learn/LearnEmpty';

export default function LearnPlace(): ReactElement {
  return <LearnEmpty />;
}
