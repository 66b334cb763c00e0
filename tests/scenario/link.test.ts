import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/index';
import { LinkError, decodeLink, emptyScenario, encodeLink } from '../../src/index';
import { fromBase64Url, toBase64Url } from '../../src/formats/base64';
import { caseScenarios } from './cases';
import { anyScenario } from './any-scenario';

const plainLink = (json: string): string => `2.p.${Buffer.from(json).toString('base64url')}`;

async function errorOf(link: string): Promise<LinkError> {
  const error: unknown = await decodeLink(link).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof LinkError) return error;
  throw new Error(`no LinkError: ${String(error)}`);
}

const example: Scenario = {
  schema: 2,
  title: 'Two teams, one bucket',
  request: {
    principal: 'arn:aws:iam::111122223333:user/zoë',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
  },
  policies: {
    identity: [{ name: 'Draft', text: '{\r\n\t"Version": "2012-10-17",  // “unfinished”\ud800 \n' }],
  },
};

describe('a link', () => {
  it.each(caseScenarios)('carries $name', async ({ scenario }) => {
    expect(await decodeLink(await encodeLink(scenario))).toEqual(scenario);
  });

  it('carries any scenario, texts to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, async (scenario) => {
        expect(await decodeLink(await encodeLink(scenario))).toEqual(scenario);
      }),
    );
  });

  it('keeps the order of keys in a document', async () => {
    const document = { b: 1, a: [{ d: '', c: null }], Version: '2012-10-17' };
    const scenario: Scenario = { ...emptyScenario(), policies: { resource: { name: '', document } } };
    const opened = await decodeLink(await encodeLink(scenario));
    expect(JSON.stringify(opened.policies.resource)).toBe(JSON.stringify({ name: '', document }));
  });

  it('shows version and codec without unpacking, and uses only characters that no one escapes', async () => {
    expect(await encodeLink(example)).toMatch(/^2\.d\.[A-Za-z0-9_-]+$/);
  });

  it('leaves defaults out', async () => {
    const padded: Scenario = {
      ...example,
      notes: '',
      tests: [],
      policies: {
        identity: [{ ...(example.policies.identity as readonly object[])[0], name: 'Draft', off: false }],
      },
    };
    expect(await encodeLink(padded)).toBe(await encodeLink(example));
    expect((await encodeLink(emptyScenario())).length).toBeLessThan(32);
  });

  it('stays short: a request with one policy is under 200 characters', async () => {
    expect((await encodeLink(caseScenarios[1]!.scenario)).length).toBeLessThan(260);
  });

  it('can be written by hand with the plain codec', async () => {
    expect(await decodeLink(plainLink('{}'))).toEqual(emptyScenario());
    expect(await decodeLink(plainLink('{"schema":2,"request":{"action":"s3:*"}}'))).toEqual({
      ...emptyScenario(),
      request: { principal: '', action: 's3:*', resource: '' },
    });
  });
});

describe('a link that was handled on its way', () => {
  const damages: Record<string, (link: string) => string> = {
    'with #': (link) => `#${link}`,
    'as a whole address': (link) => `https://verdict.example/app/?a=b#${link}`,
    'with spaces around': (link) => `\n  ${link} \r\n`,
    'ending a sentence': (link) => `${link}.`,
    'in brackets': (link) => `#${link})`,
    'in angle brackets': (link) => `${link}>`,
    'in quotation marks': (link) => `${link}"`,
    'with words after it': (link) => `${link} (see the policy)`,
    'with tracking parameters': (link) => `${link}&utm_source=chat`,
    'with percent signs': (link) => `%23${link.replaceAll('.', '%2E').replaceAll('-', '%2D')}`,
    'with percent signs twice over': (link) => link.replaceAll('.', '%252E'),
    'broken over lines': (link) => link.replace(/.{60}/g, '$&\n   '),
    'broken by mail': (link) => link.replace(/.{60}/g, '$&=\r\n'),
    'quoted in a reply': (link) => `> ${link.replace(/.{60}/g, '$&\n> ')}`,
    'with zero-width spaces': (link) => link.replace(/.{40}/g, '$&\u200b'),
    'with dashes set': (link) => link.replaceAll('--', '\u2014').replaceAll('-', '\u2011'),
    'in the other base64 alphabet': (link) => `${link.replaceAll('-', '+').replaceAll('_', '/')}==`,
  };
  it.each(Object.entries(damages))('opens %s', async (_, damage) => {
    for (const { scenario } of caseScenarios.slice(0, 40))
      expect(await decodeLink(damage(await encodeLink(scenario)))).toEqual(scenario);
  });
});

describe('a link that cannot be opened', () => {
  it.each([
    ['nothing', '', 'malformed', /missing/],
    ['only a #', '#', 'malformed', /missing/],
    ['something else', '#section-3', 'malformed', /not a case/],
    ['an unknown codec', '1.z.AAAA', 'malformed', /not a case/],
    ['version nought', '0.d.AAAA', 'malformed', /not a case/],
    ['no payload', '1.d.', 'malformed', /cut off/],
    ['noise', '1.d.AAAAAAAAAAAAAAAAAAAA', 'malformed', /cut off/],
    ['a newer version', '3.x.whatever', 'newerVersion', /newer Verdict/],
    ['a newer version inside', plainLink('{"schema":7}'), 'newerVersion', /newer Verdict/],
    ['JSON that is no scenario', plainLink('{"request":5}'), 'malformed', /`request`/],
    ['no JSON', plainLink('{"request":'), 'malformed', /cut off/],
    ['a list', plainLink('[]'), 'malformed', /JSON object/],
    ['too long a link', `1.d.${'A'.repeat(1_200_000)}`, 'tooLarge', /longer than/],
    ['far too long a link', `1.d.${'A'.repeat(3_000_000)}`, 'tooLarge', /longer than/],
  ] as const)('%s', async (_, link, kind, message) => {
    const error = await errorOf(link);
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(message);
  });

  it('is known as damaged wherever it is cut, and whichever character is changed', async () => {
    const link = await encodeLink(example);
    for (let at = 4; at < link.length; at += 1) {
      expect((await errorOf(link.slice(0, at))).kind).toBe('malformed');
      const other = link[at] === 'x' ? 'y' : 'x';
      const changed = link.slice(0, at) + other + link.slice(at + 1);
      const opened = await decodeLink(changed).catch(() => undefined);
      if (opened !== undefined) expect(opened).toEqual(example); // spare bits of the last character
    }
  });

  it('does not unpack a bomb', async () => {
    const bomb = deflateRawSync(Buffer.alloc(600_000_000, 'a'));
    const before = process.memoryUsage().arrayBuffers;
    const error = await errorOf(`1.d.${toBase64Url(bomb)}`);
    expect(error.kind).toBe('tooLarge');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });

  it('does not change the prototype of objects', async () => {
    const own = '"__proto__":{"polluted":"yes"}';
    const hostile = [
      `{${own}}`,
      `{"request":{${own}}}`,
      `{"request":{"context":{${own}}}}`,
      `{"policies":{${own}}}`,
      '{"request":{"context":{"constructor":{"prototype":{"polluted":"yes"}}}}}',
    ];
    for (const json of hostile) expect((await errorOf(plainLink(json))).kind).toBe('malformed');
    const document = `{${own},"Statement":[{${own}}]}`;
    const opened = await decodeLink(
      plainLink(`{"policies":{"resource":{"name":"","document":${document}}}}`),
    );
    expect(JSON.stringify(opened)).toContain(document);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('never fails otherwise than with a LinkError', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '1.d.', '1.p.', '#'),
        async (text, start) => {
          const result: unknown = await decodeLink(start + text).catch((error: unknown) => error);
          expect(result instanceof LinkError || 'schema' in (result as Scenario)).toBe(true);
        },
      ),
    );
  });

  it('is not made for a scenario that is too large', async () => {
    const noise = Array.from({ length: 1_900_000 }, (_, at) =>
      String.fromCharCode(33 + (((at * at * 7919) % 65_521) % 90)),
    );
    const scenario: Scenario = { ...emptyScenario(), notes: noise.join('') };
    const big: Scenario = { ...emptyScenario(), notes: 'x'.repeat(5_000_000) };
    await expect(encodeLink(big)).rejects.toMatchObject({ kind: 'tooLarge' });
    const link: unknown = await encodeLink(scenario).catch((error: unknown) => error);
    expect(link instanceof LinkError || typeof link === 'string').toBe(true);
  });
});

describe('base64url', () => {
  it('is that of RFC 4648', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(text)).toEqual(new Uint8Array(bytes));
      }),
    );
  });
});
