import { useId, useLayoutEffect, useRef, type ReactElement } from 'react';
import { standing } from '../../../lessons/claims';
import type { Playable } from '../../../lessons/types';
import type { Sure } from '../../../lessons/progress';
import { answer, choose, setSure, useSitting } from '../../../store/learn/sitting';
import { goTo } from '../../../store/router';
import { Prose } from '../Prose';
import { lessonPath } from '../path';
import { First } from '../first/First';
import { SURE_WORDS } from '../words';
import { Sibling } from './Sibling';

/** The story, the question and the options. Nothing here says how it comes out. */
export function Predict({ lesson }: { readonly lesson: Playable }): ReactElement {
  const firstDone = useSitting(({ sitting }) => sitting?.firstDone ?? false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The link that opened the lesson went with its list: by keys one goes on from the title.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [lesson.id]);
  return (
    <>
      <h1 id="learn-answer" ref={heading} tabIndex={-1}>
        {lesson.title}
      </h1>
      <p>
        <Prose text={lesson.story} />
      </p>
      <Sibling lesson={lesson} />
      {firstDone ? <Question lesson={lesson} /> : <First lesson={lesson} />}
    </>
  );
}

function Question({ lesson }: { readonly lesson: Playable }): ReactElement {
  const chosen = useSitting(({ sitting }) => sitting?.chosen);
  const sure = useSitting(({ sitting }) => sitting?.sure ?? 1);
  const { ask, id, scenario } = lesson;
  const see = (option: string): void => {
    const found = ask.options.find((one) => one.id === option);
    answer({ option, sure, right: found !== undefined && standing(found, scenario) === 'right' });
    goTo('learn', { path: lessonPath(id, 'see') });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) see(chosen);
      }}
    >
      <h2 id="learn-question">
        <Prose text={ask.question} />
      </h2>
      <Options lesson={lesson} chosen={chosen} />
      <HowSure sure={sure} onSure={setSure} />
      <div className="learn-row">
        <button className="btn main" type="submit" disabled={chosen === undefined}>
          Run it
        </button>
        <button
          className="link"
          type="button"
          onClick={() => {
            choose('');
            see('');
          }}
        >
          Just show me
        </button>
      </div>
    </form>
  );
}

/** A group of radio buttons: arrows move, and so do the numbers while the focus is in it. */
function Options({
  lesson: { ask },
  chosen,
}: {
  readonly lesson: Playable;
  readonly chosen: string | undefined;
}): ReactElement {
  return (
    <div
      className="learn-options"
      role="radiogroup"
      aria-labelledby="learn-question"
      onKeyDown={(event) => {
        const option = /^[1-9]$/.test(event.key) ? ask.options[Number(event.key) - 1] : undefined;
        if (!option) return;
        choose(option.id);
        event.currentTarget.querySelectorAll<HTMLInputElement>('input')[Number(event.key) - 1]?.focus();
      }}
    >
      {ask.options.map(({ id, text }, index) => (
        <label key={id} className="learn-option" data-on={chosen === id}>
          <input
            type="radio"
            name="learn-option"
            value={id}
            checked={chosen === id}
            onChange={() => choose(id)}
          />
          <span className="learn-key" aria-hidden="true">
            {index + 1}
          </span>
          <span>
            <Verdict text={text} />
          </span>
        </label>
      ))}
    </div>
  );
}

/** An answer begins with its verdict: `Denied: the queue …`. */
export function Verdict({ text }: { readonly text: string }): ReactElement {
  const [, verdict, reason] = /^([A-Z][a-z]{1,11})[:,](?= )(.*)$/s.exec(text) ?? [];
  if (verdict === undefined || reason === undefined) return <Prose text={text} />;
  return (
    <>
      <b>{verdict}</b>
      {text.charAt(verdict.length)}
      <Prose text={reason} />
    </>
  );
}

/** One tap. */
export function HowSure({
  sure,
  onSure,
}: {
  readonly sure: Sure;
  readonly onSure: (sure: Sure) => void;
}): ReactElement {
  const group = useId();
  return (
    <fieldset className="learn-sure">
      <legend>How sure?</legend>
      <div className="learn-seg">
        {([0, 1, 2] as const).map((one) => (
          <label key={one} data-on={sure === one}>
            <input type="radio" name={group} checked={sure === one} onChange={() => onSure(one)} />
            {SURE_WORDS[one]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
