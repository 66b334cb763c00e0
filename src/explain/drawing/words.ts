/** The texts under a gate, each with shorter ones for narrow places. */
import type { StepWords } from '../types';
import type { GateWords } from './spec';

const SHORTER: Readonly<Record<string, string>> = {
  'None attached': 'None',
  'Does not apply': 'Not for',
  'No Deny matches': 'No Deny',
  '1 Deny matches': '1 Deny',
  'an Allow was found': 'Allow found',
  'nothing allowed it': 'no Allow found',
  'would stop it next': 'next stop',
  'no permission needed': 'this call',
  'no key involved': 'this call',
  'before the session': 'this sign-in',
};

/** `to the root user` is `root user` under `Not for`. */
function shorter(text: string): string {
  const known =
    SHORTER[text] ?? text.replace(/^(\d+) Denies match$/, '$1 Denies').replace(/, no effect$/, '');
  return known.split(', ')[0]!.replace(/^to (a |the )?/, '');
}

export function alternatives(text: string): readonly string[] {
  const short = shorter(text);
  return short === text ? [text] : [text, short];
}

/** `Secret’s policy` is `Secret`, `Resource policy` is `Resource`. */
function shortName(name: string): string {
  return name.replace(/’s policy$/, '’s').replace(/ polic(y|ies)$/, '');
}

export function wordsOf(words: StepWords, look: GateWords['look']): GateWords {
  const { shortName: name, word, detail, tone, number } = words;
  const cut = shortName(name);
  return {
    number,
    names: cut === name ? [name] : [name, cut],
    words: alternatives(word),
    details: alternatives(detail),
    tone,
    look,
  };
}
