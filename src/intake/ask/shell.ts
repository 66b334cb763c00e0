/** A word as a POSIX shell takes it: bare where that is safe, else in single quotation marks. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}

/** A command on several lines, one option a line. */
export function shellCommand(
  command: string,
  options: readonly (readonly [name: string, ...values: string[]])[],
): string {
  const lines = options.map(([name, ...values]) => [name, ...values.map(shellWord)].join(' '));
  return [command, ...lines].join(' \\\n  ');
}
