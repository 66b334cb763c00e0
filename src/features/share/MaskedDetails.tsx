import type { ReactElement } from 'react';
import type { Masked, Replacement } from '../../mask/mask';

const TITLES: Record<Masked['masked'], string> = {
  names: 'Replaced in everything below too; every verdict stays the same.',
  identifiers:
    'Accounts, ARNs and addresses are replaced in everything below too. Names stay: the verdict depends on how they are written.',
  nothing: 'Nothing was replaced: the verdict would change. Check what the case tells before you send it.',
};

const KINDS: Record<Replacement['kind'], string> = {
  account: 'Account',
  identifier: 'Identifier',
  address: 'Address',
  name: 'Word',
};

interface MaskedDetailsProps {
  readonly masked: Masked;
  /** Title or notes go along, in the words of the person who wrote them. */
  readonly withWords: boolean;
}

/** What was replaced by what, for the eyes of the one who shares, and what was left as it is. */
export function MaskedDetails({ masked, withWords }: MaskedDetailsProps): ReactElement {
  const { replaced } = masked;
  return (
    <>
      <p className="share-note" role="status">
        {TITLES[masked.masked]}
      </p>
      {replaced.length > 0 && (
        <details className="share-masked">
          <summary>
            {replaced.length === 1 ? 'One replacement' : `${replaced.length} replacements`}, and what was left
          </summary>
          <p>This list stays here: neither the link nor the files below hold it.</p>
          <div className="share-table" role="group" aria-label="Replacements" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">Kind</th>
                  <th scope="col">Here</th>
                  <th scope="col">In what you share</th>
                </tr>
              </thead>
              <tbody>
                {replaced.map(({ kind, original, standIn }) => (
                  <tr key={`${kind} ${original}`}>
                    <td>{KINDS[kind]}</td>
                    <td>
                      <code>{original}</code>
                    </td>
                    <td>
                      <code>{standIn}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p>
            Left as they are: actions, Regions, services, AWS’s own policies and roles, condition keys (but
            for the names of tags in them), public identity providers, values that AWS lists, and common words
            such as “Allow” or “Read” in names of policies and statements.
          </p>
        </details>
      )}
      {withWords && masked.masked !== 'nothing' && (
        <p className="share-note warn" role="note">
          In the title and the notes only the words of the list are replaced. Read them once more, or leave
          them out.
        </p>
      )}
    </>
  );
}
