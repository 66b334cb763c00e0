import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { LessonBlock } from '../../../case/lesson-block';
import { proposeLesson } from '../../../lessons/propose';
import { isBlock } from '../../../lessons/travelling';
import { goTo } from '../../../store/router';
import { useCase } from '../../../store/selectors';
import { isEmpty, useVerdict } from '../../../store/store';
import { LessonLink } from '../LessonLink';
import { count } from '../words';
import './make.css';

/** The case on the page as a lesson: a proposal for each part, to be gone over before it is sent. */
export function MakeLesson(): ReactElement {
  const present = useCase();
  const [block, setBlock] = useState<LessonBlock>(() =>
    isBlock(present.lesson) ? { ...proposeLesson(present), ...present.lesson } : proposeLesson(present),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  if (isEmpty(present))
    return (
      <div className="learn-message">
        <h1 id="learn-answer" tabIndex={-1} ref={heading}>
          There is no case to make a lesson of
        </h1>
        <p>Fill in a case first: paste an error, or open an example. Then come back.</p>
        <p>
          <LessonLink path="" className="btn line">
            Chapters
          </LessonLink>
        </p>
      </div>
    );
  const put = (): void => {
    useVerdict.getState().edit((scenario) => ({ ...scenario, lesson: block }));
    goTo('learn', { path: 'case' });
    useVerdict.getState().say('Your case carries the lesson. Share sends both.', { undo: true });
  };
  const options = block.ask?.options ?? [];
  const tests = block.repair?.tests.length ?? 0;
  return (
    <form
      className="learn-make"
      onSubmit={(event) => {
        event.preventDefault();
        put();
      }}
    >
      <h1 id="learn-answer" tabIndex={-1} ref={heading}>
        Make a lesson of this case
      </h1>
      <p>
        The wrong answers are beliefs that would have misled someone here. Change what you like, and leave out
        what does not fit. The verdict itself is always computed.
      </p>
      <Field label="Title" value={block.title ?? ''} onChange={(title) => setBlock({ ...block, title })} />
      <Field
        label="Story, two or three sentences"
        long
        value={block.story ?? ''}
        onChange={(story) => setBlock({ ...block, story })}
      />
      <Field
        label="Question"
        value={block.ask?.question ?? ''}
        onChange={(question) => setBlock({ ...block, ask: { kind: 'predict', question, options } })}
      />
      <h2>Answers</h2>
      {options.map((option, index) => (
        <fieldset key={option.id}>
          <legend>{option.belief === undefined ? 'What is so' : `A wrong one (${option.belief})`}</legend>
          <Field
            label="Answer"
            value={option.text}
            onChange={(text) => setBlock(withOption(block, index, { ...option, text }))}
          />
          <Field
            label="What is said to it"
            long
            value={option.say}
            onChange={(say) => setBlock(withOption(block, index, { ...option, say }))}
          />
          {option.belief !== undefined && options.length > 2 && (
            <button
              className="link"
              type="button"
              onClick={() => setBlock(withOption(block, index, undefined))}
            >
              Leave this answer out
            </button>
          )}
        </fieldset>
      ))}
      <Field
        label="The rule"
        long
        value={block.rule ?? ''}
        onChange={(rule) => setBlock({ ...block, rule })}
      />
      {block.repair ? (
        <Field
          label={`Task of the puzzle, judged by the case’s ${count(tests, 'test')}`}
          long
          value={block.repair.task}
          onChange={(task) => block.repair && setBlock({ ...block, repair: { ...block.repair, task } })}
        />
      ) : (
        <p className="dim">Give the case tests, and the lesson gets a puzzle: they say when it is solved.</p>
      )}
      <p className="learn-row">
        <button className="btn main" type="submit" disabled={options.length < 2}>
          Play it
        </button>
        <LessonLink path="">Not now</LessonLink>
      </p>
    </form>
  );
}

function withOption(
  block: LessonBlock,
  index: number,
  option: NonNullable<LessonBlock['ask']>['options'][number] | undefined,
): LessonBlock {
  const { ask } = block;
  if (!ask) return block;
  const options = ask.options.flatMap((one, at) => (at !== index ? [one] : option ? [option] : []));
  return { ...block, ask: { ...ask, options } };
}

function Field({
  label,
  value,
  long = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly long?: boolean;
  readonly onChange: (value: string) => void;
}): ReactElement {
  return (
    <label className="learn-field">
      <span>{label}</span>
      {long ? (
        <textarea
          className="input sans"
          rows={2}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <input className="input sans" value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </label>
  );
}
