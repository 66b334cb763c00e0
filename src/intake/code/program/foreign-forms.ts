/** What C# and Go write otherwise than JavaScript: objects, lists, members, texts. C# language reference; The Go Programming Language Specification. */

export type Language = 'csharp' | 'go';

const CSHARP =
  /\bnew\s{1,20}(?:\w{1,60}\.){0,6}\w{1,60}(?:Props|Args)\s{0,100}\{|\bnew\s{0,20}\(\)\s{0,100}\{|\bnew(?:\s{1,20}\w{1,60})?\s{0,20}\[\]\s{0,100}\{|\bnew\s{1,20}Dictionary</;
const GO = /\bjsii\.(?:String|Strings|Bool|Number)\(|\bpulumi\.String\(|&\w{1,60}\.\w{1,80}(?:Props|Args)\{/;

/** The language of a program, where it is one of these. */
export function foreignLanguage(text: string): Language | undefined {
  return GO.test(text) ? 'go' : CSHARP.test(text) ? 'csharp' : undefined;
}

/** What a bracket holds: `pair` is a name and a value of a dictionary of C#. */
export type Frame = 'members' | 'dictionary' | 'list' | 'pair' | 'other';

/** Where something is opened, up to its bracket: what it holds, by the words before it. */
interface Opener {
  readonly pattern: RegExp;
  readonly frame: (words: string) => Frame;
}

export const OPENERS: Readonly<Record<Language, Opener>> = {
  csharp: {
    pattern:
      /(?<![\w.])new(?:\s{1,20}[\w.]{1,120})?(?:<[^<>(){}]{0,120}(?:<[^<>(){}]{0,120}>)?[^<>(){}]{0,40}>)?\??\s{0,20}(\[\])?\s{0,20}(?:\(\s{0,20}\))?\s{0,200}\{/y,
    frame: (words) =>
      words.includes('[]') || /\b(?:List|HashSet|InputList)\b/.test(words)
        ? 'list'
        : /\b(?:Dictionary|InputMap)\b/.test(words)
          ? 'dictionary'
          : 'members',
  },
  go: {
    pattern:
      /(?<![\w\])}])&?(?:map\[\w{1,40}\]\*?(?:interface\{\}|any|\[\]\*?\w{1,40}|[\w.]{1,80})|\[\]\*?(?:interface\{\}|map\[\w{1,40}\](?:interface\{\}|any|\w{1,40})|[\w.]{1,80})|[\w.]{1,80}(?:Props|Args|Array|Map))\{/y,
    frame: (words) =>
      /^&?\[\]|Array\{$/.test(words) ? 'list' : /map\[|Map\{$/.test(words) ? 'dictionary' : 'members',
  },
};

/** Texts and comments, whose letters are none of the program's. */
export const ASIDE: Readonly<Record<Language, RegExp>> = {
  csharp:
    /(?:\$@|@\$|@|\$)?"(?:[^"\\\n]|\\[^]){0,5000}"|'(?:[^'\\\n]|\\.){1,10}'|\/\/[^\n]*|\/\*[^]{0,5000}?\*\//y,
  go: /"(?:[^"\\\n]|\\.){0,5000}"|`[^`]{0,20000}`|\/\/[^\n]*|\/\*[^]{0,5000}?\*\//y,
};

/** Methods of the CDK, which JavaScript begins with a small letter. */
export const METHOD =
  /\.(?:Add(?:To\w{0,40}Policy|Statements|ManagedPolicy|Actions|NotActions|Resources|NotResources|Conditions?|\w{0,40}Principals?)|Grant\w{0,40}|From[A-Z]\w{0,60}|WithConditions|GetAtt|Join|Sub|Select|Split|ImportValue)(?=\s{0,40}\()/y;
/** A member, or in Go a field, by its name. */
export const MEMBER: Readonly<Record<Language, RegExp>> = {
  csharp: /[A-Z]\w{0,80}\s{0,100}=(?![=>])/y,
  go: /[A-Z]\w{0,80}\s{0,20}:(?!=)/y,
};
/** C#: `["name"] =` in a dictionary. */
export const KEY = /\[\s{0,20}"[^"\n]{0,300}"\s{0,20}\]\s{0,40}=/y;
/** C#: the type of a variable, where it is no `var`. */
export const TYPED = /(?<=^|[;{}]\s{0,400}|\n\s{0,400})[A-Z]\w{2,80}(?=\s{1,20}\w{1,80}\s{0,20}=(?![=>]))/y;

export const GO_WORDS = {
  /** A list of texts. */
  list: /\bjsii\.Strings\(/y,
  /** What only makes a value of another type of it. */
  value: /\b(?:(?:jsii|pulumi)\.(?:String|Bool|Number|Any|Int|Float64)|string)(?=\()/y,
  /** What JavaScript calls by the name of the class. */
  make: /\.New(?=[A-Z]\w{0,80}\()/y,
  effect: /\bEffect_(?=ALLOW|DENY)/y,
  /** What a pointer points to. */
  pointed: /(?<=[(,{:=]\s{0,40})\*(?=[A-Za-z_])/y,
} as const;

export const WORD = /[A-Za-z_]\w*/y;
