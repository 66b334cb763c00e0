/** An ARN as it is shown while nobody edits it: what every ARN has in common stands back. */
export interface ArnPiece {
  readonly text: string;
  readonly tone: 'prefix' | 'main' | 'joint';
}

/**
 * `arn:aws:iam::` | `111122223333` | `:` | `user/alice`; without an account the prefix runs up to the resource.
 * Other text is one main piece.
 */
export function arnPieces(text: string): readonly ArnPiece[] {
  const match = /^(arn:[^:]*:[^:]*:[^:]*:)([^:]*)(:)(.*)$/s.exec(text);
  if (!match) return text === '' ? [] : [{ text, tone: 'main' }];
  const [, head = '', account = '', colon = '', resource = ''] = match;
  if (account === '')
    return [
      { text: head + colon, tone: 'prefix' },
      { text: resource, tone: 'main' },
    ];
  return [
    { text: head, tone: 'prefix' },
    { text: account, tone: 'main' },
    { text: colon, tone: 'joint' },
    { text: resource, tone: 'main' },
  ];
}
