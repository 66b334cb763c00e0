import { useMemo, type ReactElement } from 'react';
import { listPolicies, type Scenario } from '../../case/scenario';
import { compareScenarios } from '../../call/compare';
import { keepCaseA, withCaseA } from '../../store/caseA';
import { accessOf, useProofStore, type Over } from '../../store/proof';
import { goTo } from '../../store/router';
import { useVerdict } from '../../store/store';
import { copyText } from '../../ui/copyText';
import { Icon } from '../../ui/Icon';
import { AskPart, AskRow } from '../../ui/place/AskRow';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import './ask.css';

const OVERS: readonly Over[] = ['all', 'service', 'action', 'resource'];

interface AskCompareProps {
  readonly kept: Scenario;
  /** Asks for another case as A or as B. */
  readonly onChoose: (side: 'A' | 'B') => void;
  readonly onForget: () => void;
}

const policiesWord = (count: number): string => (count === 1 ? '1 policy' : `${count} policies`);

/** What is compared: A, B, and over which requests. */
export function AskCompare({ kept, onChoose, onForget }: AskCompareProps): ReactElement {
  const present = useVerdict(({ history }) => history.present);
  const over = useProofStore((state) => state.over);
  const changed = useMemo(() => compareScenarios(kept, present).policies.length, [kept, present]);
  const count = ({ policies }: Scenario): number => listPolicies(policies).length;
  const words: Record<Over, string> = {
    all: 'Every request',
    service: `Only ${accessOf('service', present)!.actions![0]!}`,
    action: `Only ${present.request.action || 'the action'}`,
    resource: `Only on ${present.request.resource || 'the resource'}`,
  };
  const isTold = present.request.action.includes(':');
  return (
    <AskRow
      label="What is compared"
      columns="minmax(0, 3fr) 34px minmax(0, 3fr) minmax(0, 2fr)"
      summary={
        <span className="cmp-sides">
          <span className="cmp-side-name">A</span>{' '}
          <span className="cut">{kept.title ?? 'The kept case'}</span>
          <span aria-label="against">→</span>
          <span className="cmp-side-name cmp-b">B</span>{' '}
          <span className="cut">{words[over] === words.all ? 'now' : words[over]}</span>
        </span>
      }
    >
      <AskPart name={<span className="cmp-side-name">A</span>} note={policiesWord(count(kept))}>
        <ActionMenu
          label={`A is ${kept.title ?? 'the kept case'}: other ways to an A`}
          className="pl-box cmp-box"
          placement="bottom start"
          actions={[
            { id: 'keep', label: 'Keep the case on the page as A', run: () => keepCaseA(present) },
            { id: 'other', label: 'Another A…', run: () => onChoose('A') },
            { id: 'link', label: 'Copy a link with A and B', run: () => void copyBoth(present, kept) },
            { id: 'back', label: 'Restore “before”', run: () => goBack(kept) },
            { id: 'forget', label: 'Forget A', run: onForget },
          ]}
        >
          <span className="cut grow">{kept.title ?? 'The kept case'}</span>
          <Icon name="down" size={12} />
        </ActionMenu>
      </AskPart>
      <button
        className="btn icon cmp-swap"
        aria-label="Swap A and B"
        title="Swap A and B"
        onClick={() => swap(kept, present)}
      >
        <Icon name="swap" size={15} />
      </button>
      <AskPart
        name={<span className="cmp-side-name cmp-b">B</span>}
        note={`${policiesWord(count(present))}${changed > 0 ? `, ${changed} changed` : ''}`}
      >
        <ActionMenu
          label="B is the case on the page: other ways to a B"
          className="pl-box cmp-box"
          placement="bottom start"
          actions={[
            { id: 'case', label: 'Go to the case', run: () => goTo('case') },
            { id: 'otherB', label: 'Another B…', run: () => onChoose('B') },
          ]}
        >
          <span className="cut grow">This case, now</span>
          <Icon name="down" size={12} />
        </ActionMenu>
      </AskPart>
      <AskPart name={<label htmlFor="compare-over">Over</label>}>
        <select
          id="compare-over"
          className="pl-box cmp-box cmp-over"
          value={over}
          onChange={({ target }) => useProofStore.setState({ over: target.value as Over })}
        >
          {OVERS.filter((one) => one === 'all' || one === over || isTold).map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </select>
      </AskPart>
    </AskRow>
  );
}

/** What was A is the case on the page then: one undo step. */
function swap(kept: Scenario, present: Scenario): void {
  const { replace } = useVerdict.getState();
  const { before: _before, ...asA } = present;
  keepCaseA(asA);
  const { tests, guards } = present;
  const carried = { ...(tests && { tests }), ...(guards && { guards }) };
  replace({ ...carried, ...kept }, 'Swapped: what was kept as A is the case now');
}

function goBack(kept: Scenario): void {
  useVerdict.getState().replace(kept, 'Went back to A');
  goTo('case');
}

async function copyBoth(present: Scenario, kept: Scenario): Promise<void> {
  const { say } = useVerdict.getState();
  const { encodeLink, LinkError } = await import('../../formats/link');
  try {
    const link = await encodeLink(withCaseA(present, kept));
    const copied = await copyText(`${location.href.split('#')[0]!}#${link}`);
    say(copied ? 'Copied a link that holds both.' : 'The browser did not let the page copy.');
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    say('Both together are too long for a link.', { tone: 'error' });
  }
}
