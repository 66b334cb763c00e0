/** What is wrong with any drawing: labels that lie over one another, ink outside the sheet, lines that are no lines. */
import { textBox } from '../../src/drawing/draw';
import type { Box, Drawing, Mark } from '../../src/drawing/marks';

type Text = Extract<Mark, { kind: 'text' }>;

export function textsOf(drawing: Pick<Drawing, 'marks'>): readonly string[] {
  return drawing.marks.flatMap((mark) => (mark.kind === 'text' ? [said(mark)] : []));
}

function said({ runs }: Text): string {
  return runs.map((run) => run.text).join(' ');
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function drawingFaults(drawing: Drawing): readonly string[] {
  const faults: string[] = [];
  const { width, height, marks, dots } = drawing;
  const texts = marks.filter((mark): mark is Text => mark.kind === 'text');
  const boxes = texts.map(textBox);
  boxes.forEach((box, at) => {
    if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) {
      faults.push(`\`${said(texts[at]!)}\` leaves the sheet`);
    }
    boxes.slice(at + 1).forEach((other, next) => {
      if (meets(box, other))
        faults.push(`\`${said(texts[at]!)}\` lies over \`${said(texts[at + 1 + next]!)}\``);
    });
  });
  for (const mark of marks) {
    if (mark.kind === 'line') {
      if (/NaN|Infinity|undefined/.test(mark.d)) faults.push(`no line: ${mark.d}`);
      if (leaves(mark.d, width, height)) faults.push(`a line leaves the sheet: ${mark.d}`);
      continue;
    }
    if (mark.kind === 'text') continue;
    const half = mark.kind === 'glyph' ? mark.size / 2 : mark.kind === 'disc' ? mark.r : 0;
    const right = mark.kind === 'box' ? mark.x + mark.width : mark.x + half;
    const bottom = mark.kind === 'box' ? mark.y + mark.height : mark.y + half;
    const inside =
      mark.x - half >= -0.5 && mark.y - half >= -0.5 && right <= width + 0.5 && bottom <= height + 0.5;
    if (!inside) faults.push(`a ${mark.kind} at ${mark.x}, ${mark.y} leaves the sheet`);
  }
  for (const dot of dots)
    if (!(dot.x > 0 && dot.x < width)) faults.push(`the dot ${dot.id} leaves the sheet`);
  return faults;
}

/** Do the absolute places of a path lie outside the sheet? */
function leaves(d: string, width: number, height: number): boolean {
  const outside = (x: number, y: number): boolean => x < -1 || y < -1 || x > width + 1 || y > height + 1;
  for (const [, command, list] of d.matchAll(/([MLCHV])([^A-Za-z]*)/g)) {
    const numbers = (list!.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    if (command === 'H' && numbers.some((x) => outside(x, 0))) return true;
    if (command === 'V' && numbers.some((y) => outside(0, y))) return true;
    if (command === 'H' || command === 'V') continue;
    for (let at = 0; at + 1 < numbers.length; at += 2)
      if (outside(numbers[at]!, numbers[at + 1]!)) return true;
  }
  return false;
}
