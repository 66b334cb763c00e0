import type { ReactElement } from 'react';
import { parseArn } from '../../language/arn';
import type { TightenView } from '../../audit/least-privilege/view';
import { useTighten } from '../../store/tighten';
import { AskPart, AskRow } from '../../ui/place/AskRow';
import { Icon } from '../../ui/Icon';
import { Segments } from './Segments';
import { modeOf } from './useQuestion';
import { counted, dayWord, numberWord } from './words';

const WINDOWS = [30, 60, 90, 180, 365, 400] as const;

/** What is tightened, with which evidence, and how. */
export function Ask({
  holder,
  policies,
}: {
  readonly holder: string | undefined;
  readonly policies: number;
}): ReactElement {
  const { view } = useTighten();
  return (
    <AskRow
      label="What is tightened"
      columns="minmax(0, 1.5fr) minmax(0, 2.6fr) minmax(96px, 0.7fr) minmax(0, 1.3fr) minmax(0, 1.3fr)"
    >
      <AskPart
        name={kindWord(view?.principal ?? holder)}
        note={policies > 0 ? counted(policies, 'policy', 'policies') : undefined}
      >
        <HolderField holder={holder} />
      </AskPart>
      <AskPart name="Evidence">
        <Chips />
      </AskPart>
      <Choices view={view} />
    </AskRow>
  );
}

/** On a phone the row folds to a line; opened, its fields stand under one another. */
export function PhoneAsk({ holder }: { readonly holder: string | undefined }): ReactElement {
  const { view, choices, texts } = useTighten();
  const shown = view?.principal ?? holder;
  const how = modeOf(choices, texts) === 'tight' ? 'drop' : 'keep';
  return (
    <details className="tg-phone-ask">
      <summary>
        <code className="cut">
          {shown === undefined ? 'from the evidence' : (parseArn(shown)?.resource ?? shown)}
        </code>
        <span className="dim">
          {counted(texts.length, 'source')} · {how} · {choices.generalise}
        </span>
      </summary>
      <AskPart name={kindWord(shown)}>
        <HolderField holder={holder} />
      </AskPart>
      <AskPart name="Evidence">
        <Chips />
      </AskPart>
      <Choices view={view} />
    </details>
  );
}

function kindWord(arn: string | null | undefined): string {
  return arn?.includes(':user/') === true ? 'User' : 'Role';
}

function Choices({ view }: { readonly view: TightenView | undefined }): ReactElement {
  const { choices, choose, texts, otherwise } = useTighten();
  const mode = modeOf(choices, texts);
  const count = (wanted: 'safe' | 'tight'): ReactElement | null => {
    const actions = wanted === mode ? view?.new.actions : otherwise;
    return actions === undefined ? null : <small> {numberWord(actions)}</small>;
  };
  return (
    <>
      <AskPart name="Unused after">
        <select
          className="pl-box tg-select"
          aria-label="Unused after"
          value={choices.windowDays}
          onChange={({ target }) => choose({ windowDays: Number(target.value) })}
        >
          {WINDOWS.map((days) => (
            <option key={days} value={days}>
              {days} days
            </option>
          ))}
        </select>
      </AskPart>
      <AskPart name="Actions without data">
        <Segments
          label="Actions without data"
          value={mode}
          options={[
            { value: 'safe', word: <>Keep{count('safe')}</> },
            { value: 'tight', word: <>Drop{count('tight')}</> },
          ]}
          onChange={(next) => choose({ mode: next })}
        />
      </AskPart>
      <AskPart name="Resources">
        <Segments
          label="Resources"
          value={choices.generalise}
          options={[
            { value: 'exact', word: 'Exact' },
            { value: 'prefix', word: 'Prefix' },
            { value: 'wide', word: 'Wide' },
          ]}
          onChange={(generalise) => choose({ generalise })}
        />
      </AskPart>
    </>
  );
}

/** The user or role, or a choice where the events are of several. */
function HolderField({ holder }: { readonly holder: string | undefined }): ReactElement {
  const { view, choices, choose } = useTighten();
  const able = (view?.principals ?? []).filter(({ cannot }) => cannot === undefined);
  const shown = view?.principal ?? choices.principal ?? holder;
  if (able.length < 2)
    return (
      <div className="pl-box mono">{shown === undefined ? 'from the evidence' : <Arn arn={shown} />}</div>
    );
  const listed = able.some(({ arn }) => arn === shown);
  return (
    <select
      className="pl-box mono tg-select"
      aria-label="Whose events count"
      value={shown ?? ''}
      onChange={({ target }) => choose({ principal: target.value })}
    >
      {!listed && (
        <option value={shown ?? ''}>{shown === undefined ? 'choose' : shortArn(shown)}: no event</option>
      )}
      {able.map(({ arn, events }) => (
        <option key={arn} value={arn}>
          {shortArn(arn)} · {counted(events, 'event')}
        </option>
      ))}
    </select>
  );
}

function shortArn(arn: string): string {
  const parsed = parseArn(arn);
  return parsed === undefined ? arn : `${parsed.account}:${parsed.resource}`;
}

function Arn({ arn }: { readonly arn: string }): ReactElement {
  const parsed = parseArn(arn);
  if (parsed === undefined) return <>{arn}</>;
  return (
    <span className="cut-start" title={arn}>
      <bdi dir="ltr">
        <span className="dim">{parsed.account}:</span>
        {parsed.resource}
      </bdi>
    </span>
  );
}

const NAMES = {
  events: ['CloudTrail', 'event'],
  lastAccessed: ['Last accessed', 'service'],
  organizationsAccess: ['Organization', 'service'],
  unusedAccess: ['Finding', 'finding'],
  recommendation: ['Recommendation', 'step'],
  policy: ['Generated policy', 'policy'],
  simulation: ['Simulator', 'result'],
  credentialReport: ['Credentials', 'user'],
  account: ['Account', 'principal'],
  created: ['Made on', 'date'],
  unknown: ['Not read', 'text'],
} as const;

/** Each text that was given; one press takes it out. */
function Chips(): ReactElement {
  const { texts, reading, remove, cancel } = useTighten();
  return (
    <div className="pl-box tg-chips" role="list" aria-label="Evidence">
      {texts.map(({ id, name, kind, count, day }) => {
        const [word, unit] = NAMES[kind];
        return (
          <span key={id} className="tg-chip" role="listitem" title={name}>
            <b>{word}</b>{' '}
            {day === undefined
              ? counted(count, unit, unit === 'policy' ? 'policies' : `${unit}s`)
              : dayWord(day)}
            <button className="tg-x" aria-label={`Take out ${word}`} onClick={() => remove(id)}>
              <Icon name="cross" size={9} />
            </button>
          </span>
        );
      })}
      {reading !== undefined && (
        <span className="tg-chip" role="listitem">
          reading {reading}
          <button className="tg-x" aria-label="Stop reading" onClick={cancel}>
            <Icon name="cross" size={9} />
          </button>
        </span>
      )}
    </div>
  );
}
