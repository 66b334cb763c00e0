import type { ReactElement } from 'react';
import { useAccount } from '../../store/account/account';
import { CopyBlock } from '../../ui/place/Source';
import { listWords, plural } from './words';

/** So many names are told before the list is opened. */
const NAMED = 3;

/** Where more are missing than this, one command for all of the account is shorter. */
const MANY = 5;
const EVERYTHING = 'aws iam get-account-authorization-details --output json > account.json';

/** Of which policies only the names are known, once for the whole account, with what prints them. */
export function UnseenPolicies(): ReactElement | null {
  const unseen = useAccount((state) => state.overview?.unseen);
  if (unseen === undefined || unseen.length === 0) return null;
  const names = unseen.map(({ name }) => name);
  const rest = names.length - NAMED;
  const some = rest > 1 ? [...names.slice(0, NAMED), `${rest} more`] : names;
  return (
    <details className="acct-unseen">
      <summary>
        Of {plural(unseen.length, 'policy', 'policies')} only the name is known: {listWords(some)}. What{' '}
        {unseen.length === 1 ? 'it allows' : 'they allow'} counts as unknown.
      </summary>
      {unseen.length > MANY && (
        <>
          <p>The whole account anew, with the policies that AWS manages:</p>
          <CopyBlock text={EVERYTHING} of="the whole account" />
          <p>Or one by one:</p>
        </>
      )}
      <ul>
        {unseen.map(({ name, commands, principals }) => (
          <li key={commands.join()}>
            <b>{name}</b> <span className="dim">of {plural(principals, 'principal')}</span>
            <CopyBlock text={commands.join('\n')} of={name} />
          </li>
        ))}
      </ul>
    </details>
  );
}
