import type { ReactElement } from 'react';
import type { WhoState } from '../../store/account/account';
import { Glyph, type GlyphKind } from '../../ui/Glyph';
import { countsOf, plural } from './words';

/** How many go on behind each gate, in the order in which a principal is counted. */
export function Gates({ who, total }: { readonly who: WhoState; readonly total: number }): ReactElement {
  const counts = countsOf(who);
  const gates: readonly {
    readonly name: string;
    readonly stopped: number;
    readonly glyph: GlyphKind;
    readonly tone: string;
    readonly said: string;
  }[] = [
    { name: 'Explicit deny', stopped: counts.denied, glyph: 'explicit', tone: 'explicit', said: 'stopped' },
    {
      name: 'Limits',
      stopped: counts.stoppedByLimit,
      glyph: 'implicit',
      tone: 'implicit',
      said: 'stopped, though their policies allow it',
    },
    {
      name: 'Identity',
      stopped: counts.nothingGrants,
      glyph: 'implicit',
      tone: 'implicit',
      said: 'have no Allow',
    },
    {
      name: 'Keys not given',
      stopped: counts.allowedIf,
      glyph: 'unknown',
      tone: 'unknown',
      said: 'depend on one',
    },
  ];
  let left = total;
  return (
    <ol className="acct-gates" aria-label="How the principals pass the gates">
      <li>
        <b className="acct-pill">{total.toLocaleString('en')}</b>
        <span className="dim">principals</span>
      </li>
      {gates.map(({ name, stopped, glyph, tone, said }) => {
        left -= stopped;
        return (
          <li key={name} className={stopped > 0 ? `k-${tone}` : 'k-none'}>
            <Glyph kind={stopped > 0 ? glyph : 'pass'} size={18} label="" />
            <b>{name}</b>
            <span className={stopped > 0 ? 'word' : 'dim'}>
              {stopped > 0 ? `${stopped} ${said}` : 'none stopped'}
            </span>
            <span className="dim">{plural(left, 'goes on', 'go on')}</span>
          </li>
        );
      })}
      <li className={counts.allowed > 0 ? 'k-allow' : 'k-none'}>
        <Glyph kind={counts.allowed > 0 ? 'allow' : 'none'} size={22} label="" />
        <b className="word">{counts.allowed} allowed</b>
      </li>
    </ol>
  );
}
