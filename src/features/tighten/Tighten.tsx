import { useMemo, useState, type ReactElement } from 'react';
import type { TightenView, UsedRow } from '../../audit/least-privilege/view';
import { withPlaceholders } from '../../case/references';
import type { Placeholders } from '../../case/scenario';
import { useCase } from '../../store/selectors';
import { useTighten } from '../../store/tighten';
import { Icon } from '../../ui/Icon';
import { useAnswerFocus } from '../../ui/place/useAnswerFocus';
import { PHONE, useMediaQuery } from '../../ui/useMediaQuery';
import { After } from './After';
import { Answer } from './Answer';
import { layOut } from './apply';
import { Ask, PhoneAsk } from './Ask';
import { Before } from './Before';
import { CannotTell } from './CannotTell';
import { statementLine } from './lines';
import { Numbers } from './Numbers';
import { PhoneTabs, type Tab } from './PhoneTabs';
import TightenEmpty from './TightenEmpty';
import { Used } from './Used';
import { useDroppedFiles } from './useDroppedFiles';
import { useAskedCase, useQuestion, type CasePolicy } from './useQuestion';
import './tighten.css';

/** Asks while the place is seen, and draws nothing: leaving the place and coming back leaves what is drawn alone. */
export function TightenAsks({ shown }: { readonly shown: boolean }): null {
  const isAnswered = useTighten(({ view, texts }) => view !== undefined && texts.length > 0);
  useQuestion(shown);
  useAnswerFocus('tighten', shown && isAnswered);
  return null;
}

/** The place Tighten: what was used, the policies with a verdict on each line, and what is left of them. */
export default function Tighten(): ReactElement {
  const { texts, view: made, reading, failed } = useTighten();
  const { policies, holder } = useAskedCase();
  const { placeholders } = useCase();
  const view = useMemo(
    () => made && withReferences(made, policies, placeholders),
    [made, policies, placeholders],
  );
  const dropped = useDroppedFiles();
  const phone = useMediaQuery(PHONE);
  const [tab, setTab] = useState<Tab>('used');
  const results = useMemo(() => (view?.policies ?? []).map(({ document }) => layOut(document)), [view]);
  if (view === undefined || texts.length === 0)
    return (
      <TightenEmpty
        holder={holder}
        texts={texts}
        reading={reading}
        failed={failed}
        policies={policies.length}
      />
    );
  const onLine = (row: UsedRow): number | undefined =>
    row.at === undefined ? undefined : statementLine(view, results, row.at.policy, row.at.index);
  const panel = (id: Tab): string => (!phone || tab === id ? 'panel' : 'panel tg-away');
  return (
    <>
      {phone ? <PhoneAsk holder={holder} /> : <Ask holder={holder} policies={policies.length} />}
      <Answer view={view} policies={policies.length} />
      {failed !== undefined && <p className="tg-failed">{failed}</p>}
      {phone && (
        <PhoneTabs
          tab={tab}
          onTab={setTab}
          counts={{
            ...(view.events !== undefined && { used: view.used.length }),
            warnings: view.warnings.length,
          }}
        />
      )}
      <div className="tg-work" {...dropped}>
        <section id="tg-used" className={panel('used')} aria-label="What was used">
          {phone && <Numbers view={view} />}
          <Used view={view} onLine={onLine} />
          {!phone && <CannotTell view={view} texts={texts} />}
          <div className="foot">
            <Icon name="lock" /> Read in this page, sent nowhere
          </div>
        </section>
        <section id="tg-before" className={panel('before')} aria-label="Before">
          <Before view={view} policies={policies} />
        </section>
        <section id="tg-after" className={panel('after')} aria-label="After">
          <After view={view} policies={policies} texts={results} />
        </section>
        {phone && (
          <section id="tg-warnings" className={panel('warnings')} aria-label="Can’t tell">
            <CannotTell view={view} texts={texts} />
          </section>
        )}
      </div>
    </>
  );
}

/** The result with the references of the policies that it is made of. */
function withReferences(
  view: TightenView,
  policies: readonly CasePolicy[],
  placeholders: Placeholders | undefined,
): TightenView {
  if (placeholders === undefined) return view;
  const originals = policies.map(({ document }) => document);
  return {
    ...view,
    policies: view.policies.map((policy) => ({
      ...policy,
      document: withPlaceholders(policy.document, originals, placeholders) as typeof policy.document,
    })),
  };
}
