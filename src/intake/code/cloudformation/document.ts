/** A value of a template as a policy document. */
import { Unread, isRecord, type Json, type Value } from './values';

/**
 * The document that a value is, or that its text holds as JSON.
 * @throws Unread where it is none: a reference to a document that stands elsewhere, or damaged JSON.
 */
export function documentIn(value: Value, at: number): unknown {
  const document = typeof value === 'string' ? fromText(value, at) : value;
  if (!isRecord(document) || !Object.hasOwn(document, 'Statement')) throw new Unread(shown(value), at);
  // A template that breaks off leaves the name of a member where its statement should stand.
  const broken = [document['Statement']].flat().find((each) => !isRecord(each as Json));
  if (broken !== undefined) throw new Unread(`Statement: ${JSON.stringify(broken)}`, at);
  return withTexts(document);
}

function fromText(text: string, at: number): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Unread(shown(text), at);
  }
}

/**
 * Outside of conditions numbers are texts: an account ID that YAML took for a number. CloudFormation sends the text of
 * it; IAM User Guide, "Grammar of the IAM JSON policy language", knows numbers in conditions only.
 */
function withTexts(document: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(document).map(([name, item]) => [name, name === 'Condition' ? item : textOf(item)]),
  );
}

function textOf(value: Json): Json {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map(textOf);
  return isRecord(value) ? withTexts(value) : value;
}

function shown(value: Value): string {
  if (typeof value === 'string') return value.trim().split('\n', 1)[0]!;
  return isRecord(value) ? 'a policy without `Statement`' : 'no policy';
}
