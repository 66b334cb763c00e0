import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Scenario } from '../../src/case/scenario';
import { comparePasted } from '../../src/explain/pasted';
import type { PastedDenial } from '../../src/explain/pasted';
import { markdown } from '../../src/explain/rich';
import { CROSS, DENIED, EXPLICIT, ONE, UNKNOWN } from './states';

function compared(pasted: PastedDenial, asked: Scenario): string {
  const { result, text, layer } = comparePasted(pasted, asked, evaluate(asked));
  return `${result}${layer ? ` (${layer})` : ''}: ${markdown(text)}`;
}

describe('a pasted denial', () => {
  it('is reproduced', () => {
    expect(compared({ layer: 'boundary', denial: 'implicit' }, DENIED)).toBe(
      'same: The case is denied as the message says.',
    );
    expect(compared({ layer: 'scp', denial: 'explicit' }, EXPLICIT)).toMatch(/^same/);
    expect(compared({}, ONE)).toMatch(/^same/);
  });

  it('names another layer or another kind', () => {
    expect(compared({ layer: 'scp', denial: 'implicit' }, ONE)).toBe(
      'differs (scp): The message names an SCP; here it is an identity policy that denies.',
    );
    expect(compared({ layer: 'identity', denial: 'explicit' }, ONE)).toBe(
      'differs (identity): The message tells of a Deny that matches in an identity policy; here an Allow is missing in an identity policy.',
    );
  });

  it('is allowed here, and says what is missing', () => {
    expect(compared({ layer: 'boundary', denial: 'implicit' }, CROSS)).toBe(
      'differs (boundary): The message names the permissions boundary, and none is given yet.',
    );
    expect(compared({ layer: 'scp', denial: 'explicit' }, CROSS)).toBe(
      'differs (scp): The message names the SCP; here no Deny in it matches. A policy or a value of the request’s context is missing.',
    );
    expect(compared({}, CROSS)).toBe(
      'differs: AWS denied it; the case allows it. A policy or a value is missing.',
    );
  });

  it('is open while the layer it names is not visible', () => {
    expect(compared({ layer: 'scp', denial: 'explicit' }, UNKNOWN)).toBe(
      'open (scp): The message names an SCP, which you have not given yet.',
    );
  });

  it('is about another request by now', () => {
    expect(compared({ request: { action: 's3:ListBucket' } }, ONE)).toBe(
      'open: The action is no longer the one in the message.',
    );
    expect(compared({ request: { action: 'S3:getobject' } }, ONE)).toMatch(/^same/);
  });
});
