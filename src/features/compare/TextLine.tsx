import { memo, type ReactElement } from 'react';
import type { DiffLine } from '../../explain/text-diff';
import { JsonLine } from '../../ui/JsonLine';

export interface LineMarks {
  /** Does the line allow what is gained? */
  readonly gains: (line: DiffLine) => boolean;
  /** Did a row ask to see it? */
  readonly isTarget: (line: DiffLine) => boolean;
}

interface LinesProps {
  readonly marks: LineMarks;
  readonly onUnfold: () => void;
}

const SPOKEN = { same: '', minus: 'removed: ', plus: 'added: ', gap: '' } as const;
const SIGNS = { same: '', minus: '−', plus: '+', gap: '' } as const;

/** Lines of both texts in one column. */
export const TextLines = memo(function TextLines({
  lines,
  marks,
  onUnfold,
}: LinesProps & { readonly lines: readonly DiffLine[] }): ReactElement {
  return (
    <div className="cmp-stretch">
      {lines.map((line, at) => (
        <TextLine key={at} line={line} marks={marks} onUnfold={onUnfold} />
      ))}
    </div>
  );
});

/** With its sign. */
function TextLine({ line, marks, onUnfold }: LinesProps & { readonly line: DiffLine }): ReactElement {
  if (line.kind === 'gap') return <Gap line={line} onUnfold={onUnfold} />;
  return (
    <div className={classOf(line, marks)}>
      <span className="cmp-no" aria-hidden="true">
        {line.kind === 'minus' ? '' : line.line}
      </span>
      <span className="cmp-sign" aria-hidden="true">
        {SIGNS[line.kind]}
      </span>
      <Words line={line} marks={marks} />
    </div>
  );
}

interface Beside {
  readonly a: DiffLine | undefined;
  readonly b: DiffLine | undefined;
}

/** Lines of A and B beside each other: what went beside what came in its place. */
export function besides(lines: readonly DiffLine[]): readonly Beside[] {
  const found: Beside[] = [];
  let went: DiffLine[] = [];
  let came: DiffLine[] = [];
  // A line that both have is numbered as in B; in A it stands so many lines further down.
  let further = 0;
  const flush = (): void => {
    further += went.length - came.length;
    for (let at = 0; at < Math.max(went.length, came.length); at += 1)
      found.push({ a: went[at], b: came[at] });
    went = [];
    came = [];
  };
  for (const line of lines) {
    if (line.kind === 'minus') went.push(line);
    else if (line.kind === 'plus') came.push(line);
    else {
      flush();
      found.push({ a: { ...line, line: (line.line ?? 0) + further }, b: line });
    }
  }
  flush();
  return found;
}

/** A at the left, B at the right. */
export const PairLines = memo(function PairLines({
  pairs,
  marks,
  onUnfold,
}: LinesProps & { readonly pairs: readonly Beside[] }): ReactElement {
  return (
    <div className="cmp-stretch">
      {pairs.map(({ a, b }, at) =>
        a?.kind === 'gap' ? (
          <Gap key={at} line={a} onUnfold={onUnfold} />
        ) : (
          <div key={at} className="cmp-pair">
            <Half line={a} marks={marks} />
            <Half line={b} marks={marks} />
          </div>
        ),
      )}
    </div>
  );
});

function Half({
  line,
  marks,
}: {
  readonly line: DiffLine | undefined;
  readonly marks: LineMarks;
}): ReactElement {
  if (line === undefined) return <div className="cmp-tl cmp-void" />;
  return (
    <div className={classOf(line, marks)}>
      <span className="cmp-no" aria-hidden="true">
        {line.line}
      </span>
      <span className="cmp-sign" aria-hidden="true">
        {SIGNS[line.kind]}
      </span>
      <Words line={line} marks={marks} />
    </div>
  );
}

function classOf(line: DiffLine, { gains, isTarget }: LineMarks): string {
  return `cmp-tl ${line.kind}${gains(line) ? ' gains' : ''}${isTarget(line) ? ' cmp-target' : ''}`;
}

function Words({ line, marks }: { readonly line: DiffLine; readonly marks: LineMarks }): ReactElement {
  const Text = line.kind === 'minus' ? 'del' : line.kind === 'plus' ? 'ins' : 'span';
  return (
    <Text>
      {SPOKEN[line.kind] !== '' && (
        <span className="hidden-text">
          {SPOKEN[line.kind]}
          {marks.gains(line) && 'gains: '}
        </span>
      )}
      <JsonLine text={line.text} />
    </Text>
  );
}

function Gap({
  line: { count = 0 },
  onUnfold,
}: {
  readonly line: DiffLine;
  readonly onUnfold: () => void;
}): ReactElement {
  return (
    <button className="cmp-fold" onClick={onUnfold}>
      {count === 1 ? '1 line' : `${count} lines`} the same
    </button>
  );
}
