/** A case from whatever it was handed over as: its file, its JSON, or a link to it. */
import type { Scenario } from '../case/scenario';
import { readScenarioFile } from './file';
import { decodeLink, LinkError } from './link';

export type ReadCase =
  | { readonly kind: 'scenario' | 'link'; readonly scenario: Scenario }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Never throws: what cannot be read says why. */
export async function readCase(text: string, source: 'file' | 'text'): Promise<ReadCase> {
  const opened = readScenarioFile(text, source);
  switch (opened.kind) {
    case 'scenario':
      return opened;
    case 'policy':
      return { kind: 'unreadable', message: opened.message };
    case 'link':
      return fromLink(opened.link);
    case 'unreadable':
      // Mail and chat break links in ways that only unpacking can see through.
      return /#\s*\d/.test(text) && !text.trimStart().startsWith('{')
        ? fromLink(text)
        : { kind: 'unreadable', message: opened.message };
  }
}

async function fromLink(link: string): Promise<ReadCase> {
  try {
    return { kind: 'link', scenario: await decodeLink(link) };
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return { kind: 'unreadable', message: error.message };
  }
}
