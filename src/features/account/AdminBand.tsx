import type { ReactElement } from 'react';
import type { AdminPath, AdminPaths } from '../../audit/account/paths/types';
import { selectPrincipal, type AccountState } from '../../store/account/account';
import { findPaths, stopPaths } from '../../store/account/ask';
import { Icon } from '../../ui/Icon';
import { PlaceBand } from '../../ui/place/PlaceBand';
import { PlaceMark } from '../../ui/place/marks';
import { BAND_ID, Count } from './Count';
import { cutsOf, cutWords, deedOf, keysOf, lastOf, waysShown } from './ways';
import { listWords, nameOf, plural } from './words';

/** How many can become administrator; of a chosen principal, how it does. */
export function AdminBand({ state }: { readonly state: AccountState }): ReactElement {
  const { paths, share, stopped, selected, way } = state;
  const own = waysShown({ paths, selected });
  if (paths === undefined)
    return (
      <PlaceBand
        id={BAND_ID}
        mark={<PlaceMark kind="gate" />}
        heading={stopped ? 'The search was stopped' : 'Looking for ways to become administrator'}
      >
        <progress className="acct-progress" max={1} value={share} aria-label="Searched" />
        {Math.round(share * 100)} % of the principals were asked.
        <button className="link" onClick={stopped ? findPaths : stopPaths}>
          {stopped ? 'Search' : 'Stop'}
        </button>
      </PlaceBand>
    );
  const shown = own[way] ?? own[0];
  if (selected !== undefined && shown !== undefined) return <PathBand paths={paths} way={shown} />;
  const able = new Set(paths.paths.filter(({ certain }) => certain).map(({ from }) => from.arn));
  const perhaps = new Set(paths.paths.map(({ from }) => from.arn).filter((arn) => !able.has(arn)));
  const [cut] = paths.cuts;
  const found = new Set([...able, ...perhaps, ...paths.admins.map(({ arn }) => arn)]);
  const hidden = (state.overview?.principals ?? []).filter(
    ({ arn, unseen }) => unseen.length > 0 && !found.has(arn),
  ).length;
  const hanging = new Set(paths.hanging.map(({ from }) => from.arn)).size;
  return (
    <PlaceBand
      id={BAND_ID}
      tone={able.size > 0 ? 'warn' : 'plain'}
      mark={<Count of={able.size} />}
      heading={`${able.size === 1 ? 'principal' : 'principals'} can become administrator, besides the ${plural(paths.admins.length, 'administrator')}${perhaps.size > 0 ? `. ${perhaps.size} more if a key is right` : ''}`}
      side={
        cut === undefined ? undefined : (
          <p className="acct-side">
            <b>The smallest cut:</b> {cutWords(cut)}
            {cut.kind === 'statement' && `, at ${nameOf(cut.holder)}`}. That closes{' '}
            {plural(cut.closes, 'way')} of {paths.paths.length}.
          </p>
        )
      }
    >
      {able.size + perhaps.size === 0
        ? `None of the known ways is open to anybody${hidden > 0 ? ' whose policies are all here' : ''}.`
        : 'Each step is a request that the evaluator decided.'}{' '}
      {hidden > 0 &&
        `Of ${plural(hidden, 'principal')} a policy is not in the file, so whether ${hidden === 1 ? 'it has' : 'they have'} a way is not known. `}
      {hanging > 0 &&
        `${plural(hanging, 'more principal')} can change something that is not in the file, such as a function: a way only if it runs with a role that leads there. `}
    </PlaceBand>
  );
}

/** One way in a sentence, the cut that closes most of it at the side. */
function PathBand({ paths, way }: { readonly paths: AdminPaths; readonly way: AdminPath }): ReactElement {
  const { from, certain } = way;
  const become = lastOf(way);
  const keys = keysOf(way);
  const [cut] = cutsOf(way, paths);
  return (
    <PlaceBand
      id={BAND_ID}
      tone={certain ? 'warn' : 'unknown'}
      mark={
        <span className="acct-mark">
          <Icon name="warning" size={36} />
        </span>
      }
      heading={
        <>
          <b>
            {from.name} {certain ? 'can become administrator' : 'may become administrator'}
          </b>{' '}
          {become === undefined ? 'by itself' : `as ${become.name}`}
          {!certain && `, if ${listWords(keys)} ${keys.length === 1 ? 'is' : 'are'} right`}
        </>
      }
      side={
        cut === undefined ? undefined : (
          <p className="acct-side">
            <b>To cut it</b>, {cutWords(cut)}: that closes {plural(cut.closes, 'way')} of {paths.paths.length}
            .
          </p>
        )
      }
    >
      It can {deedOf(way)}. Each step is a request that the evaluator decided.
      <button className="link" onClick={() => selectPrincipal(undefined)}>
        All who can
      </button>
    </PlaceBand>
  );
}
