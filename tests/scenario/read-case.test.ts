import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/index';
import { encodeLink } from '../../src/index';
import { writeScenarioFile } from '../../src/formats/file';
import { readCase } from '../../src/formats/read-case';

const scenario: Scenario = {
  schema: 2,
  request: { principal: '*', action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
  policies: {},
};

describe('a case from what was handed over', () => {
  it('reads a file and its text', async () => {
    expect(await readCase(writeScenarioFile(scenario), 'file')).toEqual({ kind: 'scenario', scenario });
  });

  it('reads a link, whole, alone, or with words round it', async () => {
    const link = await encodeLink(scenario);
    for (const text of [
      link,
      `#${link}`,
      `https://v.example/#${link}`,
      `See https://v.example/#${link} please`,
    ])
      expect(await readCase(text, 'text'), text).toEqual({ kind: 'link', scenario });
  });

  it.each([
    ['', 'This text is empty.'],
    ['hello', 'This text is not JSON.'],
    ['{ "Statement": [] }', 'This text holds one policy'],
    ['{ "request": 1 }', 'This text is not a case.'],
    ['https://v.example/#1.d.AAAA', 'cut off or was changed'],
  ])('says what is wrong with %j', async (text, words) => {
    const read = await readCase(text, 'text');
    expect(read.kind === 'unreadable' && read.message).toContain(words);
  });
});
