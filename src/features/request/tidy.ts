/** What is pasted into a field of the request: line breaks, quotes and the comma behind them go. */
export function tidyPasted(text: string): string {
  const line = text.replace(/(?<!\s)\s*[\r\n]\s*/g, '').trim();
  const inner = /^(["'`])(.*)\1,?$/.exec(line.replace(/,$/, ''))?.[2] ?? line;
  // A line of a policy or of an event: `"Resource": "arn:…"`.
  const value = /^"[\w:]+"\s*:\s*"([^"]*)"?$/.exec(line.replace(/,$/, ''))?.[1] ?? inner;
  return value.trim();
}
