/** What is wrong with something that should have been a scenario. */

export interface ScenarioIssue {
  /** Where: `policies.identity[0].name`, empty for the whole. */
  readonly path: string;
  /** What is wrong there and what is expected, in plain words. */
  readonly message: string;
}

/** `newerVersion`: made by a later version of Verdict; `invalid`: everything else. */
export type ScenarioErrorKind = 'invalid' | 'newerVersion';

/** Thrown by `parseScenario`. Its message is the first issue with its place; `issues` has all of them. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';

  constructor(
    readonly issues: readonly ScenarioIssue[],
    readonly kind: ScenarioErrorKind = 'invalid',
  ) {
    const [first] = issues;
    super(first === undefined ? 'This is not a case.' : placed(first));
  }
}

function placed({ path, message }: ScenarioIssue): string {
  return path === '' ? message : `\`${path}\`: ${message}`;
}

/** `['policies', 'identity', 0, 'a b']` as `policies.identity[0]["a b"]`. */
export function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const name = String(part);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}
