/**
 * C# and Go, written so that the reader of JavaScript reads them: what they call objects, lists and members otherwise is put in
 * its form, letter for letter in the same place, so that lines and columns stay. AWS CDK Developer Guide, "Working with the
 * AWS CDK in C#", "… in Go". What is none of these forms stays as it is.
 */

import { RAW } from './lexer';
import {
  ASIDE,
  GO_WORDS,
  KEY,
  MEMBER,
  METHOD,
  OPENERS,
  TYPED,
  WORD,
  type Frame,
  type Language,
} from './foreign-forms';

/** The program in the form of JavaScript, of the same length. Work is linear. */
export function asJavaScript(text: string, language: Language): string {
  return new Rewriter(text, language).text();
}

class Rewriter {
  private readonly out: string[];
  private readonly frames: Frame[] = [];
  private at = 0;
  /** Behind an opening bracket or a comma. */
  private fresh = true;

  constructor(
    private readonly source: string,
    private readonly language: Language,
  ) {
    // By units of UTF-16, as offsets count.
    this.out = source.split('');
  }

  text(): string {
    while (this.at < this.source.length) this.step();
    return this.out.join('');
  }

  private step(): void {
    const { source, language } = this;
    const letter = source[this.at]!;
    if (/\s/.test(letter)) {
      this.at += 1;
      return;
    }
    const aside = this.take(ASIDE[language]);
    if (aside !== undefined) {
      // `@"…"` and `$@"…"` are texts to the letter: without a backslash they are as any other.
      if (aside.startsWith('`')) {
        this.put(this.at - aside.length, RAW);
        this.put(this.at - 1, RAW);
      }
      const mark = aside.search(/@/);
      if (mark >= 0 && mark < 2 && !aside.includes('\\') && !aside.slice(3, -1).includes('"'))
        this.put(this.at - aside.length + mark, ' ');
      if (!aside.startsWith('/')) this.fresh = false;
      return;
    }
    const { fresh } = this;
    this.fresh = false;
    if (this.opens() || (fresh && this.member()) || this.bracket(letter) || this.word()) return;
    if (letter === ',') {
      this.fresh = true;
      if (this.frames.at(-1) === 'pair') this.put(this.at, ':');
    }
    this.at += 1;
  }

  private opens(): boolean {
    const { pattern, frame } = OPENERS[this.language];
    const start = this.at;
    const words = this.take(pattern);
    if (words === undefined) return false;
    const held = frame(words);
    this.blank(start, this.at - 1);
    if (held === 'list') this.put(this.at - 1, '[');
    this.open(held);
    return true;
  }

  /** `Name =` and `Name:` begin with a small letter; `["name"] =` is a name too. */
  private member(): boolean {
    const { language } = this;
    const frame = this.frames.at(-1);
    const start = this.at;
    if (frame === 'dictionary' && language === 'csharp') {
      const key = this.take(KEY);
      if (key === undefined) return false;
      this.put(start, ' ');
      this.put(start + key.lastIndexOf(']'), ' ');
      this.put(this.at - 1, ':');
      return true;
    }
    if (frame !== 'members') return false;
    const name = this.take(MEMBER[language]);
    if (name === undefined) return false;
    this.put(start, name[0]!.toLowerCase());
    this.put(this.at - 1, ':');
    return true;
  }

  private bracket(letter: string): boolean {
    if ('([{'.includes(letter)) {
      const around = this.frames.at(-1);
      const held = letter !== '{' ? 'other' : this.language === 'go' ? inGo(around) : inCSharp(around);
      if (held === 'pair') this.put(this.at, ' ');
      this.at += 1;
      this.open(held);
      return true;
    }
    if (!')]}'.includes(letter)) return false;
    const held = this.frames.pop();
    if (held === 'list') this.put(this.at, ']');
    if (held === 'pair') this.put(this.at, ' ');
    this.at += 1;
    return true;
  }

  /** Names that JavaScript's reader knows otherwise. */
  private word(): boolean {
    const start = this.at;
    const method = this.take(METHOD);
    if (method !== undefined) {
      this.put(start + 1, method[1]!.toLowerCase());
      return true;
    }
    if (this.language === 'go') {
      if (this.take(GO_WORDS.list) !== undefined) {
        this.blank(start, this.at - 1);
        this.put(this.at - 1, '[');
        this.open('list');
        return true;
      }
      const value = this.take(GO_WORDS.value);
      if (value !== undefined) {
        this.blank(start, this.at);
        return true;
      }
      if (this.take(GO_WORDS.make) !== undefined) {
        this.blank(start + 1, this.at);
        return true;
      }
      if (this.take(GO_WORDS.effect) !== undefined) {
        this.put(this.at - 1, '.');
        return true;
      }
      if (this.take(GO_WORDS.pointed) !== undefined) {
        this.put(start, ' ');
        return true;
      }
    } else if (this.take(TYPED) !== undefined) {
      this.blank(start, this.at);
      for (const [index, each] of ['v', 'a', 'r'].entries()) this.put(this.at - 3 + index, each);
      return true;
    }
    return this.take(WORD) !== undefined;
  }

  private open(frame: Frame): void {
    this.frames.push(frame);
    this.fresh = true;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private put(at: number, letter: string): void {
    this.out[at] = letter;
  }

  /** Line ends stay. */
  private blank(from: number, to: number): void {
    for (let at = from; at < to; at += 1) if (this.out[at] !== '\n') this.out[at] = ' ';
  }
}

/** A bracket without words before it: in Go a member of a list or a map whose type is told once. */
function inGo(around: Frame | undefined): Frame {
  return around === 'list' || around === 'dictionary' ? 'members' : 'other';
}

function inCSharp(around: Frame | undefined): Frame {
  return around === 'dictionary' ? 'pair' : 'other';
}
