/** What `terraform plan` prints around a configuration: marks of change, values before the change, values to come. */

/** The marks go, and with them what the plan takes away; every letter else stays in its place. */
export function withoutPlanMarks(text: string): string {
  if (!/^[ \t]*[+~][ \t]|\(known after apply\)/m.test(text)) return text;
  return text
    .replace(/^[ \t]*-[ \t]+[^{}[\]\s][^\n]*$/gm, blank)
    .replace(/^([ \t]*)(?:-\/\+|\+\/-|[+~])(?=[ \t])/gm, (mark) => ' '.repeat(mark.length))
    .replace(/"(?:[^"\\\n]|\\.){0,500}"[ \t]*->/g, blank)
    .replace(/# forces replacement/g, blank)
    .replace(/\(known after apply\)/g, (words) => 'known_after_apply'.padEnd(words.length));
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
