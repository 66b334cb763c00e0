import { memo, useMemo, useState, type ReactElement } from 'react';
import { setRequest } from '../../case/edits';
import { useFindKey } from '../../store/browser/findKey';
import { useCatalog } from '../../store/catalog';
import { useVerdict, viewed } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { useFilterKeys } from '../../ui/useFilterKeys';
import { outcomeGroups, type OutcomeGroup, type ServiceRow, type Swept } from './rows';
import { OUTCOMES } from './words';
import { useGrowing } from '../../store/useGrowing';

/** Up to so many actions stand in an outcome as they are; more of them stand under their services. */
const FLAT = 60;

/** What is allowed first; the last group, what nothing grants, by service and folded. */
export function ActionGroups({ swept }: { readonly swept: readonly Swept[] }): ReactElement {
  const [text, setText] = useState('');
  const groups = useMemo(() => outcomeGroups(swept, text), [swept, text]);
  const slash = useFindKey((state) => state.on);
  const { filter, list, onFilterKey, onListKey } = useFilterKeys(slash);
  return (
    <>
      <div className="sweep-filter">
        <input
          className="input"
          type="search"
          aria-label="Filter actions"
          placeholder="s3:Get"
          value={text}
          ref={filter}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onFilterKey}
        />
      </div>
      {/* The rows inside are buttons; the list only moves the focus between them. */}
      <div className="body" ref={list} role="group" aria-label="Actions by outcome" onKeyDown={onListKey}>
        {groups.map((group) => (
          <Group key={group.word} group={group} />
        ))}
        {groups.length === 0 && <p className="sweep-none dim">No action has this in its name.</p>}
      </div>
    </>
  );
}

function Group({ group }: { readonly group: OutcomeGroup }): ReactElement {
  const { word, tone, note, count, services } = group;
  const flat = count <= FLAT;
  const shown = useGrowing(services);
  return (
    <section aria-label={word}>
      <h3 className={`sweep-group k-${tone}`}>
        <Glyph kind={tone} size={14} label="" />
        {word} <span className="n">{count.toLocaleString('en')}</span>
        {(note !== undefined || !flat) && (
          <span className="sweep-sum">{note ?? `${services.length} services`}</span>
        )}
      </h3>
      {shown.map((service) =>
        flat ? (
          service.actions.map((entry) => <ActionRow key={entry.action} entry={entry} />)
        ) : (
          <Service key={service.prefix} row={service} />
        ),
      )}
    </section>
  );
}

const Service = memo(function Service({ row }: { readonly row: ServiceRow }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button className="sweep-row" data-row aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'right'} size={10} />
        <code>{row.prefix}</code>
        <span className="sweep-at">{row.actions.length}</span>
      </button>
      {open && row.actions.map((entry) => <ActionRow key={entry.action} entry={entry} />)}
    </>
  );
});

/** A press asks the action: request, verdict, path and steps follow, the list stays. */
const ActionRow = memo(function ActionRow({ entry: { action, decision } }: { readonly entry: Swept }) {
  const asked = useVerdict((state) => viewed(state).request.action.toLowerCase() === action.toLowerCase());
  const edit = useVerdict((state) => state.edit);
  const catalog = useCatalog();
  const [prefix = '', name = ''] = action.split(':');
  const level = catalog?.actions(prefix)?.get(name.toLowerCase())?.accessLevels.join(', ');
  return (
    <button
      className={asked ? 'sweep-row asked' : 'sweep-row'}
      data-row
      aria-current={asked ? 'true' : undefined}
      onClick={() => edit((scenario) => setRequest(scenario, { action }))}
    >
      <Glyph kind={OUTCOMES[decision].tone} size={14} label="" />
      <code className="cut">{action}</code>
      <span className="sweep-at">{[level, asked && 'this case'].filter(Boolean).join(' · ')}</span>
    </button>
  );
});
