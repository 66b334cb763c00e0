/** What can be written at a place. */
export interface Suggestion {
  readonly label: string;
  /** A few words beside the label. */
  readonly detail?: string;
  /** A sentence or two, shown for the chosen one. */
  readonly info?: string;
  /** What the string then says; or, with `raw`, the JSON that stands there. */
  readonly insert: string;
  /** Holds tab stops: `${1:bucket}`. */
  readonly snippet?: true;
  readonly raw?: true;
  /** More is to be chosen after it. */
  readonly again?: true;
  /** Smaller comes first; 0 unless said. */
  readonly order?: number;
}

/** Text that stands for itself in a snippet. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

/** A format with placeholders as a snippet: the partition is filled in, everything else is a tab stop. */
export function snippetOf(format: string, account?: string): string {
  let count = 0;
  return format
    .split(/(\$\{[^}]*\}|<[^<>]*>)/)
    .map((part, index) => {
      if (index % 2 === 0) return escaped(part);
      const name = part.replaceAll(/[${}<>]/g, '');
      if (name === 'Partition') return 'aws';
      count += 1;
      if (name === 'Account' && account !== undefined) return `\${${count}:${account}}`;
      return `\${${count}:${name}}`;
    })
    .join('');
}
