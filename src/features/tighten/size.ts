/** `4 statements · 672 of 10,240 characters`: how much of AWS's limit some policies take. */
import { inlineLimit, sizeOf } from '../../audit/least-privilege/limits';
import { counted, numberWord } from './words';

export function sizeWords(documents: readonly unknown[], principal: string | null): string {
  const sum = (of: (document: unknown) => number): number =>
    documents.reduce<number>((total, document) => total + of(document), 0);
  const characters = `${numberWord(sum(sizeOf))} of ${numberWord(inlineLimit(principal))} characters`;
  return `${counted(sum(statementsIn), 'statement')} · ${characters}`;
}

function statementsIn(document: unknown): number {
  const statement = (document as { readonly Statement?: unknown } | null)?.Statement;
  return Array.isArray(statement) ? statement.length : statement === undefined ? 0 : 1;
}
