import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { addressKey, listPolicies, policyText, type Scenario } from '../../case/scenario';
import type { PolicyAddress } from '../../case/scenario';
import { layerName } from '../../explain/layers';
import { statementLines } from '../../explain/statement-lines';
import { textDiff, type DiffLine } from '../../explain/text-diff';
import type { AccessGroup, Comparison } from '../../reasoning/comparison';
import { useGrowing } from '../../store/useGrowing';
import { useVerdict } from '../../store/store';
import { besides, PairLines, TextLines, type LineMarks } from './TextLine';
import { useTextTarget } from './textTarget';
import './texts.css';

interface Pair {
  readonly key: string;
  readonly name: string;
  readonly layer: PolicyAddress['layer'];
  readonly before: string;
  readonly after: string;
}

/** Policies of both, those of one layer and name beside each other. */
function pairsOf(a: Scenario, b: Scenario): readonly Pair[] {
  const found = new Map<string, Pair>();
  for (const side of ['after', 'before'] as const) {
    const counts = new Map<string, number>();
    for (const { address, policy, target } of listPolicies((side === 'after' ? b : a).policies)) {
      const name = `${address.layer} ${target ?? ''} ${policy.name}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const id = `${name} ${counts.get(name)!}`;
      const pair = found.get(id) ?? {
        key: addressKey(address),
        name: policy.name,
        layer: address.layer,
        before: '',
        after: '',
      };
      found.set(id, { ...pair, [side]: policyText(policy) });
    }
  }
  return [...found.values()];
}

/** Lines by policy that make the difference: of the statements that allow what is gained, and that allowed what is lost. */
function linesOf(
  scenario: Scenario,
  groups: readonly AccessGroup[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const ref of groups.flatMap(({ because }) => because)) {
    const lines = statementLines(scenario, ref);
    if (!lines) continue;
    const key = addressKey(lines.address);
    const set = found.get(key) ?? new Set();
    for (let line = lines.from; line <= lines.to; line += 1) set.add(line);
    found.set(key, set);
  }
  return found;
}

const NO_LINES: ReadonlySet<number> = new Set();

interface TextsProps {
  readonly a: Scenario;
  readonly b: Scenario;
  readonly comparison: Comparison | undefined;
  readonly sideBySide: boolean;
  readonly onSideBySide: (on: boolean) => void;
}

/** The texts of both versions, line by line; a line that gains is tinted and has an edge. */
export function Texts({ a, b, comparison, sideBySide, onSideBySide }: TextsProps): ReactElement {
  const pairs = useMemo(() => pairsOf(a, b), [a, b]);
  const gains = useMemo(() => linesOf(b, comparison?.gained ?? []), [b, comparison]);
  const differing = pairs.filter(({ before, after }) => before !== after);
  const target = useTextTarget((state) => state.target);
  const shownToo = pairs.filter((pair) => pair.key === target?.policy && !differing.includes(pair));
  const same = pairs.length - differing.length - shownToo.length;
  return (
    <section className="cmp-texts" aria-label="Texts" tabIndex={0}>
      <h2 className="cmp-head">
        Texts{' '}
        <span className="dim">
          {differing.length} of {pairs.length} differ
        </span>
        <span className="grow" />
        <button className="btn sm" aria-pressed={sideBySide} onClick={() => onSideBySide(!sideBySide)}>
          Side by side
        </button>
        <button className="btn sm" title="A takes the place of this case" onClick={() => takeBack(a)}>
          Take A back
        </button>
      </h2>
      {[...differing, ...shownToo].map((pair) => (
        <PolicyText
          key={`${pair.key} ${pair.name}`}
          pair={pair}
          gains={gains.get(pair.key) ?? NO_LINES}
          sideBySide={sideBySide}
        />
      ))}
      <p className="cmp-none">
        {same === 0
          ? ''
          : `${same} ${differing.length > 0 ? 'other ' : ''}${same === 1 ? 'policy is' : 'policies are'} the same`}
      </p>
    </section>
  );
}

/** One step back for the case on the page; Undo brings it forward again. */
function takeBack(a: Scenario): void {
  useVerdict.getState().replace(a, 'Went back to A');
}

/** Lines that are drawn together: long texts are drawn stretch by stretch, each before a paint. */
const STRETCH = 60;
const NO_PAIRS: readonly (readonly ReturnType<typeof besides>[number][])[] = [];

function stretchesOf<Line>(lines: readonly Line[]): readonly (readonly Line[])[] {
  return Array.from({ length: Math.ceil(lines.length / STRETCH) }, (_, at) =>
    lines.slice(at * STRETCH, (at + 1) * STRETCH),
  );
}

function PolicyText({
  pair,
  gains,
  sideBySide,
}: {
  readonly pair: Pair;
  readonly gains: ReadonlySet<number>;
  readonly sideBySide: boolean;
}): ReactElement {
  const { key, name, layer, before, after } = pair;
  const target = useTextTarget((state) => (state.target?.policy === key ? state.target : undefined));
  const [whole, setWhole] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(
    () =>
      before === after
        ? after.split(/\r?\n/).map((text, at): DiffLine => ({ kind: 'same', text, line: at + 1 }))
        : textDiff(before, after, whole ? Infinity : 1),
    [before, after, whole],
  );
  const marks = useMemo((): LineMarks => {
    const isTarget = ({ kind, line }: DiffLine): boolean =>
      target !== undefined && line === target.line && (kind === 'minus') === (target.side === 'A');
    return { gains: ({ kind, line }) => kind === 'plus' && gains.has(line!), isTarget };
  }, [gains, target]);
  const isShown = target === undefined || lines.some(marks.isTarget);
  if (!isShown && !whole) setWhole(true);
  const unfold = useCallback(() => setWhole(true), []);
  const stretches = useMemo(() => stretchesOf(lines), [lines]);
  const pairs = useMemo(() => (sideBySide ? stretchesOf(besides(lines)) : NO_PAIRS), [lines, sideBySide]);
  const [drawn, drawnPairs] = [useGrowing(stretches, 1), useGrowing(pairs, 1)];
  const isDrawn = drawn.some((stretch) => stretch.some(marks.isTarget));
  useEffect(() => {
    if (target && isDrawn) box.current?.querySelector('.cmp-target')?.scrollIntoView({ block: 'nearest' });
  }, [target, isDrawn, whole]);
  const gaining = lines.filter(({ kind, line }) => kind === 'plus' && gains.has(line!)).length;
  return (
    <div className="cmp-text" ref={box}>
      <h3 className="cmp-file">
        <span className="cut">
          {name} <span className="dim">{layerName(layer)}</span>
        </span>
        <span className="dim">
          {gaining === 0 ? 'no line gains' : gaining === 1 ? '1 line gains' : `${gaining} lines gain`}
        </span>
      </h3>
      {sideBySide ? (
        <div className="cmp-beside">
          {drawnPairs.map((stretch, at) => (
            <PairLines key={at} pairs={stretch} marks={marks} onUnfold={unfold} />
          ))}
        </div>
      ) : (
        drawn.map((stretch, at) => <TextLines key={at} lines={stretch} marks={marks} onUnfold={unfold} />)
      )}
    </div>
  );
}
