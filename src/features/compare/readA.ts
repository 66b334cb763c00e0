/** A case to compare with, from whatever was pasted: a case, a link, one policy, or the name of one of AWS's policies. */
import { addPolicy, setPolicyText } from '../../case/edits';
import { listPolicies, type PolicyAddress, type Scenario } from '../../case/scenario';
import { isAwsManaged } from '../../catalog/aws-managed';
import { readCase } from '../../formats/read-case';

export type ReadA =
  | { readonly kind: 'case'; readonly scenario: Scenario; readonly said: string }
  | { readonly kind: 'unreadable'; readonly message: string }
  /** AWS's documents are not in the page: the commands that print one. */
  | { readonly kind: 'commands'; readonly name: string; readonly commands: readonly string[] };

function commandsFor(name: string): readonly string[] {
  const arn = name.startsWith('arn:') ? name : `arn:aws:iam::aws:policy/${name}`;
  return [
    `aws iam get-policy --policy-arn ${arn} --query Policy.DefaultVersionId --output text`,
    `aws iam get-policy-version --policy-arn ${arn} --version-id VERSION --query PolicyVersion.Document`,
  ];
}

/** Does the text look like one policy document? */
function isPolicy(text: string): boolean {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && 'Statement' in json;
  } catch {
    return /"Statement"\s*:/.test(text) && !/"policies"\s*:/.test(text);
  }
}

/** The case on the page with one policy as it was: the one that is open, else the first, else a new one. */
function withPolicy(present: Scenario, open: PolicyAddress | undefined, text: string): ReadA {
  const all = listPolicies(present.policies);
  const found = all.find(({ address }) => JSON.stringify(address) === JSON.stringify(open)) ?? all[0];
  if (!found)
    return {
      kind: 'case',
      scenario: addPolicy(present, 'identity', { name: 'Pasted', text }).scenario,
      said: 'The pasted policy is an identity-based policy of this caller.',
    };
  return {
    kind: 'case',
    scenario: setPolicyText(present, found.address, text),
    said: `It is this case with ${found.policy.name} as pasted.`,
  };
}

/** Never throws: what cannot be read says why. */
export async function readA(
  written: string,
  source: 'file' | 'text',
  present: Scenario,
  open: PolicyAddress | undefined,
): Promise<ReadA> {
  const text = written.trim();
  if (/^[\w+=,.@:/-]+$/.test(text) && isAwsManaged(text))
    return { kind: 'commands', name: text.split('/').at(-1)!, commands: commandsFor(text) };
  if (isPolicy(text)) return withPolicy(present, open, text);
  const found = await readCase(written, source);
  return found.kind === 'unreadable' ? found : { kind: 'case', scenario: found.scenario, said: '' };
}
