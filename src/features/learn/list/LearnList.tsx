import type { ReactElement } from 'react';
import { CHAPTERS } from '../../../lessons/titles';
import { today } from '../../../store/browser/keptProgress';
import { useProgress } from '../../../store/learn/progress';
import { ChapterBlock } from './ChapterBlock';
import { ListAside } from './ListAside';
import { nextUp } from './state';
import './list.css';

/** The curriculum on one page. Every lesson can be opened; chapters only recommend. */
export function LearnList(): ReactElement {
  const progress = useProgress((state) => state.progress);
  const day = today();
  const next = nextUp(progress, day);
  return (
    <div className="learn-list">
      <ListAside progress={progress} today={day} next={next} />
      <div className="learn-scroller">
        <div className="learn-chapters">
          {CHAPTERS.map((chapter) => (
            <ChapterBlock
              key={chapter.id}
              chapter={chapter}
              progress={progress}
              today={day}
              now={next?.lesson.id}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
