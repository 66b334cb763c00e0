/** Policies are read and prepared once, and then matched against any number of requests. */
import { readPolicyDocument, readPolicyText } from '../language/document';
import type { Problem, ReadPolicy } from '../language/document';
import type { PolicyForm } from '../language/forms';
import type { PolicyTree } from '../language/policy';
import { keysOf } from './keys-read';
import { Alike } from './match/alike';
import { Statement } from './match/statement';
import type { Policy } from '../case/scenario';

/** A policy that could be read. What only the telling needs is worked out on first sight. */
class ReadableCompiled {
  readonly kind = 'readable';
  readonly statements: readonly Statement[];
  #keys: ReadonlyMap<string, string> | undefined;

  constructor(private readonly tree: PolicyTree) {
    const alike = new Alike(tree.variables);
    this.statements = tree.statements.map((node) => new Statement(node, alike));
  }

  /** The keys of its conditions and variables: by lower-case name, as AWS spells them or as first written. */
  get keys(): ReadonlyMap<string, string> {
    return (this.#keys ??= keysOf(this.tree.statements));
  }

  /** Some Allow is for listed resources only. */
  get narrowAllow(): boolean {
    return this.tree.statements.some(
      ({ effect, resource }) =>
        effect === 'Allow' && resource?.values.some((value) => value !== '*') === true,
    );
  }
}

export type Compiled = ReadableCompiled | { readonly kind: 'unreadable'; readonly problem: Problem };

type ByForm = Map<PolicyForm, Compiled>;

/** Documents are never changed in place: an edit makes a new one. */
const byDocument = new WeakMap<object, ByForm>();
const byText = new Map<string, ByForm>();
const TEXTS_KEPT = 256;
/** In characters: enough for any real case; texts of many megabytes do not pile up while someone types. */
const KEPT_LENGTH = 4_000_000;
let keptLength = 0;

function compile(read: ReadPolicy): Compiled {
  return read.kind === 'unreadable' ? read : new ReadableCompiled(read.tree);
}

function remembered(forms: ByForm, form: PolicyForm, read: () => ReadPolicy): Compiled {
  let compiled = forms.get(form);
  if (!compiled) {
    compiled = compile(read());
    forms.set(form, compiled);
  }
  return compiled;
}

function forgetOldest(): void {
  for (const text of byText.keys()) {
    if (byText.size <= 1 || (byText.size <= TEXTS_KEPT && keptLength <= KEPT_LENGTH)) return;
    byText.delete(text);
    keptLength -= text.length;
  }
}

function formsOfText(text: string): ByForm {
  let forms = byText.get(text);
  if (!forms) {
    forms = new Map();
    byText.set(text, forms);
    keptLength += text.length;
    forgetOldest();
  }
  return forms;
}

function formsOfDocument(document: object): ByForm {
  let forms = byDocument.get(document);
  if (!forms) {
    forms = new Map();
    byDocument.set(document, forms);
  }
  return forms;
}

/** The policy, ready to be matched as a policy of one form. */
export function compilePolicy(policy: Policy, form: PolicyForm): Compiled {
  const { text, document } = policy;
  if (text !== undefined) return remembered(formsOfText(text), form, () => readPolicyText(text, form));
  const read = (): ReadPolicy => readPolicyDocument(document, form);
  if (typeof document !== 'object' || document === null) return compile(read());
  return remembered(formsOfDocument(document), form, read);
}
