import type { ReactElement } from 'react';
import type { ExitLine, Exits } from '../../explain/drawing/spec';
import { Glyph, type GlyphKind } from '../../ui/Glyph';

/** The two ways out of an open verdict, one under the other. */
export function ExitRows({ exits }: { readonly exits: Exits }): ReactElement {
  const { allowed, denied } = exits;
  return (
    <ul className="exits">
      <Exit title={allowed.title} lines={allowed.lines} glyph="pass" />
      <Exit
        title={denied.title}
        lines={denied.lines}
        glyph={denied.tone === 'explicit' ? 'explicit' : 'implicit'}
      />
    </ul>
  );
}

interface ExitProps {
  readonly title: string;
  readonly lines: readonly ExitLine[];
  readonly glyph: GlyphKind;
}

function Exit({ title, lines, glyph }: ExitProps): ReactElement {
  return (
    <li className={`k-${glyph}`}>
      <Glyph kind={glyph} size={20} label="" />
      <div>
        <p className="word">{title}</p>
        {lines.map(({ number, subject, mono, text }) => (
          <p key={`${subject} ${text}`}>
            {number !== undefined && <span className="dim">{number} </span>}
            {mono ? <code>{subject}</code> : subject} <span className="dim">{text}</span>
          </p>
        ))}
      </div>
    </li>
  );
}
