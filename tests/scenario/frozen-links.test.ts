/** Links that are out in the world. Append to `tests/links/`; never edit what is there. */
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../src/index';
import { DICTIONARY_1 } from '../../src/formats/dictionary';
import version1 from '../links/version-1.json';

describe('links of version 1 open for ever', () => {
  it.each(version1)('$name', async ({ link, scenario }) => {
    expect(await decodeLink(link)).toEqual(scenario);
  });

  it('dictionary 1 is as it was', () => {
    let sum = 0;
    for (const letter of DICTIONARY_1) sum = (sum * 31 + letter.charCodeAt(0)) % 4_294_967_291;
    expect({ length: DICTIONARY_1.length, sum }).toEqual({ length: 5533, sum: 3695158335 });
  });
});
