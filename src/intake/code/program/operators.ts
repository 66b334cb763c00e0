/** What may stand behind an expression and belong to it. */
import type { Lexer } from './lexer';

/** Does an operator follow that is not read: a comparison, a condition, `if … else`, a comprehension? */
export function hasMore({ script, text, at }: Lexer): boolean {
  const pattern =
    script === 'python'
      ? /(?:[-*/%<>|&^@]|==|!=)|(?:if|or|and|in|not|is|for)\b/y
      : /[?*/%<>|&^-]|[!=]=|(?:in|instanceof)\b/y;
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** TypeScript: `as const`, `satisfies Policy`, which change no value. */
export function takesType(lexer: Lexer): boolean {
  return (
    lexer.script === 'javascript' &&
    lexer.take(/(?:as|satisfies)\s+(?:const\b|[\w.]+(?:<[^<>]*>)?(?:\[\])*)/y) !== undefined
  );
}
