import { useMemo, type ReactElement } from 'react';
import { readReport } from '../../intake/report/read';
import type { ReportKind } from '../../intake/report/types';
import { goTo } from '../../store/router';
import { useTighten } from '../../store/tighten';
import { useVerdict } from '../../store/store';

/** Longer texts are read in the place itself, beside the page. */
const MAX_HERE = 3_000_000;

/** What each report is called, and the place that reads it. A report that is added has its line here. */
const REPORTS: Readonly<
  Record<ReportKind, { readonly what: string; readonly place: 'tighten' | 'account' } | undefined>
> = {
  lastAccessed: { what: 'a report of when services were last used', place: 'tighten' },
  organizationsAccess: { what: 'a report of what an organization last used', place: 'tighten' },
  events: { what: 'a log of calls', place: 'tighten' },
  unusedAccess: { what: 'findings of unused access', place: 'tighten' },
  recommendation: { what: 'a recommendation of IAM Access Analyzer', place: 'tighten' },
  policy: { what: 'a policy that AWS generated from calls', place: 'tighten' },
  simulation: { what: 'an answer of the policy simulator', place: 'tighten' },
  credentialReport: { what: 'a credential report', place: 'account' },
  // Who made a request is of use here: only beside a report it tells an age.
  created: undefined,
  account: { what: 'the authorization details of an account', place: 'account' },
};

const WORDS: Readonly<Record<'tighten' | 'account', string>> = { tighten: 'Tighten', account: 'Account' };

/** Says of a text that is a report what it is, and takes it to the place that reads it. */
export function ReportOffer({ text }: { readonly text: string }): ReactElement | null {
  const kind = useMemo(() => (text.length > MAX_HERE ? undefined : readReport(text).kind), [text]);
  if (kind === undefined || kind === 'unknown') return null;
  const offer = REPORTS[kind];
  if (offer === undefined) return null;
  const { what, place } = offer;
  return (
    <div className="ev-report">
      <p>
        This is {what}. The place <b>{WORDS[place]}</b> reads it.
      </p>
      <button className="btn line sm" onClick={() => take(text, place)}>
        Read it in {WORDS[place]}
      </button>
    </div>
  );
}

/** The text goes along, and the place reads it. */
function take(text: string, place: 'tighten' | 'account'): void {
  const { setPasteText, show } = useVerdict.getState();
  if (place === 'tighten') useTighten.getState().add([{ name: 'Pasted text', content: text }]);
  else void import('../../store/account/ask').then(({ loadPasted }) => loadPasted(text));
  setPasteText('');
  show(undefined);
  goTo(place);
}
