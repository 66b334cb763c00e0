/** Words of JavaScript, Python and Go that are values. */
export const WORDS: ReadonlyMap<string, { readonly value: boolean | null }> = new Map([
  ['true', { value: true }],
  ['True', { value: true }],
  ['false', { value: false }],
  ['False', { value: false }],
  ['null', { value: null }],
  ['None', { value: null }],
  ['undefined', { value: null }],
  ['nil', { value: null }],
]);
