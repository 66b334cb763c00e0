/** Three-valued logic after Kleene. */
import type { Truth } from './evaluation';

export function not(a: Truth): Truth {
  return a === 'yes' ? 'no' : a === 'no' ? 'yes' : 'unknown';
}

export function and(a: Truth, b: Truth): Truth {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes';
}

export function or(a: Truth, b: Truth): Truth {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'no';
}

export function truth(value: boolean): Truth {
  return value ? 'yes' : 'no';
}

/** `yes` when some item is, `no` when all are not. */
export function some<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = 'no';
  for (const item of items) {
    const found = test(item);
    if (found === 'yes') return 'yes';
    if (found === 'unknown') result = 'unknown';
  }
  return result;
}

/** `yes` when all items are, `no` when some is not. */
export function every<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = 'yes';
  for (const item of items) {
    const found = test(item);
    if (found === 'no') return 'no';
    if (found === 'unknown') result = 'unknown';
  }
  return result;
}
