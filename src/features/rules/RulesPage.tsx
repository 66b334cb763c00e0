import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import page, { type Block } from '../../../docs/evaluation.md?page';
import allRequests from '../../../docs/reasoning.md?page';

type Runs = Extract<Block, { kind: 'paragraph' }>['text'];

/** The page of rules, opened at one of them. */
export default function RulesPage({ rule }: { readonly rule: string | undefined }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (rule === undefined) return;
    const target = box.current?.querySelector<HTMLElement>(`[data-rule="${CSS.escape(rule)}"]`);
    target?.scrollIntoView({ block: 'start' });
    target?.focus();
  }, [rule]);
  return (
    <div className="rules" ref={box} tabIndex={0} role="group" aria-label="Rules">
      {/* The dialog says the page's title. */}
      {[...page.slice(1), ...allRequests].map((block, index) => (
        <BlockView key={index} block={block} current={rule} />
      ))}
    </div>
  );
}

interface BlockProps {
  readonly block: Block;
  readonly current: string | undefined;
}

function BlockView({ block, current }: BlockProps): ReactElement {
  switch (block.kind) {
    case 'heading': {
      const Level = block.level <= 2 ? 'h3' : 'h4';
      return (
        <Level data-rule={block.id} tabIndex={-1} className={block.id === current ? 'current' : undefined}>
          {runs(block.text)}
        </Level>
      );
    }
    case 'paragraph':
      return <p>{runs(block.text)}</p>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>{runs(item)}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                <th key={index} scope="col">
                  {runs(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{runs(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'code':
      return <pre>{block.text}</pre>;
  }
}

function runs(text: Runs): ReactNode[] {
  return text.map((run, index) => {
    if (typeof run === 'string') return run;
    if ('code' in run) return <code key={index}>{run.code}</code>;
    if ('strong' in run) return <b key={index}>{run.strong}</b>;
    if (!run.href.startsWith('https://')) return run.link;
    return (
      <a key={index} className="link" href={run.href} target="_blank" rel="noreferrer">
        {run.link}
      </a>
    );
  });
}
