/** A policy in the language that it was pasted in. */
import { listPolicies, policyText, type Placeholders, type Policy, type Scenario } from '../../case/scenario';
import { terraformDocument, terraformLocal } from './terraform';

/** The languages that a policy can be written in, and what each is called. */
export const WRITTEN_LANGUAGES = {
  terraform: 'Terraform',
} as const;

export type WrittenLanguage = keyof typeof WRITTEN_LANGUAGES;

type Write = (name: string, document: unknown, references: ReadonlySet<string>) => string;

const WRITERS: Readonly<Record<WrittenLanguage, Write>> = {
  terraform: (name, document, references) =>
    terraformDocument(name, document, references) ?? terraformLocal(name, document, references),
};

/** The policy as text of a language, its placeholders as references again; undefined where it is no JSON. */
export function writtenIn(
  language: WrittenLanguage,
  policy: Pick<Policy, 'name'> & { readonly text?: string; readonly document?: unknown },
  placeholders: Placeholders = {},
): string | undefined {
  try {
    const document: unknown = JSON.parse(policyText(policy));
    return WRITERS[language](policy.name, document, new Set(Object.keys(placeholders)));
  } catch {
    return undefined;
  }
}

/** All policies of a case, one after another; what is no JSON is left out, and said in a comment. */
export function allWritten(
  language: WrittenLanguage,
  { policies, placeholders }: Pick<Scenario, 'policies' | 'placeholders'>,
): string {
  return listPolicies(policies)
    .map(
      ({ policy }) =>
        writtenIn(language, policy, placeholders) ??
        `# ${policy.name.replace(/\s+/g, ' ')} cannot be read, so it is left out.\n`,
    )
    .join('\n');
}

/** The language that the placeholders of a case come from, by how they are written; undefined where there are none. */
export function languageOf(placeholders: Placeholders = {}): WrittenLanguage | undefined {
  const names = Object.keys(placeholders);
  return names.some((name) => /^(?:aws_\w+|var|local|data|module|each|count)\b.*\./.test(name))
    ? 'terraform'
    : undefined;
}
