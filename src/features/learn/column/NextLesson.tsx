import type { ReactElement } from 'react';
import { nextTitle } from '../../../lessons/index';
import { Icon } from '../../../ui/Icon';
import { LessonLink } from '../LessonLink';

export function NextLesson({ id }: { readonly id: string }): ReactElement | null {
  const next = nextTitle(id);
  if (!next)
    return (
      <p className="learn-after">
        This is the last lesson. <LessonLink path="exit">The test at the end</LessonLink> asks ten cases that
        were in none of them.
      </p>
    );
  return (
    <LessonLink path={next.lesson.id} className="learn-next">
      <small>Next</small>
      <Icon name="right" size={16} />
      <b>{next.lesson.title}</b>
    </LessonLink>
  );
}
