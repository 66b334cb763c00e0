import { useMemo, type ReactElement } from 'react';
import { wholeTexts } from '../../drawing/draw';
import { drawValue } from '../../explain/drawing/values/draw';
import type { ValueView } from '../../explain/values/types';
import { withoutMiddles } from '../../explain/values/view';
import { fromMarkdown } from '../../explain/rich';
import { useVerdict } from '../../store/store';
import { Picture } from '../../ui/flow/Picture';
import { RichText } from '../../ui/RichText';

/** The columns beside the drawing, as the style sheet has them, and the padding around all. */
const SIDES = { wide: 196 + 288 + 60, narrow: 150 + 44, phone: 24 } as const;
const WIDE = 1280;
const PHONE = 820;

interface ValueScaleProps {
  readonly view: ValueView;
  readonly width: number;
}

/** One element, value by value: what and where, the drawing, and what would match. */
export function ValueScale({ view, width }: ValueScaleProps): ReactElement {
  const sides = width >= WIDE ? SIDES.wide : width > PHONE ? SIDES.narrow : SIDES.phone;
  const drawing = useMemo(() => drawValue(view, Math.max(280, width - sides)), [view, width, sides]);
  const cut = useMemo(() => wholeTexts(drawing), [drawing]);
  const open = useVerdict((state) => state.open);
  const shortCode = view.fix && withoutMiddles(view.fix.code);
  const { name, rule, policy, line, address, statement, path, why, fix } = view;
  return (
    <section className="zoom-value" aria-label={name}>
      <div className="zoom-what">
        <h2>{name.includes(':') ? <code>{name}</code> : name}</h2>
        <p className="dim">{rule}</p>
        {line !== undefined && (
          <button className="link" onClick={() => open(address, { statement, path, focus: true })}>
            {policy}, line {line}
          </button>
        )}
      </div>
      <div className="zoom-drawn">
        <p className="hidden-text">{view.sentence}</p>
        <Picture drawing={drawing} />
        {cut.length > 0 && (
          <details key={`${name} ${path}`} className="zoom-whole">
            <summary>
              {cut.length === 1 ? 'The long value whole' : `The ${cut.length} long values whole`}
            </summary>
            <ul>
              {cut.map((one) => (
                <li key={one}>
                  <code>{one}</code>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div className="zoom-why">
        <p>{why}.</p>
        {fix && (
          <p className="zoom-fix">
            {fix.lead} <code title={shortCode === fix.code ? undefined : fix.code}>{shortCode}</code>
            {fix.effect !== '' && (
              <>
                . <RichText text={fromMarkdown(fix.effect)} />
              </>
            )}
          </p>
        )}
      </div>
    </section>
  );
}
