/** What the AWS CLI prints with `--output yaml`, and policies written so. Templates with functions are none of these. */
import { isAlias, isScalar, parseDocument, visit } from 'yaml';

/** Longer texts in YAML come from no command that names policies. */
const MAX_YAML = 400_000;

/** Members that only AWS's answers and policies have, at the start of a line. */
const MEMBER =
  /^[ \t]*(?:- )?["']?(?:(?:Version|Statement|PolicyDocument|AssumeRolePolicyDocument|Document|PolicyName|Policy|Effect|Arn|UserId|DecodedMessage|evaluatedEffect|matchedPolicies|attachedTo|eventName):(?:\s|$)|(?:EvaluationResults|Policies|PolicyVersion|Role|User|AttachedPolicies|PolicyNames|requestContext|evaluations)["']?:[ \t]*$)/m;

/** The value of a text in YAML; undefined where it is none, or holds what only a template can resolve. */
export function yamlIn(text: string): unknown {
  if (text.length > MAX_YAML || !MEMBER.test(text)) return undefined;
  // The command that was typed stands before its answer.
  const answer = text.replace(/^(?:[ \t]*[$>%][ \t][^\n]*\n)+/, '');
  try {
    const document = parseDocument(answer, { schema: 'core', uniqueKeys: true, logLevel: 'silent' });
    if (document.errors.length > 0) return undefined;
    const foreign: unknown[] = [];
    visit(document, {
      // A name is a text: `Null:` is an operator, not the value null.
      Pair: (_, { key }) => {
        if (isScalar(key) && typeof key.value !== 'string') key.value = key.source;
      },
      Node: (_, node) => {
        // Tags such as !Ref are functions, and an alias repeats what stands elsewhere.
        if (isAlias(node) || node.tag?.startsWith('tag:yaml.org') === false) {
          foreign.push(node);
          return visit.BREAK;
        }
        return undefined;
      },
    });
    const value: unknown = foreign.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
    return typeof value === 'object' && value !== null && !isTemplate(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** CloudFormation, SAM and Serverless: their policies are parts of a template. So are those of Pulumi where they refer to something. */
function isTemplate(value: object): boolean {
  if (Reflect.get(value, 'runtime') === 'yaml') return JSON.stringify(value).includes('${');
  return ['Resources', 'resources', 'provider', 'functions', 'AWSTemplateFormatVersion'].some((name) =>
    Object.hasOwn(value, name),
  );
}
