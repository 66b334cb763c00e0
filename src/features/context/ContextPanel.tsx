import { lazy, Suspense, useCallback, useMemo, useState, type ReactElement } from 'react';
import type { Evaluation } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { contextOf } from '../../engine/evaluate';
import { useEvaluation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { PartBoundary } from '../../ui/PartBoundary';
import { Icon } from '../../ui/Icon';
import { ADD_KEY, ContextRow } from './ContextRow';
import { S3Facts } from './S3Facts';
import { contextRows, type Row } from './rows';
import './context.css';

const AddKey = lazy(() => import('./AddKey'));

/** The request context: every key with its value and where the value comes from; each can be given another. */
export function ContextPanel(): ReactElement {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const underneath = useMemo(() => contextUnderneath(scenario, evaluation), [scenario, evaluation]);
  const [open, setOpen] = useOpenKey();
  const show = useVerdict((state) => state.show);
  const [adding, setAdding] = useState(false);
  const rows = contextRows(evaluation, underneath, open);
  const asked = scenario.request.principal !== '' || scenario.request.resource !== '';
  const section = (title: string, list: readonly Row[]): ReactElement | false =>
    list.length > 0 && (
      <>
        <h3 className="sub">{title}</h3>
        <RowList rows={list} open={open} onOpen={setOpen} />
      </>
    );
  return (
    <section className="panel ctx" aria-label="Context">
      <div className="head">
        <h2 className="grow">
          Context <span className="dim count">{rows.read.length + rows.also.length || ''}</span>
        </h2>
        {rows.read.length > 0 && (
          <button className="btn sm" aria-haspopup="dialog" onClick={() => show('keys')}>
            Which keys matter?
          </button>
        )}
        <button id={ADD_KEY} className="btn sm" aria-label="Add a key" onClick={() => setAdding(true)}>
          <Icon name="plus" /> Key
        </button>
      </div>
      <div className="body">
        {adding && (
          <PartBoundary>
            <Suspense fallback={<p className="sub">Loading…</p>}>
              <AddKey
                onDone={(key) => {
                  setAdding(false);
                  if (key !== undefined) setOpen(key);
                  else document.getElementById(ADD_KEY)?.focus();
                }}
              />
            </Suspense>
          </PartBoundary>
        )}
        {section('Read by a condition', rows.read)}
        {section('Also in the request', rows.also)}
        {asked && <Folded rows={rows.folded} open={open} onOpen={setOpen} />}
        <S3Facts />
        {!asked && rows.read.length + rows.also.length === 0 && (
          <p className="sub">
            Keys derived from the principal and the resource appear here once the request is filled in.
          </p>
        )}
      </div>
    </section>
  );
}

/** What the context would be without given values. */
function contextUnderneath(scenario: Scenario, evaluation: Evaluation): Evaluation['context'] {
  const { context, ...request } = scenario.request;
  return context === undefined ? evaluation.context : contextOf({ ...scenario, request });
}

/** The key whose value is being edited: the one that was wanted, here or from another panel. */
function useOpenKey(): [string | undefined, (key: string | undefined) => void] {
  const open = useVerdict(({ wanted }) => (wanted?.kind === 'key' ? wanted.key : undefined));
  const want = useVerdict((state) => state.want);
  const taken = useVerdict((state) => state.taken);
  const setOpen = useCallback(
    (key: string | undefined) => (key === undefined ? taken() : want({ kind: 'key', key })),
    [want, taken],
  );
  return [open, setOpen];
}

interface ListProps {
  readonly rows: readonly Row[];
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
}

function RowList({ rows, open, onOpen }: ListProps): ReactElement {
  const close = useCallback(() => onOpen(undefined), [onOpen]);
  return (
    <ul>
      {rows.map((row) => (
        <ContextRow
          key={row.key.toLowerCase()}
          row={row}
          open={open?.toLowerCase() === row.key.toLowerCase()}
          onOpen={onOpen}
          onClose={close}
        />
      ))}
    </ul>
  );
}

/** Derived keys that nothing reads, behind their count. */
function Folded({ rows, open, onOpen }: ListProps): ReactElement | null {
  const [unfolded, setUnfolded] = useState(false);
  if (rows.length === 0) return null;
  const more = rows.length === 1 ? '1 more derived key' : `${rows.length} more derived keys`;
  const wanted = rows.some((row) => row.key.toLowerCase() === open?.toLowerCase());
  const shown = unfolded || wanted;
  return (
    <>
      <button className="more link" aria-expanded={shown} onClick={() => setUnfolded(!shown)}>
        {more}, read by no condition
      </button>
      {shown && <RowList rows={rows} open={open} onOpen={onOpen} />}
    </>
  );
}
