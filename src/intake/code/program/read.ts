/** CDK and Pulumi programs, in JavaScript, TypeScript, Python, Java, C# and Go: the policies that are written in them, with references as placeholders. */
import { cutWords, type CodeRead, type CodeReader } from '../types';
import { asJavaScript } from './foreign';
import { foreignLanguage } from './foreign-forms';
import { readSites } from './sites';
import { scan } from './scan';

/** Lines that only Python has; words that JavaScript has, in comments of Python too; words of Python, in texts too. */
const PYTHON_LINE =
  /^[ \t]*(?:from\s+[\w.]+\s+import\b|import\s+[\w.]+(?:\s+as\s+\w+)?[ \t]*$|def\s+\w+\(|class\s+\w.{0,300}:[ \t]*$)/m;
const JAVASCRIPT = /\b(?:const|let|var|new)\s+[\w$]|=>|;[ \t]*$|===/m;
const PYTHON =
  /\b(?:actions|effect|resources|assumed_by|statements?)=|\bjson[._]dumps\(|\b[fF]["']|["'][ \t]*%[ \t]*[\w(]|\badd_to_\w*policy\(|\b(?:True|False|None)\b|^[A-Za-z_]\w*[ \t]*=[ \t]*[[{]/m;

export function isPython(text: string): boolean {
  return PYTHON_LINE.test(text) || (!JAVASCRIPT.test(text) && PYTHON.test(text));
}

const MAY =
  /\bPolicyStatement\b|\bPolicyDocument\s*[.(]|\bgetPolicyDocument|\bDataAwsIamPolicyDocument|\bget_policy_document|\badd_?[tT]o_?\w*_?[pP]olicy\(|\baws\.iam\.\w+\(|\b(?:aws)?iam\.New\w+\(|\bnew\s+(?:\w+\.)*(?:Policy|ManagedPolicy|Role)\(|\b(?:iam|ManagedPolicy)\.(?:Role|Policy|ManagedPolicy|from\w+)\(|\b(?:JSON\.stringify|json\.dumps|jsonStringify|json_dumps)\(/;
/** Pulumi in C# and in Go. */
const PULUMI = /\bpulumi\b|\bAws\.Iam\b/;
/** Longer programs are read as far as this. */
const MAX_PROGRAM = 1_000_000;

export const programReader: CodeReader = {
  mayRead: (text) => MAY.test(text),
  read: (text) => {
    const part = text.slice(0, MAX_PROGRAM);
    const foreign = foreignLanguage(part);
    const script = foreign === undefined && isPython(part) ? 'python' : 'javascript';
    const program = foreign === undefined ? part : asJavaScript(part, foreign);
    const read: CodeRead = readSites(program, scan(program, script));
    if (read.policies.length === 0 && read.notes.length === 0) return undefined;
    const language = foreign !== undefined && PULUMI.test(part) ? 'pulumi' : read.language;
    return { ...read, language, notes: [...cutWords(text, MAX_PROGRAM), ...read.notes] };
  },
};
