/** CDK and Pulumi programs: the policies that are written in them, with references as placeholders. */
import { cutWords, type CodeRead, type CodeReader } from '../types';
import { readSites } from './sites';
import { scan } from './scan';

/** Lines that only Python has; words that JavaScript has, in comments of Python too; words of Python, in texts too. */
const PYTHON_LINE =
  /^[ \t]*(?:from\s+[\w.]+\s+import\b|import\s+[\w.]+(?:\s+as\s+\w+)?[ \t]*$|def\s+\w+\(|class\s+\w.{0,300}:[ \t]*$)/m;
const JAVASCRIPT = /\b(?:const|let|var|new)\s+[\w$]|=>|;[ \t]*$|===/m;
const PYTHON =
  /\b(?:actions|effect|resources|assumed_by)=|\bjson\.dumps\(|\b[fF]["']|["'][ \t]*%[ \t]*[\w(]|\badd_to_\w*policy\(|\b(?:True|False|None)\b|^[A-Za-z_]\w*[ \t]*=[ \t]*[[{]/m;

export function isPython(text: string): boolean {
  return PYTHON_LINE.test(text) || (!JAVASCRIPT.test(text) && PYTHON.test(text));
}

const MAY =
  /\bPolicyStatement\b|\bPolicyDocument\s*[.(]|\bgetPolicyDocument|\bget_policy_document|\badd_?[tT]o_?\w*_?[pP]olicy\(|\baws\.iam\.\w+\(|\bnew\s+(?:\w+\.)*(?:Policy|ManagedPolicy|Role)\(|\b(?:iam|ManagedPolicy)\.(?:Role|Policy|ManagedPolicy|from\w+)\(|\b(?:JSON\.stringify|json\.dumps|jsonStringify|json_dumps)\(/;
/** Longer programs are read as far as this. */
const MAX_PROGRAM = 1_000_000;

export const programReader: CodeReader = {
  mayRead: (text) => MAY.test(text),
  read: (text) => {
    const part = text.slice(0, MAX_PROGRAM);
    const script = isPython(part) ? 'python' : 'javascript';
    const read: CodeRead = readSites(part, scan(part, script));
    if (read.policies.length === 0 && read.notes.length === 0) return undefined;
    return { ...read, notes: [...cutWords(text, MAX_PROGRAM), ...read.notes] };
  },
};
