/** What may stand behind an expression and belong to it. */
import type { Lexer, Script } from './lexer';

/** Does an operator follow that is not read: a comparison, a condition, `if … else`, a comprehension? */
export function hasMore({ script, text, at }: Lexer): boolean {
  const pattern = MORE[script];
  pattern.lastIndex = at;
  return pattern.test(text);
}

const MORE: Readonly<Record<Script, RegExp>> = {
  python: /(?:[-*/%<>|&^@]|==|!=)|(?:if|or|and|in|not|is|for)\b/y,
  javascript: /[?*/%<>|&^-]|[!=]=|(?:in|instanceof)\b/y,
};
const TYPE = /(?:as|satisfies)\s+(?:const\b|[\w.]+(?:<[^<>]*>)?(?:\[\])*)/y;

/** TypeScript: `as const`, `satisfies Policy`, which change no value. */
export function takesType(lexer: Lexer): boolean {
  return lexer.script === 'javascript' && lexer.takes(TYPE);
}
