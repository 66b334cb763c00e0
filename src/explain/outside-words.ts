/** What the proof says of who gets in from outside, in words. */
import type { Request } from '../case/scenario';
import type { Answer } from '../reasoning/comparison';
import type { OutsideAnswer } from '../reasoning/questions/outside';
import { reasonWords } from './comparison-words';

export interface OutsideLine {
  /** Code stands between backticks. */
  readonly text: string;
  readonly tone: 'warn' | 'plain' | 'unknown';
  /** The request that shows it. */
  readonly witness?: Request;
}

function line(answer: Answer, yes: string, no: string): OutsideLine {
  const { witness, undecided = [] } = answer;
  switch (answer.answer) {
    case 'yes':
      return { text: yes, tone: 'warn', ...(witness && { witness }) };
    case 'no':
      return { text: no, tone: 'plain' };
    case 'undecided':
      return { text: `Not decided: ${undecided.map(reasonWords).join(' ')}`, tone: 'unknown' };
  }
}

const shown = ({ witness }: Answer): string =>
  witness ? `, for example \`${witness.principal}\` with \`${witness.action}\`` : '';

/** Three answers: anyone outside, AWS's services, and whether it is public as AWS means it. */
export function outsideLines(outside: OutsideAnswer, open: Answer): readonly OutsideLine[] {
  const { services } = outside;
  return [
    line(
      outside,
      `Somebody outside gets in${shown(outside)}.`,
      'Nobody outside gets in: proved for every caller, action, resource and condition key.',
    ),
    ...(services.answer === 'no'
      ? []
      : [line(services, `AWS services get in${shown(services)}.`, '')].map((one): OutsideLine =>
          one.tone === 'warn' ? { ...one, tone: 'plain' } : one,
        )),
    line(
      open,
      'It is public as AWS means it: a stranger of whom the policy names nothing gets in.',
      'It is not public as AWS means it: proved.',
    ),
  ];
}
