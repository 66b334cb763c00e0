/** Links that are out in the world. Append to `tests/links/`; never edit what is there. */
import { describe, expect, it } from 'vitest';
import { decodeLink, parseScenario } from '../../src/index';
import { DICTIONARY_1 } from '../../src/formats/dictionary';
import version1 from '../links/version-1.json';

describe('links of version 1 open for ever', () => {
  it.each(version1)('$name', async ({ link, scenario }) => {
    const opened = await decodeLink(link);
    expect(opened).toEqual(parseScenario(scenario));
    // Nothing of it is changed but the number of the version, and keys that are now said to be absent.
    const { context = {}, ...request } = opened.request;
    const told = Object.entries(context).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
    const before = { ...request, context: Object.fromEntries(told) };
    expect({ ...opened, schema: 1, request: before }).toEqual({
      ...scenario,
      request: { context: {}, ...scenario.request },
    });
  });

  it('dictionary 1 is as it was', () => {
    let sum = 0;
    for (const letter of DICTIONARY_1) sum = (sum * 31 + letter.charCodeAt(0)) % 4_294_967_291;
    expect({ length: DICTIONARY_1.length, sum }).toEqual({ length: 5533, sum: 3695158335 });
  });
});
