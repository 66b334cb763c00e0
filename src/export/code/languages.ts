/** One policy in the language that it was pasted in. */
import { isLeveled, isList } from '../../case/layers';
import type { Placeholders, Policy, PolicyAddress, Scenario } from '../../case/scenario';
import type { CodeLanguage } from '../../intake/code/types';
import { toCdk } from './cdk';
import { toCloudFormation } from './cloudformation';
import { toTerraform } from './terraform';

export type WrittenLanguage = 'terraform' | 'cloudFormation' | 'cdk';

interface Writer {
  readonly name: string;
  readonly write: (scenario: Scenario) => string | undefined;
}

/** The languages that policies can be written in. */
export const WRITERS: Readonly<Record<WrittenLanguage, Writer>> = {
  terraform: { name: 'Terraform', write: toTerraform },
  cloudFormation: { name: 'CloudFormation', write: toCloudFormation },
  cdk: { name: 'CDK', write: toCdk },
};

/** What a policy of each language is written in again; undefined where it is not. */
const AGAIN: Readonly<Record<CodeLanguage, WrittenLanguage | undefined>> = {
  terraform: 'terraform',
  terraformPlan: 'terraform',
  cloudFormation: 'cloudFormation',
  sam: 'cloudFormation',
  serverless: 'cloudFormation',
  cdk: 'cdk',
  pulumi: undefined,
  program: undefined,
  workflow: undefined,
};

/** The policy of one place as text of a language, its placeholders as references again; undefined where it cannot be. */
export function writtenIn(
  language: WrittenLanguage,
  scenario: Scenario,
  { layer }: PolicyAddress,
  policy: Policy,
): string | undefined {
  const value = isLeveled(layer)
    ? [{ target: 'Root', policies: [policy] }]
    : isList(layer)
      ? [policy]
      : policy;
  return WRITERS[language].write({ ...scenario, policies: { [layer]: value } });
}

/** The language of a case: that of its placeholders, by how they are written, else that of the code pasted last. */
export function languageOf(
  placeholders: Placeholders = {},
  pasted: CodeLanguage | undefined,
): WrittenLanguage | undefined {
  const names = Object.keys(placeholders);
  if (names.some((name) => TERRAFORM.test(name))) return 'terraform';
  return pasted === undefined ? undefined : AGAIN[pasted];
}

/** Terraform, "References to Named Values". */
const TERRAFORM = /^(?:aws_\w+|var|local|data|module|each|count)\b.*\./;
