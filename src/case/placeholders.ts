/** References that policies from code hang on: where each stands, and its value. */
import { listPolicies, policyText, type PolicyAddress, type Scenario } from './scenario';

/** The names that have no value yet. */
export function openPlaceholders({ placeholders = {} }: Pick<Scenario, 'placeholders'>): readonly string[] {
  return Object.entries(placeholders).flatMap(([name, value]) => (value === null ? [name] : []));
}

/** Is it a name that the case lists? Nothing else may be taken for one. */
export function isPlaceholder(name: string, { placeholders = {} }: Pick<Scenario, 'placeholders'>): boolean {
  return Object.hasOwn(placeholders, name);
}

/** Gives placeholders their values, everywhere at once; null: not given. Names that the case does not list stay out. */
export function setPlaceholders(
  scenario: Scenario,
  values: Readonly<Record<string, string | null>>,
): Scenario {
  const { placeholders } = scenario;
  if (placeholders === undefined) return scenario;
  const given = new Map(Object.entries(values));
  const next = Object.entries(placeholders).map(([name, value]) => [
    name,
    given.has(name) ? given.get(name)! : value,
  ]);
  return { ...scenario, placeholders: Object.fromEntries(next) as typeof placeholders };
}

/** A text of a statement in which a placeholder stands. */
export interface Occurrence {
  readonly address: PolicyAddress;
  readonly policy: string;
  /** From 0. */
  readonly statement: number;
  readonly sid: string | undefined;
  /** The element, such as `Resource`. */
  readonly element: string;
  /** Of a condition: its key. */
  readonly key?: string;
  readonly text: string;
}

/** Every text of the policies that holds one of some placeholders. Policies that are no JSON have none. */
export function occurrencesOf(
  { policies }: Pick<Scenario, 'policies'>,
  names: readonly string[],
): readonly Occurrence[] {
  const marks = names.map((name) => `\${${name}}`);
  return listPolicies(policies).flatMap(({ address, policy }) =>
    statementsIn(policyText(policy)).flatMap((statement, index) => {
      const sid = typeof statement['Sid'] === 'string' ? statement['Sid'] : undefined;
      return Object.entries(statement).flatMap(([element, value]) =>
        textsIn(value)
          .filter(({ text }) => marks.some((mark) => text.includes(mark)))
          .map(({ text, key }) => ({
            address,
            policy: policy.name,
            statement: index,
            sid,
            element,
            text,
            ...(element === 'Condition' && key !== undefined && { key }),
          })),
      );
    }),
  );
}

/** What the policies have in an element, or under a condition key, each once. */
export function textsOfElement(
  { policies }: Pick<Scenario, 'policies'>,
  element: string,
  key?: string,
): readonly string[] {
  const found = listPolicies(policies).flatMap(({ policy }) =>
    parsedStatements(policyText(policy)).flatMap((statement) =>
      textsIn(statement[element])
        .filter((text) => element !== 'Condition' || text.key?.toLowerCase() === key?.toLowerCase())
        .map(({ text }) => text),
    ),
  );
  return [...new Set(found)];
}

function statementsIn(text: string): readonly Readonly<Record<string, unknown>>[] {
  return text.includes('${') ? parsedStatements(text) : [];
}

function parsedStatements(text: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const document = JSON.parse(text) as { readonly Statement?: unknown } | null;
    const statements = document?.Statement;
    return (Array.isArray(statements) ? (statements as unknown[]) : [statements]).filter(
      (item): item is Readonly<Record<string, unknown>> => typeof item === 'object' && item !== null,
    );
  } catch {
    return [];
  }
}

interface Text {
  readonly text: string;
  readonly key?: string;
}

function textsIn(value: unknown, key?: string): readonly Text[] {
  if (typeof value === 'string') return [{ text: value, ...(key !== undefined && { key }) }];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => [{ text: name }, ...textsIn(item, name)]);
}
