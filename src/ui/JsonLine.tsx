import type { ReactElement } from 'react';
import { jsonTokens } from './jsonTokens';
import './json.css';

export function JsonLine({ text }: { readonly text: string }): ReactElement {
  return (
    <code>
      {jsonTokens(text).map((token, index) => (
        <span key={index} className={`j-${token.kind}`}>
          {token.text}
        </span>
      ))}
    </code>
  );
}
