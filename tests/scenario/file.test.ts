import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/index';
import { readScenarioFile, writeScenarioFile } from '../../src/formats/file';
import { caseScenarios } from './cases';

const { scenario } = caseScenarios[1]!;

describe('a scenario file', () => {
  it('gives back the scenario', () => {
    expect(readScenarioFile(writeScenarioFile(scenario))).toEqual({ kind: 'scenario', scenario });
    expect(readScenarioFile(`\uFEFF${JSON.stringify(scenario)}`)).toEqual({ kind: 'scenario', scenario });
  });

  it('is laid out for people: two spaces, a line end at the end', () => {
    expect(writeScenarioFile(scenario)).toMatch(
      /^\{\n {2}"schema": 2,\n {2}"request": \{\n {4}"principal"[^]*\}\n$/,
    );
  });

  it('is told from a policy and from a link', async () => {
    const policy = '{"Version":"2012-10-17","Statement":[]}';
    expect(readScenarioFile(policy)).toMatchObject({ kind: 'policy', text: policy });
    const link = await encodeLink(scenario);
    expect(readScenarioFile(`https://verdict.example/#${link}\n`)).toMatchObject({ kind: 'link', link });
    expect(readScenarioFile(`#${link}`)).toMatchObject({ kind: 'link', link });
  });

  it.each([
    ['', /empty/],
    ['\uFEFF \n', /empty/],
    ['hello', /not JSON/],
    ['[]', /must be a JSON object/],
    ['{"schema":1,"request":{},"policies":{}}', /`request.principal`: This must be text/],
    ['{"schema":9}', /newer Verdict/],
  ])('says why %j cannot be opened', (text, message) => {
    const opened = readScenarioFile(text);
    expect(opened.kind).toBe('unreadable');
    expect('message' in opened && opened.message).toMatch(message);
  });
});
