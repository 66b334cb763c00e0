/** A scenario as a file: readable JSON, so that it can be reviewed and kept under version control. */
import type { Scenario } from '../case/scenario';
import { ScenarioError } from '../case/issue';
import { LIMITS } from '../case/limits';
import { parseScenario } from './schema';

/** The text of a scenario's file. */
export function writeScenarioFile(scenario: Scenario): string {
  return `${JSON.stringify(scenario, null, 2)}\n`;
}

/** What a file turned out to hold. A policy or a link is no scenario, but something can be done with it. */
export type OpenedFile =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'policy'; readonly message: string; readonly text: string }
  | { readonly kind: 'link'; readonly message: string; readonly link: string }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Reads the text of a file, or pasted text, that should hold a scenario. Never throws. */
export function readScenarioFile(content: string, source: 'file' | 'text' = 'file'): OpenedFile {
  const it = `This ${source}`;
  const text = content.replace(/^\uFEFF/, '');
  if (text.trim() === '') return unreadable(`${it} is empty.`);
  if (text.length > 2 * LIMITS.characters) return unreadable(`${it} is too large to be a case.`);
  const link = /^\s*(?:https?:\/\/\S*#|#)?(\d+\.[a-z]\.[A-Za-z0-9_-]+)\s*$/.exec(text)?.[1];
  if (link !== undefined)
    return { kind: 'link', message: `${it} holds a link to a case, not the case itself.`, link };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return unreadable(`${it} is not JSON. A case is saved as JSON with a field \`schema\`.`);
  }
  if (isPolicy(json)) {
    const message = `${it} holds one policy, not a whole case. Add it to a layer instead.`;
    return { kind: 'policy', message, text };
  }
  try {
    return { kind: 'scenario', scenario: parseScenario(json) };
  } catch (error) {
    if (error instanceof ScenarioError) return unreadable(`${it} is not a case. ${error.message}`);
    throw error;
  }
}

function unreadable(message: string): OpenedFile {
  return { kind: 'unreadable', message };
}

function isPolicy(json: unknown): boolean {
  return (
    typeof json === 'object' && json !== null && !('request' in json) && Object.hasOwn(json, 'Statement')
  );
}
