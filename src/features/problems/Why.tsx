import type { ReactElement } from 'react';
import page from '../../../docs/validation.md?page';
import type { CheckId } from '../../checks/check-ids';

interface About {
  readonly source: string;
  readonly says: string;
}

/** The row of a check in the page that describes them all. */
function aboutCheck(id: CheckId): About | undefined {
  for (const block of page) {
    if (block.kind !== 'table') continue;
    const row = block.rows.find((cells) => plain(cells[0]) === id);
    if (row) return { source: plain(row[2]), says: plain(row[3]) };
  }
  return undefined;
}

type Runs = Extract<(typeof page)[number], { kind: 'paragraph' }>['text'];

function plain(runs: Runs = []): string {
  return runs
    .map((run) => {
      if (typeof run === 'string') return run;
      if ('code' in run) return run.code;
      return 'strong' in run ? run.strong : run.link;
    })
    .join('');
}

const AWS_PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html';

/** What the check looks for, and whose check it is. */
export default function Why({ id }: { readonly id: CheckId }): ReactElement {
  const about = aboutCheck(id);
  return (
    <p className="why">
      {about && `What this check finds: ${about.says} `}
      {about?.source === 'AWS' ? (
        <>
          AWS’s own validator says it too:{' '}
          <a className="link" href={AWS_PAGE} target="_blank" rel="noreferrer">
            policy check reference
          </a>
          .
        </>
      ) : (
        'AWS’s own validator does not look for this.'
      )}{' '}
      <span className="dim mono">{id}</span>
    </p>
  );
}
