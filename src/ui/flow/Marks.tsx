/** Marks of a drawing as elements, in the page's colours. Knows nothing of IAM. */
import { memo, type ReactElement } from 'react';
import { GLYPH_INK } from '../../drawing/svg';
import type { Ink, Mark, Run } from '../../drawing/marks';
import { glyphElements } from '../Glyph';

function colour(ink: Ink): string {
  return `var(--${ink})`;
}

/** All marks, in their order. */
export const Marks = memo(function Marks({ marks }: { readonly marks: readonly Mark[] }): ReactElement {
  return (
    <>
      {marks.map((mark, at) => (
        <MarkShape key={at} mark={mark} />
      ))}
    </>
  );
});

function MarkShape({ mark }: { readonly mark: Mark }): ReactElement {
  switch (mark.kind) {
    case 'line':
      return (
        <path
          d={mark.d}
          fill="none"
          stroke={colour(mark.ink)}
          strokeWidth={mark.width}
          strokeDasharray={mark.dash}
          strokeDashoffset={mark.phase}
          strokeLinecap={mark.round ? 'round' : undefined}
          strokeLinejoin={mark.round ? 'round' : undefined}
        />
      );
    case 'text':
      return (
        <text x={mark.x} y={mark.y} textAnchor={mark.anchor} xmlSpace="preserve">
          {mark.whole !== undefined && <title>{mark.whole}</title>}
          {mark.runs.map((run, at) => (
            <Span key={at} run={run} />
          ))}
        </text>
      );
    case 'box':
      return (
        <rect
          x={mark.x}
          y={mark.y}
          width={mark.width}
          height={mark.height}
          rx={mark.radius}
          fill={mark.fill ? colour(mark.fill) : 'none'}
          stroke={mark.stroke ? colour(mark.stroke) : undefined}
          strokeWidth={mark.strokeWidth}
          strokeDasharray={mark.dash}
        />
      );
    case 'glyph': {
      const { x, y, size, glyph, ink } = mark;
      const style = { '--c': colour(ink ?? GLYPH_INK[glyph]) } as Readonly<Record<string, string>>;
      return (
        <svg x={x - size / 2} y={y - size / 2} width={size} height={size} viewBox="0 0 16 16" style={style}>
          {glyphElements(glyph)}
        </svg>
      );
    }
    case 'disc':
      return (
        <circle
          cx={mark.x}
          cy={mark.y}
          r={mark.r}
          fill={colour(mark.fill)}
          stroke={mark.stroke ? colour(mark.stroke) : undefined}
          strokeWidth={mark.strokeWidth}
        />
      );
  }
}

function Span({ run }: { readonly run: Run }): ReactElement {
  return (
    <tspan
      className={run.mono ? 'mono' : undefined}
      fill={colour(run.ink)}
      fontSize={run.size}
      fontWeight={run.weight ?? 400}
      dx={run.gap}
    >
      {run.text}
    </tspan>
  );
}
