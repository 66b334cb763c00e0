/** Policies, names of policies and facts that stand in answers of commands, as evidence. */
import { isPage } from '../account/read';
import { factsIn } from './facts';
import { listsNames, namedIn, namedWords } from './named';
import type { Evidence, EvidencePolicy } from './types';
import { at, type JsonObject } from './values';

/** What a paste says by its policies and answers alone; undefined where it holds none. `objects` are all that stand in it. */
export function readPolicies(
  objects: readonly JsonObject[],
  policies: readonly EvidencePolicy[],
): Evidence | undefined {
  const account = objects.find(isPage);
  const named = namedIn(objects);
  const notes = named.map(namedWords).slice(0, MAX_NAMED_NOTES);
  if (account !== undefined) {
    const cut = at(account, 'IsTruncated') === true ? ['The output is cut off: AWS had more to list.'] : [];
    return {
      kind: 'account',
      policies,
      notes: [
        ...cut,
        'It covers a whole account: choose the user or role that the request comes from.',
        ...notes,
      ],
    };
  }
  const facts = factsIn(objects);
  if (policies.length === 0 && !listsNames(objects) && Object.keys(facts).length === 0) return undefined;
  return {
    kind: 'policy',
    policies,
    ...(named.length > 0 && { named }),
    ...facts,
    notes: [
      ...notes,
      ...(policies.length + named.length === 0 && Object.keys(facts).length === 0 ? [NAMES_ALONE] : []),
      ...unresolved(policies.filter(({ code }) => code === undefined)),
    ],
  };
}

const NAMES_ALONE =
  'These are names of policies alone: neither their texts nor who has them is in it. Paste what `aws iam get-policy-version` prints of one.';

/** More are counted, not listed. */
const MAX_NAMED_NOTES = 50;

/** AWS CloudFormation User Guide, "Intrinsic function reference"; Terraform, "References to Named Values". */
function unresolved(policies: readonly EvidencePolicy[]): readonly string[] {
  const texts = policies.map(({ document }) => JSON.stringify(document));
  const reference = texts.map((text) => REFERENCE.exec(text)?.[0]).find((found) => found !== undefined);
  return [
    ...(texts.some((text) => /"(?:Ref|Fn::[A-Za-z]+)":/.test(text))
      ? ['Functions of CloudFormation (Ref, Fn::…) are not resolved; put the values in their place.']
      : []),
    ...(reference === undefined
      ? []
      : [`Terraform’s references such as \`${reference}\` are not resolved; put the values in their place.`]),
  ];
}

/** IAM's own variables have a colon where Terraform's references have a dot. */
const REFERENCE = /\$\{(?:var|local|data|module|each|self|aws_\w{1,60})\.[^}]{1,120}\}/;
