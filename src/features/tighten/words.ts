/** Days and numbers as the place writes them. */

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** `2 Nov 2026`; the text itself where it is no time. */
export function dayWord(time: string): string {
  const at = Date.parse(time);
  return Number.isNaN(at) ? time : DAY.format(at);
}

/** `2 Nov, 04:00`, in UTC as AWS records it. */
export function momentWord(time: string): string {
  const at = Date.parse(time);
  return Number.isNaN(at) ? time : `${SHORT.format(at)}, ${CLOCK.format(at)}`;
}

/** `1–2 Nov 2026`. */
export function spanWord(from: string | undefined, to: string | undefined): string {
  if (from === undefined || to === undefined) return '';
  const [one, other] = [dayWord(from), dayWord(to)];
  return one === other ? one : `${one} – ${other}`;
}

export function numberWord(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 event`, `2 events`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberWord(count)} ${count === 1 ? one : many}`;
}

/** Whole days from one time to another. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
